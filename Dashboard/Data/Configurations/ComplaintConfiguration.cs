using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class ComplaintConfiguration : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.Committee, c.Reference }).IsUnique();
        builder.HasOne<Committee>().WithMany().HasForeignKey(c => c.Committee).OnDelete(DeleteBehavior.Restrict);
    }
}
