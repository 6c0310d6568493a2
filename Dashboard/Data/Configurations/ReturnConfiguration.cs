using Dashboard.Domain.Committees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class ReturnConfiguration : IEntityTypeConfiguration<ReturnRow>, IEntityTypeConfiguration<ReturnLineRow>
{
    public void Configure(EntityTypeBuilder<ReturnRow> builder)
    {
        builder.HasKey(r => new { r.Committee, r.Form, r.Start, r.End });
        builder.HasIndex(r => new { r.Form, r.Start });
        builder.HasOne<Committee>().WithMany().HasForeignKey(r => r.Committee).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReturnLineRow> builder)
    {
        builder.ToTable("ReturnLines");
        builder.HasKey(l => new { l.Committee, l.Form, l.Start, l.End, l.Indicator });
        builder.HasOne<Committee>().WithMany().HasForeignKey(l => l.Committee).OnDelete(DeleteBehavior.Restrict);
    }
}
