using Dashboard.Domain.Committees;
using Dashboard.Domain.Directives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class DirectiveConfiguration : IEntityTypeConfiguration<Directive>
{
    public void Configure(EntityTypeBuilder<Directive> builder)
    {
        builder.HasKey(d => new { d.Issuer, d.Number });
        builder.HasOne<Committee>().WithMany().HasForeignKey(d => d.Issuer).OnDelete(DeleteBehavior.Restrict);
    }
}
