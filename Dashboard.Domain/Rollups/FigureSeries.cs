using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>The figures that one indicator has for one period, one of a committee, gone for when they are first asked for.</summary>
/// <param name="period">Their period.</param>
/// <param name="figures">Brings them, in any order.</param>
public sealed class FigureSeries(Period period, Func<IEnumerable<Figure>> figures)
{
    private readonly Lazy<(int[] Committees, Stated[] Stated)> _held = new(() => Sorted(figures()));

    /// <summary>Their period.</summary>
    public Period Period => period;

    /// <summary>Numbers of the committees that have one, in order.</summary>
    internal ReadOnlySpan<int> Committees => _held.Value.Committees;

    /// <summary>What they have, in the same order.</summary>
    internal ReadOnlySpan<Stated> Stated => _held.Value.Stated;

    internal bool Has(int committee) => Committees.BinarySearch(committee) >= 0;

    internal Stated? Find(int committee) => Committees.BinarySearch(committee) is >= 0 and var at ? Stated[at] : null;

    private static (int[] Committees, Stated[] Stated) Sorted(IEnumerable<Figure> figures)
    {
        Figure[] all = [.. figures];
        int[] committees = Array.ConvertAll(all, figure => figure.Committee);
        Stated[] stated = Array.ConvertAll(all, Rollups.Stated.Of);
        Array.Sort(committees, stated);
        return (committees, stated);
    }
}
