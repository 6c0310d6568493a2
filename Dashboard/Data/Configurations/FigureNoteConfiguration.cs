using Dashboard.Domain.Committees;
using Dashboard.Domain.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class FigureNoteConfiguration : IEntityTypeConfiguration<FigureNoteRow>
{
    public void Configure(EntityTypeBuilder<FigureNoteRow> builder)
    {
        builder.ToTable("FigureNotes");
        builder.HasKey(n => new { n.Committee, n.Indicator, n.Start, n.End });
        builder.HasOne<Committee>().WithMany().HasForeignKey(n => n.Committee).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(n => n.Indicator).OnDelete(DeleteBehavior.Restrict);
    }
}
