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
        builder.HasKey(f => f.Code);
        builder.Property(f => f.Indicators).HasConversion(new ListConverter(), ListConverter.Comparer);
        builder.Property(f => f.Levels).HasConversion(
            levels => ListConverter.Join(levels.Select(Words.Of).ToList()),
            text => ListConverter.Split(text).Select(Words.Read<CommitteeLevel>).ToList(),
            new ValueComparer<IReadOnlyList<CommitteeLevel>>(
                (left, right) => left!.SequenceEqual(right!),
                levels => levels.Count,
                levels => levels));
    }
}
