using System.Globalization;
using System.Text;
using Dashboard.Domain.Changes;

namespace Dashboard.Data;

/// <summary>
/// The file of anchors beside the data, one line each: <c>12345 HASH 2026-11-23T01:00:00.000Z</c>. It is worth most where whoever can
/// change the database cannot change it: copy it elsewhere, or make it append-only. A line that begins with <c>restored</c> says that
/// the database was replaced by a backup that ended there.
/// </summary>
public sealed class AnchorFile(string path)
{
    private const string Restored = "restored";

    /// <summary>The file of a data folder.</summary>
    public static AnchorFile In(string folder) => new(System.IO.Path.Combine(folder, "anchors.log"));

    /// <summary>Full path.</summary>
    public string Path => path;

    /// <summary>Notes where the log ends now; nothing for an empty log.</summary>
    public void Append(LogHead head, DateTime now) => Append(head, now, "");

    /// <summary>Notes that a backup which ended at <paramref name="head"/> replaced the database: later anchors hold no more.</summary>
    public void AppendRestored(LogHead head, DateTime now) => Append(head, now, Restored + " ");

    /// <summary>The anchors that hold, the earliest first; a file that is not there has none.</summary>
    /// <param name="unreadable">Numbers of the lines that are no anchors.</param>
    public IReadOnlyList<LogAnchor> Read(out IReadOnlyList<int> unreadable)
    {
        var anchors = new List<LogAnchor>();
        var bad = new List<int>();
        int number = 0;
        foreach (string line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            number++;
            bool isRestored = line.StartsWith(Restored + " ", StringComparison.Ordinal);
            if (line.Length == 0)
            {
                continue;
            }

            if (ReadLine(isRestored ? line[(Restored.Length + 1)..] : line, number) is not { } anchor)
            {
                bad.Add(number);
                continue;
            }

            if (isRestored)
            {
                anchors.RemoveAll(earlier => earlier.Sequence > anchor.Sequence);
            }

            anchors.Add(anchor);
        }

        unreadable = bad;
        return anchors;
    }

    /// <summary>Reads <c>SEQUENCE:HASH</c> as it stands in the minutes of a meeting: blanks and the case of letters do not matter, the end of the hash may be left out.</summary>
    public static LogAnchor? ReadHead(string text, string source)
    {
        string plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
        int colon = plain.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? Anchor(plain[..colon], plain[(colon + 1)..], source) : null;
    }

    private LogAnchor? ReadLine(string line, int number)
    {
        string[] parts = line.Split(' ');
        return parts.Length == 3 ? Anchor(parts[0], parts[1], $"{System.IO.Path.GetFileName(path)}, line {number}, of {parts[2]}") : null;
    }

    private static LogAnchor? Anchor(string sequence, string hash, string source) =>
        long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0
        && hash.Length is >= LogAnchor.FewestDigits and <= 64 && hash.All(char.IsAsciiHexDigitLower)
            ? new LogAnchor(number, hash, source)
            : null;

    private void Append(LogHead head, DateTime now, string prefix)
    {
        if (head.Sequence == 0)
        {
            return;
        }

        string line = string.Create(CultureInfo.InvariantCulture, $"{prefix}{head.Sequence} {head.Hash} {now:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\n");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.Write(Encoding.ASCII.GetBytes(line));
        file.Flush(flushToDisk: true);
    }
}
