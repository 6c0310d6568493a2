using Dashboard.Domain.Committees;
using Dashboard.Domain.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Data.Configurations;

internal sealed class FormConfiguration : IEntityTypeConfiguration<Form>
{
    public void Configure(EntityTypeBuilder<Form> builder)
    {
        builder.HasKey(f => new { f.Code, f.Version });
        builder.Ignore(f => f.Lines);
        builder.Ignore(f => f.Indicators);
        builder.Property(f => f.Sections).HasConversion(new JsonListConverter<FormSection>(), JsonListConverter<FormSection>.Comparer);
        builder.Property(f => f.Rules).HasConversion(new JsonListConverter<string>(), JsonListConverter<string>.Comparer);
        builder.Property(f => f.Levels).HasConversion(
            levels => ListConverter.Join(levels.Select(Words.Of).ToList()),
            text => ListConverter.Split(text).Select(Words.Read<CommitteeLevel>).ToList(),
            new ValueComparer<IReadOnlyList<CommitteeLevel>>(
                (left, right) => left!.SequenceEqual(right!),
                levels => levels.Count,
                levels => levels));
    }
}
