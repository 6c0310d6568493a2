using Dashboard.Domain.Committees;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<CommitteeMeeting>, IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<CommitteeMeeting> builder)
    {
        builder.ToTable("Meetings");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Agenda).HasConversion(new JsonListConverter<AgendaItem>(), JsonListConverter<AgendaItem>.Comparer);
        builder.HasIndex(m => m.Committee);
        builder.HasOne<Committee>().WithMany().HasForeignKey(m => m.Committee).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.Meeting);
        builder.HasOne<CommitteeMeeting>().WithMany().HasForeignKey(d => d.Meeting).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Committee>().WithMany().HasForeignKey(d => d.Committee).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Committee>().WithMany().HasForeignKey(d => d.About).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Committee>().WithMany().HasForeignKey(d => d.Owing).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(d => d.Indicator).OnDelete(DeleteBehavior.Restrict);
    }
}
