using Dashboard.Domain.Committees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class PlacementConfiguration : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.Property<int>("Id").ValueGeneratedOnAdd();
        builder.HasKey("Id");
        builder.HasIndex(p => new { p.Committee, p.From }).IsUnique();
        builder.HasIndex(p => p.Parent);
        builder.HasOne<Committee>().WithMany().HasForeignKey(p => p.Committee).HasPrincipalKey(c => c.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Committee>().WithMany().HasForeignKey(p => p.Parent).HasPrincipalKey(c => c.Code).OnDelete(DeleteBehavior.Restrict);
    }
}
