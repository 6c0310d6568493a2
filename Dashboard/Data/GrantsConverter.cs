using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Data;

/// <summary>Keeps grants as one text, <c>viewer:TU-MAU;officer:HU-MAU-01</c>.</summary>
internal sealed class GrantsConverter() : ValueConverter<IReadOnlyList<Grant>, string>(grants => Join(grants), text => Split(text))
{
    /// <summary>Compares such lists by their content.</summary>
    public static ValueComparer<IReadOnlyList<Grant>> Comparer { get; } = new(
        (left, right) => (left ?? Array.Empty<Grant>()).SequenceEqual(right ?? Array.Empty<Grant>()),
        grants => Join(grants).GetHashCode(StringComparison.Ordinal),
        grants => grants);

    private static string Join(IReadOnlyList<Grant> grants) => string.Join(';', grants);

    private static IReadOnlyList<Grant> Split(string text) => [.. ListConverter.Split(text).Select(Grant.Parse)];
}
