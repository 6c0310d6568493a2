using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Data;

/// <summary>Keeps a list as JSON, as <see cref="LogPayload"/> writes it.</summary>
internal sealed class JsonListConverter<T>() : ValueConverter<IReadOnlyList<T>, string>(list => LogPayload.Write(list), text => LogPayload.Read<List<T>>(text))
{
    /// <summary>Compares such lists by their content.</summary>
    public static ValueComparer<IReadOnlyList<T>> Comparer { get; } = new(
        (left, right) => LogPayload.Write(left) == LogPayload.Write(right),
        list => LogPayload.Write(list).GetHashCode(StringComparison.Ordinal),
        list => list);
}
