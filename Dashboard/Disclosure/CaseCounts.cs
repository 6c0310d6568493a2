using Dashboard.Domain.Complaints;
using Dashboard.Domain.Disclosure;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Registers;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Disclosure;

/// <summary>
/// Counts the complaints and lapses that are open on a day: complaints by what is left of their time, lapses by kind. The overdue
/// lapses are a column by themselves, since they are no part beside the kinds; that there are no more of them than open ones is known.
/// </summary>
public static class CaseCounts
{
    /// <summary>Open complaints with more than 7 days left.</summary>
    public const string Within = "complaints.within";

    /// <summary>Open complaints with 7 days or fewer left.</summary>
    public const string DueSoon = "complaints.due-soon";

    /// <summary>What the sheets of today are called, whichever day that is.</summary>
    internal const string Name = "cases";

    /// <summary>The same for those without the late returns.</summary>
    internal const string NameButLate = "cases but late";

    private static readonly LapseKind[] Kinds = Enum.GetValues<LapseKind>();

    private static readonly string[] Columns =
    [
        RegisterIndicators.Complaints.Open, Within, DueSoon, RegisterIndicators.Complaints.Overdue, RegisterIndicators.Lapses.Open, RegisterIndicators.Lapses.Overdue, .. Kinds.Select(Of),
    ];

    private static readonly WholeColumn[] Wholes = [new(0, [1, 2, 3], true), new(4, [.. Enumerable.Range(6, Kinds.Length)], true)];

    /// <summary>What is hidden of cases.</summary>
    internal static IReadOnlyList<string> AllColumns => Columns;

    /// <summary>The column of a kind of lapse.</summary>
    public static string Of(LapseKind kind) => $"lapses.open.{kind}";

    /// <summary>Numbers of the committees that have cases open on a day.</summary>
    internal static HashSet<int> CommitteesWithAny(LiveState state, DateOnly day) =>
        [.. state.Complaints.Values.Where(c => c.IsOpenOn(day)).Select(c => c.Committee), .. state.Lapses.Values.Where(l => l.IsOpenOn(day)).Select(l => l.Committee)];

    /// <summary>The sheet of a committee.</summary>
    /// <param name="state">Where the cases are.</param>
    /// <param name="tree">Who stands where.</param>
    /// <param name="top">The committee.</param>
    /// <param name="day">The day.</param>
    internal static CountSheet Of(LiveState state, CountedTree tree, int top, DateOnly day) =>
        Of(tree, top, [.. state.Complaints.Values.Where(c => c.IsOpenOn(day))], [.. state.Lapses.Values.Where(l => l.IsOpenOn(day))], day);

    /// <summary>
    /// The same without complaints and without the lapses that are returns not handed in: those can be counted from the states of returns, which all are shown.
    /// </summary>
    /// <param name="state">Where the cases are.</param>
    /// <param name="tree">Who stands where.</param>
    /// <param name="top">The committee.</param>
    /// <param name="day">The day.</param>
    internal static CountSheet ButLateReturns(LiveState state, CountedTree tree, int top, DateOnly day) =>
        Without(Of(tree, top, [], [.. state.Lapses.Values.Where(l => l.IsOpenOn(day) && l.Kind != LapseKind.LateReturn)], day), Of(LapseKind.LateReturn));

    // Not only 0: what everybody knows must not hide anything else.
    private static CountSheet Without(CountSheet sheet, string column)
    {
        int at = Array.IndexOf(sheet.Columns, column);
        T[] Left<T>(T[] all) => [.. all[..at], .. all[(at + 1)..]];
        int Now(int index) => index > at ? index - 1 : index;
        return sheet with
        {
            Columns = Left(sheet.Columns),
            Totals = Left(sheet.Totals),
            Rows = [.. sheet.Rows.Select(Left)],
            Wholes = [.. sheet.Wholes.Select(w => new WholeColumn(Now(w.Whole), [.. w.Parts.Where(p => p != at).Select(Now)], w.IsKnownRest))],
        };
    }

    private static CountSheet Of(CountedTree tree, int top, Complaint[] complaints, Lapse[] lapses, DateOnly day)
    {
        int[] below = tree.Below(top);
        long[][] counts = [.. Enumerable.Range(0, below.Length + 1).Select(_ => new long[Columns.Length])];
        foreach (Complaint complaint in complaints)
        {
            Add(complaint.Committee, 0, complaint.BandOn(day) switch { DeadlineBand.Within => 1, DeadlineBand.DueSoon => 2, _ => 3 });
        }

        foreach (Lapse lapse in lapses)
        {
            Add(lapse.Committee, 4, 6 + (int)lapse.Kind);
            if (lapse.IsOverdueOn(day))
            {
                Add(lapse.Committee, 5);
            }
        }

        return new CountSheet
        {
            Top = top,
            Name = Name,
            Below = below,
            Columns = Columns,
            Totals = [.. Enumerable.Range(0, Columns.Length).Select(column => (long?)counts.Sum(row => row[column]))],
            Rows = [.. counts[..^1].Select(row => row.Select(count => (long?)count).ToArray())],
            Wholes = Wholes,
            Within = [new(5, 4)],
            IsBelow = tree.ParentOf(top) >= 0,
        };

        void Add(int committee, params ReadOnlySpan<int> columns)
        {
            if (tree.BranchOf(committee, top, below) is >= 0 and var branch)
            {
                foreach (int column in columns)
                {
                    counts[branch][column]++;
                }
            }
        }
    }
}
