using Dashboard.Committees;
using Dashboard.Returns;

namespace Dashboard.Entry;

/// <summary>
/// A block from a spreadsheet, matched with the lines of a form: by code, number or name where its first column holds those, else
/// row by row from the line it was pasted into. It is taken whole or not at all, and each refusal names row and column.
/// </summary>
public sealed class PasteBlock
{
    private PasteBlock(bool isByName, IReadOnlyList<PasteCell> cells) => (IsByName, Cells) = (isByName, cells);

    /// <summary>Whether its first column said which lines.</summary>
    public bool IsByName { get; }

    /// <summary>Its cells, by rows.</summary>
    public IReadOnlyList<PasteCell> Cells { get; }

    /// <summary>What cannot be taken.</summary>
    public IEnumerable<PasteCell> Refused => Cells.Where(c => c.Refusal is not null);

    /// <summary>Whether it can be taken: there is something in it, and nothing is refused.</summary>
    public bool IsWhole => Cells.Count > 0 && !Refused.Any();

    /// <summary>What it sets; nothing when anything in it is refused.</summary>
    public IReadOnlyList<(string Indicator, TypedFigure Figure)> Figures => IsWhole ? [.. Cells.Select(c => (c.Target!.Code, c.Figure))] : [];

    /// <summary>Reads a block.</summary>
    /// <param name="text">What was pasted.</param>
    /// <param name="targets">The lines, in the order of the form.</param>
    /// <param name="from">Code of the line it was pasted into; null for the first.</param>
    public static PasteBlock Read(string? text, IReadOnlyList<PasteTarget> targets, string? from = null)
    {
        if (text?.Length > PasteTable.Longest)
        {
            return new PasteBlock(false, [new PasteCell(1, 1, "", null, default, EntryTexts.Get("Paste.TooLong", PasteTable.Longest))]);
        }

        (int Row, string[] Cells)[] rows = [.. PasteTable.Read(text ?? "").Select((cells, i) => (i + 1, cells)).Where(r => r.cells.Any(c => c.Length > 0))];
        ILookup<string, PasteTarget> byKey = targets
            .SelectMany(t => new[] { t.Code, t.Number, t.Name }.Select(k => (Key: KeyOf(k), Target: t))).DistinctBy(p => (p.Key, p.Target.Code)).ToLookup(p => p.Key, p => p.Target);
        bool isByName = SaysWhich(rows, byKey);
        int first = Math.Max(0, targets.ToList().FindIndex(t => t.Code == from));
        var cells = new List<PasteCell>();
        foreach ((int row, string[] content) in rows)
        {
            if ((isByName ? Named(row, content, byKey) : Ordered(row, content, first + row - 1 < targets.Count ? targets[first + row - 1] : null)) is { } cell)
            {
                bool isSecond = cell is { Refusal: null } && cells.Exists(c => c.Refusal is null && c.Target == cell.Target);
                cells.Add(isSecond ? cell with { Refusal = EntryTexts.Get("Paste.Twice", cell.Target!.Number) } : cell);
            }
        }

        return new PasteBlock(isByName, cells);
    }

    /// <summary>Whether the first column holds codes, numbers or names. Numbers alone might be figures: then every row must have one, and another.</summary>
    private static bool SaysWhich((int Row, string[] Cells)[] rows, ILookup<string, PasteTarget> byKey)
    {
        (int Row, string[] Cells)[] wide = [.. rows.Where(r => r.Cells[0].Length > 0 && r.Cells.Count(c => c.Length > 0) > 1)];
        bool inWords = wide.Any(r => r.Cells[0].Any(char.IsLetter) && byKey.Contains(KeyOf(r.Cells[0])));
        string[] keys = [.. wide.Select(r => KeyOf(r.Cells[0])).Where(byKey.Contains)];
        return inWords || (wide.Length > 0 && wide.Length == rows.Length && keys.Length == rows.Length && keys.Distinct().Count() == keys.Length);
    }

    private static PasteCell? Named(int row, string[] cells, ILookup<string, PasteTarget> byKey)
    {
        PasteTarget? target = byKey[KeyOf(cells[0])].FirstOrDefault();
        int[] filled = [.. Enumerable.Range(1, cells.Length - 1).Where(i => cells[i].Length > 0 && !(target is not null && byKey[KeyOf(cells[i])].Contains(target) && cells.Length > 2))];
        return filled switch
        {
            // A heading, or a line that is left as it is.
            [] => null,
            _ when target is null => new PasteCell(row, 1, cells[0], null, default, EntryTexts.Get("Paste.NoLine", cells[0])),
            [var at] => Read(row, at, cells[at], target),
            [_, var second, ..] => new PasteCell(row, second + 1, cells[second], target, default, EntryTexts.Get("Paste.TooWide")),
        };
    }

    private static PasteCell Ordered(int row, string[] cells, PasteTarget? target)
    {
        int[] filled = [.. Enumerable.Range(0, cells.Length).Where(i => cells[i].Length > 0)];
        return filled is [_, var second, ..] ? new PasteCell(row, second + 1, cells[second], target, default, EntryTexts.Get("Paste.TooWide"))
            : target is null ? new PasteCell(row, filled[0] + 1, cells[filled[0]], null, default, EntryTexts.Get("Paste.Beyond"))
            : Read(row, filled[0], cells[filled[0]], target);
    }

    private static PasteCell Read(int row, int at, string text, PasteTarget target) => FigureText.TryRead(text, out TypedFigure figure, out FigureFault fault)
        ? new PasteCell(row, at + 1, text, target, figure, null)
        : new PasteCell(row, at + 1, text, target, default, ReturnTexts.Of(fault));

    private static string KeyOf(string text) => string.Join(' ', Folding.Words(text));
}
