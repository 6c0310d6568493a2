using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Dashboard.SampleData;

/// <summary>Reads a CSV file that is embedded beside this class.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of <paramref name="file"/> as <paramref name="row"/> makes them; an empty field reads as null.</summary>
    public static IReadOnlyList<T> Read<T>(string file, Func<Func<string, string?>, T> row)
    {
        using Stream stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(typeof(EmbeddedTable), file)
            ?? throw new InvalidOperationException($"{file} is not embedded in the application.");
        using var reader = new StreamReader(stream);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        csv.ReadHeader();
        var rows = new List<T>();
        while (csv.Read())
        {
            rows.Add(row(column => csv.GetField(column) is { Length: > 0 } text ? text : null));
        }

        return rows;
    }

    /// <summary>A day written <c>2025-07-01</c>; null for null.</summary>
    public static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A whole number; null for null.</summary>
    public static long? Number(string? text) => text is null ? null : long.Parse(text, CultureInfo.InvariantCulture);
}
