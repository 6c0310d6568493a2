using System.Globalization;

namespace Dashboard.Domain.Complaints;

/// <summary>Proposes the number under which a committee enters its next case.</summary>
public static class ReferenceSeries
{
    /// <summary>
    /// The next free number, in the form the committee itself uses: that of its latest case of that kind and year, else of its
    /// latest case of that year in a series of all kinds (without letters), else that of the year before with the year
    /// changed; a committee that has none begins with <c>KN-2026-0001</c>, <c>TC-…</c> or <c>PA-…</c>.
    /// </summary>
    /// <param name="cases">All cases of the committee.</param>
    /// <param name="kind">Kind of the new case.</param>
    /// <param name="year">Year in which it was received.</param>
    public static string Next(IReadOnlyCollection<Complaint> cases, ComplaintKind kind, int year)
    {
        string stem = StemOf(cases, kind, year) ?? StemOf(cases, kind, year - 1)?.Replace(Text(year - 1), Text(year), StringComparison.Ordinal) ?? $"{MarkOf(kind)}-{Text(year)}-";
        (int Number, int Width)[] used = [.. cases.Select(c => c.Reference).Where(r => Stem(r) == stem).Select(r => (NumberOf(r), r.Length - stem.Length))];
        int next = used.Length == 0 ? 1 : used.Max(u => u.Number) + 1;
        return stem + next.ToString("D" + Text(used.Length == 0 ? 4 : used.Max(u => u.Width)), CultureInfo.InvariantCulture);
    }

    private static string? StemOf(IReadOnlyCollection<Complaint> cases, ComplaintKind kind, int year)
    {
        Complaint[] latest = [.. cases.Where(c => c.ReceivedOn.Year == year && HasNumber(c.Reference)).OrderByDescending(c => c.Id)];
        Complaint? model = Array.Find(latest, c => c.Kind == kind) ?? Array.Find(latest, c => !c.Reference.Any(char.IsLetter));
        return model is null ? null : Stem(model.Reference);
    }

    // A stem without the year cannot tell its years apart, and one of digits alone is a number that counts on for ever.
    private static string Stem(string reference) => reference.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static bool HasNumber(string reference) => reference.Length - Stem(reference).Length is > 0 and < 9;

    private static int NumberOf(string reference) =>
        int.TryParse(reference.AsSpan(Stem(reference).Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static string MarkOf(ComplaintKind kind) => kind switch
    {
        ComplaintKind.Complaint => "KN",
        ComplaintKind.Denunciation => "TC",
        _ => "PA",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
