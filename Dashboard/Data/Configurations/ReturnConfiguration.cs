using Dashboard.Domain.Committees;
using Dashboard.Domain.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class ReturnConfiguration : IEntityTypeConfiguration<ReturnRow>
{
    public void Configure(EntityTypeBuilder<ReturnRow> builder)
    {
        builder.HasKey(r => new { r.Committee, r.Form, r.Start, r.End });
        builder.HasIndex(r => new { r.Form, r.Start });
        builder.HasOne<Committee>().WithMany().HasForeignKey(r => r.Committee).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Form>().WithMany().HasForeignKey(r => r.Form).OnDelete(DeleteBehavior.Restrict);
    }
}
