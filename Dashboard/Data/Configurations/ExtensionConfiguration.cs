using Dashboard.Domain.Committees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class ExtensionConfiguration : IEntityTypeConfiguration<ExtensionRow>
{
    public void Configure(EntityTypeBuilder<ExtensionRow> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => new { e.Committee, e.Form, e.Start });
        builder.HasOne<Committee>().WithMany().HasForeignKey(e => e.Committee).OnDelete(DeleteBehavior.Restrict);
    }
}
