using System.Collections.Immutable;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Returns;

/// <summary>One committee's returns of one form over some periods.</summary>
/// <param name="Number">Number of the committee.</param>
/// <param name="Committee">The committee.</param>
/// <param name="Depth">How far below the top it stands; 0 for the top itself.</param>
/// <param name="Returns">Its return for each period; null where it owed none.</param>
public sealed record MatrixRow(int Number, CommitteeLink Committee, int Depth, ValueList<Return?> Returns);

/// <summary>Who handed in what: committees × the last periods of a form.</summary>
/// <param name="Forms">Forms that any of the committees owes, by code.</param>
/// <param name="Form">Code of the form shown; null when none is owed.</param>
/// <param name="Periods">The periods, the earliest first.</param>
/// <param name="Rows">The committees that owe it, as they stand in the tree.</param>
public sealed record ReturnMatrix(ValueList<string> Forms, string? Form, ValueList<Period> Periods, ValueList<MatrixRow> Rows)
{
    /// <summary>Periods shown.</summary>
    public const int MostPeriods = 8;

    /// <summary>The matrix of a committee and those below it that a reader may see.</summary>
    /// <param name="state">The moment.</param>
    /// <param name="committee">Number of the committee at the top.</param>
    /// <param name="scope">What the reader may see.</param>
    /// <param name="form">Code of the form that is wanted; the first one owed otherwise.</param>
    /// <param name="today">Today.</param>
    public static ReturnMatrix Of(LiveState state, int committee, Scope scope, string? form, DateOnly today)
    {
        ImmutableArray<int> parents = state.Hierarchy.ParentsNow(today);
        var below = Scope.Below([committee]).Within(scope);
        Return[] owed = [.. OwedReturns.Of(state, n => below.Sees(n, p => parents[p]), today, MostPeriods)];
        string[] forms = [.. owed.Select(r => r.Form).Distinct().Order(StringComparer.Ordinal)];
        string? shown = forms.Contains(form) ? form : forms.FirstOrDefault();
        Period[] periods = [.. owed.Where(r => r.Form == shown).Select(r => r.Period).Distinct().OrderBy(p => p.End).TakeLast(MostPeriods)];
        Dictionary<int, Dictionary<Period, Return>> byCommittee = owed.Where(r => r.Form == shown && periods.Contains(r.Period))
            .GroupBy(r => r.Committee).ToDictionary(g => g.Key, g => g.ToDictionary(r => r.Period));
        return new ReturnMatrix(
            forms.ToValueList(), shown, periods.ToValueList(),
            byCommittee.Keys.Select(n => (Number: n, Path: PathOf(n, committee, parents)))
                .OrderBy(n => n.Path, new PathOrder(state.Hierarchy.On(today)))
                .Select(n => new MatrixRow(n.Number, CommitteeDoor.LinkTo(state.Hierarchy, n.Number), n.Path.Length - 1, periods.Select(p => byCommittee[n.Number].GetValueOrDefault(p)).ToValueList()))
                .ToValueList());
    }

    /// <summary>How many returns of a period are in a state.</summary>
    public int Count(Period period, ReturnState state) => Of(period).Count(r => r.State == state);

    /// <summary>The returns of a period.</summary>
    public IEnumerable<Return> Of(Period period)
    {
        int column = Periods.ToList().IndexOf(period);
        return column < 0 ? [] : Rows.Select(r => r.Returns[column]).OfType<Return>();
    }

    private static int[] PathOf(int committee, int top, ImmutableArray<int> parents)
    {
        var path = new List<int>();
        for (int node = committee; node >= 0; node = node == top ? -1 : parents[node])
        {
            path.Insert(0, node);
        }

        return [.. path];
    }

    /// <summary>As in the tree: a committee before those below it, siblings as they were registered, closed ones after open ones.</summary>
    private sealed class PathOrder(Structure structure) : IComparer<int[]>
    {
        public int Compare(int[]? x, int[]? y)
        {
            for (int i = 0; i < Math.Min(x!.Length, y!.Length); i++)
            {
                if (x[i] != y[i])
                {
                    int closed = structure.Contains(y[i]).CompareTo(structure.Contains(x[i]));
                    return closed != 0 ? closed : x[i].CompareTo(y[i]);
                }
            }

            return x.Length.CompareTo(y.Length);
        }
    }
}
