using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Data;

/// <summary>Keeps a list of codes as one text, separated by semicolons; no code holds one.</summary>
public sealed class ListConverter() : ValueConverter<IReadOnlyList<string>, string>(codes => Join(codes), text => Split(text))
{
    /// <summary>Compares and copies such lists by their content.</summary>
    public static ValueComparer<IReadOnlyList<string>> Comparer { get; } = new(
        (left, right) => left!.SequenceEqual(right!),
        codes => Join(codes).GetHashCode(StringComparison.Ordinal),
        codes => codes);

    /// <summary>The text.</summary>
    public static string Join(IReadOnlyList<string> codes) => string.Join(';', codes);

    /// <summary>The codes in a text; empty for an empty text.</summary>
    public static IReadOnlyList<string> Split(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
