using Dashboard.Domain.Committees;
using Dashboard.Domain.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class FigureConfiguration : IEntityTypeConfiguration<FigureRow>
{
    public void Configure(EntityTypeBuilder<FigureRow> builder)
    {
        builder.HasKey(f => new { f.Committee, f.Indicator, f.Start, f.End });
        builder.HasOne<Committee>().WithMany().HasForeignKey(f => f.Committee).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(f => f.Indicator).OnDelete(DeleteBehavior.Restrict);
    }
}
