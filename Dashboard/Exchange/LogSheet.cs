using System.Globalization;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;

namespace Dashboard.Exchange;

/// <summary>Writes entries of the change log to a file, in the order given, holding one at a time.</summary>
public static class LogSheet
{
    /// <summary>Most entries of a spreadsheet: its rows but for the header.</summary>
    public const int MostInSheet = 1_048_575;

    private static readonly string[] Header = ["sequence", "at", "account", "subject", "committee", "key", "before", "after", "reason", "hash"];

    /// <summary>Writes a CSV file, or a spreadsheet when the name ends in <c>.xlsx</c>, and returns how many entries.</summary>
    /// <param name="path">The file.</param>
    /// <param name="entries">What to write; read as it is written.</param>
    /// <param name="hierarchy">Names the committees.</param>
    public static int Write(string path, IEnumerable<LogEntry> entries, Hierarchy hierarchy) =>
        SheetWriter.Write(path, Header, entries.Select(entry => Row(entry, hierarchy)));

    private static string[] Row(LogEntry entry, Hierarchy hierarchy) =>
    [
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        entry.Account,
        Words.Of(entry.Subject),
        entry.Committee is { } number && number < hierarchy.Count ? hierarchy[number].Code : "",
        entry.Key,
        entry.Before ?? "",
        entry.After ?? "",
        entry.Reason ?? "",
        entry.Hash,
    ];
}
