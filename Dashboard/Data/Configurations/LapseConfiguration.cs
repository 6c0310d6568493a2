using Dashboard.Domain.Committees;
using Dashboard.Domain.Lapses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class LapseConfiguration : IEntityTypeConfiguration<Lapse>
{
    public void Configure(EntityTypeBuilder<Lapse> builder)
    {
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.Committee);
        builder.HasOne<Committee>().WithMany().HasForeignKey(l => l.Committee).OnDelete(DeleteBehavior.Restrict);
    }
}
