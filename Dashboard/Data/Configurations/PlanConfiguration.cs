using Dashboard.Domain.Committees;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.HasKey(p => new { p.Committee, p.Indicator, p.Year });
        builder.HasOne<Committee>().WithMany().HasForeignKey(p => p.Committee).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(p => p.Indicator).OnDelete(DeleteBehavior.Restrict);
    }
}
