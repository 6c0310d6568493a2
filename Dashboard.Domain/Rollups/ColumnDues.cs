using System.Collections.Concurrent;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>Who owes what, worked out for the columns that are asked for; indicators that the same committees owe share what is counted.</summary>
internal sealed class ColumnDues(Trees trees, IEnumerable<FormDue> dues, Func<int[], Func<int, bool>, int[]> foldUp)
{
    private readonly Lazy<Owed[]> _owed = new(() => [.. dues.GroupBy(due => (due.Form, due.Period)).Select((group, id) => Owed.Of(id, group.Last()))]);
    private readonly ConcurrentDictionary<string, Set> _sets = new();
    private readonly ConcurrentDictionary<(string Asking, bool IsOfStocks, View View, DateOnly Day), int[]> _owing = new();

    public bool Any(int indicator, Period period) => Array.Exists(_owed.Value, owed => owed.Asks(indicator, period));

    /// <summary>The committees that owe an indicator in any period inside one.</summary>
    public Set Of(int indicator, Period period)
    {
        Owed[] asking = Array.FindAll(_owed.Value, owed => owed.Asks(indicator, period));
        string key = string.Join(',', asking.Select(owed => owed.Id));
        return _sets.GetOrAdd(key, static (given, owing) => new Set(given, DueSet.Union(owing.Select(owed => owed.Members.Value))), asking);
    }

    /// <summary>How many of them stand at or below each committee; of those who owe a stock the ones that are open on the last day.</summary>
    public int[] Owing(Set due, View view, int[] tree, DateOnly last, bool isOfStocks) => _owing.GetOrAdd(
        (due.Asking, isOfStocks, view, last),
        _ => foldUp(tree, committee => due.Has(committee) && (!isOfStocks || trees.IsOpenOn(committee, last))));

    /// <summary>Committees that owe something.</summary>
    /// <param name="asking">What asks it of them.</param>
    /// <param name="members">Which they are, a bit each.</param>
    internal sealed class Set(string asking, ulong[] members)
    {
        public string Asking => asking;

        public bool IsEmpty => members.Length == 0;

        public bool Has(int committee) => DueSet.Has(members, committee);
    }

    private sealed record Owed(int Id, Period Period, HashSet<int> Indicators, Lazy<ulong[]> Members)
    {
        public static Owed Of(int id, FormDue due) => new(id, due.Period, [.. due.Indicators], new Lazy<ulong[]>(() => DueSet.MembersOf(due.Committees)));

        public bool Asks(int indicator, Period period) => period.Contains(Period) && Indicators.Contains(indicator);
    }
}
