using Dashboard.Domain.Committees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<ReminderRow>
{
    public void Configure(EntityTypeBuilder<ReminderRow> builder)
    {
        builder.HasKey(r => new { r.Committee, r.Form, r.Start, r.End });
        builder.HasOne<Committee>().WithMany().HasForeignKey(r => r.Committee).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Committee>().WithMany().HasForeignKey(r => r.Above).OnDelete(DeleteBehavior.Restrict);
    }
}
