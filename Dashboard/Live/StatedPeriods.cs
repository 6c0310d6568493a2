using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Live;

/// <summary>Who stated anything for which period: how a page finds the latest period that has something to show.</summary>
public sealed class StatedPeriods
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Period, HashSet<int>> _committees = [];

    /// <summary>Takes note of figures; a withdrawn one stays noted.</summary>
    public void Add(IEnumerable<FigureChange> figures)
    {
        lock (_gate)
        {
            foreach (FigureChange figure in figures)
            {
                if (!_committees.TryGetValue(figure.Period, out HashSet<int>? set))
                {
                    _committees.Add(figure.Period, set = []);
                }

                set.Add(figure.Committee);
            }
        }
    }

    /// <summary>Takes note of committees that stated something for a period.</summary>
    internal void Add(Period period, IEnumerable<int> committees)
    {
        lock (_gate)
        {
            if (!_committees.TryGetValue(period, out HashSet<int>? set))
            {
                _committees.Add(period, set = []);
            }

            set.UnionWith(committees);
        }
    }

    /// <summary>The periods inside <paramref name="period"/>, itself included, for which anybody stated anything, by first day.</summary>
    public Period[] Within(Period period)
    {
        lock (_gate)
        {
            return [.. _committees.Keys.Where(period.Contains).Order()];
        }
    }

    /// <summary>Whether somebody stated something for the one and for the other.</summary>
    public bool IsBothStated(Period one, Period other)
    {
        lock (_gate)
        {
            return _committees.TryGetValue(one, out HashSet<int>? first) && _committees.TryGetValue(other, out HashSet<int>? second)
                && (first.Count < second.Count ? second.Overlaps(first) : first.Overlaps(second));
        }
    }

    /// <summary>Numbers of those who stated anything for exactly this period.</summary>
    public int[] CommitteesOf(Period period)
    {
        lock (_gate)
        {
            return _committees.TryGetValue(period, out HashSet<int>? set) ? [.. set] : [];
        }
    }

    /// <summary>The latest-ending period that a committee of those asked about stated something for, the longest of several.</summary>
    public Period? Latest(Func<int, bool> isAsked)
    {
        lock (_gate)
        {
            return _committees.Where(p => p.Value.Any(isAsked)).Select(p => (Period?)p.Key).OrderByDescending(p => p!.Value.End).ThenBy(p => p!.Value.Start).FirstOrDefault();
        }
    }
}
