using Dashboard.Domain.Committees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class HiddenCellConfiguration : IEntityTypeConfiguration<HiddenCellRow>
{
    public void Configure(EntityTypeBuilder<HiddenCellRow> builder)
    {
        builder.ToTable("HiddenCells");
        builder.HasKey(c => new { c.Audience, c.Committee, c.Sheet, c.Of, c.Column });
        builder.HasIndex(c => c.On);
        builder.HasOne<Committee>().WithMany().HasForeignKey(c => c.Committee).OnDelete(DeleteBehavior.Cascade);
    }
}
