using System.Collections.Concurrent;
using Dashboard.Data;
using Dashboard.Domain.Disclosure;
using Dashboard.Live;

namespace Dashboard.Disclosure;

/// <summary>
/// Says which counts of a sheet an audience is not shown, and remembers it in the database: what was hidden of a sheet stays hidden for a
/// quarter of a year after there last was a reason, also over a restart, so that two answers tell no more than one.
/// </summary>
public sealed class DisclosureKeeper(DisclosureSettings settings, HiddenCellBook book, LocalCalendar calendar)
{
    /// <summary>How many days a count stays hidden after there last was a reason.</summary>
    public const int KeptDays = 92;

    private const int MostKept = 2_000;
    private const int DaysBetweenNotes = 7;

    private DateOnly _cleared;

    private readonly ConcurrentDictionary<(Audience, int, string), Memory> _kept = new();

    /// <summary>The day it is, whatever moment is looked at.</summary>
    public DateOnly Today => calendar.Today;

    /// <summary>Whether anything is hidden from an audience.</summary>
    public bool IsOn(Audience audience) => settings.Of(audience) > 1;

    /// <summary>The threshold of an audience.</summary>
    public int ThresholdOf(Audience audience) => Math.Max(settings.Of(audience), SmallCounts.Least);

    /// <summary>
    /// What an audience may see of something; the same instance where it is shown everything. What is hidden and what it is taken from
    /// are of one moment: while figures change in between, both are read again.
    /// </summary>
    /// <param name="audience">For whom.</param>
    /// <param name="figures">Where it is read.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="sequence">Last entry of the log in it.</param>
    /// <param name="disclose">Takes out what is hidden.</param>
    public T Disclose<T>(Audience audience, IFigures figures, Func<T> read, Func<T, long> sequence, Func<T, DisclosedCounts, T> disclose)
    {
        T whole = read();
        while (IsOn(audience))
        {
            T disclosed = disclose(whole, new DisclosedCounts(this, audience, figures));
            T again = read();
            if (sequence(again) == sequence(whole))
            {
                return disclosed;
            }

            whole = again;
        }

        return whole;
    }

    /// <summary>Whether a count by itself is too small for an audience.</summary>
    public bool IsSmall(Audience audience, long? count) => IsOn(audience) && count > 0 && count < ThresholdOf(audience);

    /// <summary>What is hidden of a sheet.</summary>
    /// <param name="audience">From whom.</param>
    /// <param name="sheet">The counts.</param>
    /// <param name="above">What is hidden of the sheet of the committee above.</param>
    public HiddenCounts Of(Audience audience, CountSheet sheet, HiddenCounts above)
    {
        if (!IsOn(audience))
        {
            return HiddenCounts.None;
        }

        if (_kept.Count > MostKept)
        {
            // The book has it all.
            _kept.Clear();
        }

        DateOnly today = calendar.Today;
        (int Committee, string Column)[] former = sheet.Formerly is { } name ? FormerOf(audience, sheet.Top, name, today) : [];
        Memory memory = MemoryOf(audience, sheet.Top, sheet.Name);
        lock (memory)
        {
            string[] given = [.. sheet.Columns.Where(column => above.Hides(sheet.Top, column))];
            Dictionary<(int Committee, string Column), DateOnly> kept = CellsOf(memory, audience, sheet.Top, sheet.Name, today);
            if (memory.Sheet is null || memory.Day != today || memory.Kept != (kept.Count, former.Length) || !memory.Sheet.Says(sheet) || !memory.Given.AsSpan().SequenceEqual(given))
            {
                memory.Hidden = Hide(audience, sheet, given, former, kept, today);
                (memory.Sheet, memory.Given, memory.Day, memory.Kept) = (sheet, given, today, (kept.Count, former.Length));
            }

            return memory.Hidden;
        }
    }

    private Memory MemoryOf(Audience audience, int committee, string sheet) => _kept.GetOrAdd((audience, committee, sheet), _ => new Memory());

    private (int Committee, string Column)[] FormerOf(Audience audience, int committee, string sheet, DateOnly today)
    {
        Memory memory = MemoryOf(audience, committee, sheet);
        lock (memory)
        {
            return [.. CellsOf(memory, audience, committee, sheet, today).Keys];
        }
    }

    // What is handed out for circulation the command line hands out too, beside a server, and both must hide what either hid. The screens
    // are this process's alone: what they draw again with every figure is read once.
    private Dictionary<(int, string), DateOnly> CellsOf(Memory memory, Audience audience, int committee, string sheet, DateOnly today)
    {
        if (audience == Audience.Circulation || memory.Cells is null)
        {
            memory.Cells = book.Read($"{audience}", committee, sheet, today.AddDays(-KeptDays));
        }

        return memory.Cells;
    }

    private HiddenCounts Hide(Audience audience, CountSheet sheet, string[] given, (int, string)[] former, Dictionary<(int, string), DateOnly> kept, DateOnly today)
    {
        int[] rows = [sheet.Top, .. sheet.Below, HiddenCounts.Own];
        DateOnly oldest = today.AddDays(-KeptDays);
        var before = new HashSet<Cell>(given.Select(column => new Cell(0, Array.IndexOf(sheet.Columns, column))));
        foreach ((int committee, string column) in kept.Where(cell => cell.Value >= oldest).Select(cell => cell.Key).Concat(former))
        {
            (int row, int at) = (Array.IndexOf(rows, committee), Array.IndexOf(sheet.Columns, column));
            // A total that another sheet gives is hidden as long as it is there; where it is 0 and shown, so is all below it.
            if (row >= 0 && at >= 0 && !(sheet.IsBelow && (row == 0 || (sheet.Totals[at] is null or 0 && !given.Contains(column)))))
            {
                before.Add(new Cell(row, at));
            }
        }

        HiddenCells hidden = SmallCounts.Hide(sheet.ToTable(), settings.Of(audience), before);
        Note(audience, sheet, hidden, rows, kept, today);
        return new HiddenCounts(hidden.All.Where(c => c.Column < sheet.Columns.Length).Select(c => (rows[c.Row], sheet.Columns[c.Column])).ToHashSet());
    }

    // In the book before anybody is shown anything; there is a reason for what is small and for what keeps it from being worked out.
    private void Note(Audience audience, CountSheet sheet, HiddenCells hidden, int[] rows, Dictionary<(int, string), DateOnly> kept, DateOnly today)
    {
        var reasons = hidden.Small.SelectMany(cell => hidden.Proofs[cell].Keys).ToHashSet();
        List<(int, string)> news =
        [
            .. from cell in hidden.All
               where cell.Column < sheet.Columns.Length
               let name = (rows[cell.Row], sheet.Columns[cell.Column])
               where !kept.TryGetValue(name, out DateOnly last) || (reasons.Contains(cell) && last.AddDays(DaysBetweenNotes) <= today)
               select name,
        ];
        if (news.Count > 0)
        {
            if (_cleared != today)
            {
                _cleared = today;
                book.Forget(today.AddDays(-KeptDays));
            }

            book.Keep($"{audience}", sheet.Top, sheet.Name, news, today);
            news.ForEach(name => kept[name] = today);
        }
    }

    private sealed class Memory
    {
        public CountSheet? Sheet { get; set; }

        public string[] Given { get; set; } = [];

        public DateOnly Day { get; set; }

        public Dictionary<(int Committee, string Column), DateOnly>? Cells { get; set; }

        // How many there were when it was hidden, and how many of the sheet it was formerly.
        public (int Own, int Former) Kept { get; set; }

        public HiddenCounts Hidden { get; set; } = HiddenCounts.None;
    }
}
