using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Tests.Rollups;

/// <summary>The rules of rollups, written as they are told, without any thought of speed.</summary>
public sealed class NaiveRecount(NaiveStructure structure, IReadOnlyList<OverTime> indicators)
{
    private static readonly Rollup Nothing = new(null, null, Precision.Exact, 0, 0, 0);

    public Dictionary<(int Committee, int Indicator, Period Period), Figure> Figures { get; } = [];

    public Dictionary<(string Form, Period Period), (HashSet<int> Indicators, HashSet<int> Committees)> Due { get; } = [];

    public bool PartlyOverlaps(int committee, int indicator, Period period) => Figures.Keys.Any(
        key => key.Committee == committee && key.Indicator == indicator && key.Period.PartlyOverlaps(period));

    /// <summary>The figures that count for a committee over a period.</summary>
    public List<Figure> Over(int committee, int indicator, Period period)
    {
        List<Figure> inside = [.. Figures.Values.Where(
            figure => figure.Committee == committee && figure.Indicator == indicator && period.Contains(figure.Period))];
        List<Figure> uncovered = [.. inside.Where(
            figure => !inside.Exists(other => other.Period != figure.Period && other.Period.Contains(figure.Period)))];
        if (indicators[indicator] == OverTime.Sum || uncovered.Count == 0)
        {
            return uncovered;
        }

        return structure.IsOpenOn(committee, period.End) ? [uncovered.MaxBy(figure => figure.Period.End)!] : [];
    }

    /// <summary>The figures that count, of every committee.</summary>
    public List<Figure>[] Over(int indicator, Period period) =>
        [.. Enumerable.Range(0, structure.Count).Select(committee => Over(committee, indicator, period))];

    /// <summary>The rollups of every committee, for one view, indicator and period, from the figures that count.</summary>
    public Rollup[] Totals(View view, int indicator, Period period, List<Figure>[] over)
    {
        List<int> all = [.. Enumerable.Range(0, structure.Count)];
        HashSet<int> due = [.. Due.Where(due => period.Contains(due.Key.Period) && due.Value.Indicators.Contains(indicator)).SelectMany(due => due.Value.Committees)];
        ILookup<int, Figure> parts = over.SelectMany(figures => figures)
            .SelectMany(figure => structure.PathUp(view, figure.Committee, figure.Period.End).Select(node => (node, figure)))
            .ToLookup(part => part.node, part => part.figure);
        ILookup<int, int> below = all
            .SelectMany(committee => structure.PathUp(view, committee, period.End).Select(node => (node, committee)))
            .ToLookup(pair => pair.node, pair => pair.committee);
        if (indicators[indicator] == OverTime.Last)
        {
            due.RemoveWhere(committee => !structure.IsOpenOn(committee, period.End));
        }

        return [.. all.Select(node => Covered(Add([.. parts[node]]), [.. below[node]], due, committee => over[committee].Count > 0))];
    }

    /// <summary>How many of those that were due did report; where nobody was due, all that reported did.</summary>
    private static Rollup Covered(Rollup sum, HashSet<int> subtree, HashSet<int> due, Predicate<int> reported)
    {
        int[] asked = [.. subtree.Intersect(due)];
        int[] counted = asked.Length == 0 ? [.. subtree.Where(committee => reported(committee))] : asked;
        return sum with { Reported = Array.FindAll(counted, reported).Length, Expected = counted.Length };
    }

    public static Rollup Add(List<Figure> parts) => parts.Count == 0 ? Nothing : Nothing with
    {
        Value = parts.Sum(part => part.Value),
        OutOf = parts.TrueForAll(part => part.OutOf is not null) ? parts.Sum(part => part.OutOf!.Value) : null,
        Precision = parts.TrueForAll(part => part.Precision == Precision.Exact) ? Precision.Exact
            : parts.TrueForAll(part => part.Precision is Precision.Exact or Precision.MoreThan) ? Precision.MoreThan : Precision.About,
        Provisional = parts.Where(part => part.Standing == Standing.Provisional).Sum(part => part.Value),
        Standing = parts.Aggregate(Standing.Final, (worst, part) => worst.With(part.Standing)),
    };
}
