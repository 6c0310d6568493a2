using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Data.Configurations;

internal sealed class AccountConfiguration :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<Credential>, IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<AccessToken>, IEntityTypeConfiguration<ExternalLogin>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasKey(a => a.Name);
        builder.Property(a => a.Grants).HasConversion(new GrantsConverter(), GrantsConverter.Comparer);
    }

    public void Configure(EntityTypeBuilder<Credential> builder)
    {
        builder.HasKey(c => c.Account);
        builder.HasOne<Account>().WithOne().HasForeignKey<Credential>(c => c.Account).OnDelete(DeleteBehavior.Cascade);
        builder.Property(c => c.RecoveryCodes).HasConversion(new ListConverter(), ListConverter.Comparer);
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.HasKey(s => s.Hash);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.Account).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => s.Account);
        builder.Property(s => s.Limit).HasConversion((ValueConverter)new GrantsConverter(), GrantsConverter.Comparer);
    }

    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.HasKey(t => t.Hash);
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.Account).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(t => t.Account);
        builder.Property(t => t.Limit).HasConversion((ValueConverter)new GrantsConverter(), GrantsConverter.Comparer);
    }

    public void Configure(EntityTypeBuilder<ExternalLogin> builder)
    {
        builder.HasKey(l => new { l.Issuer, l.Subject });
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.Account).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(l => l.Account);
    }
}
