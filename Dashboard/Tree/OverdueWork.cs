using System.Collections.Immutable;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Returns;

namespace Dashboard.Tree;

/// <summary>
/// Counts what is overdue in today's structure: lapses, complaints and returns. Once for all who look, and again only the part
/// that changed since.
/// </summary>
public sealed class OverdueWork(LiveFigures figures, LocalCalendar calendar)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Form, int Version, Period Period), (ImmutableDictionary<int, Return>? Started, int[] Late)> _late = [];
    private LiveState? _state;
    private DateOnly _day;
    private OverdueCounts _counts = new([]);

    /// <summary>The counts as they stand.</summary>
    public OverdueCounts Now()
    {
        LiveState state = figures.Now;
        DateOnly today = calendar.Today;
        lock (_gate)
        {
            if (!HoldsFor(state, today))
            {
                _counts = Count(state, today);
                (_state, _day) = (state, today);
            }

            return _counts;
        }
    }

    // Figures come far more often than anything counted here, and change none of it.
    private bool HoldsFor(LiveState state, DateOnly today) =>
        _state is { } before && _day == today && ReferenceEquals(before.Hierarchy, state.Hierarchy) && before.Forms == state.Forms
        && ReferenceEquals(before.Returns, state.Returns) && ReferenceEquals(before.Lapses, state.Lapses) && ReferenceEquals(before.Complaints, state.Complaints);

    private OverdueCounts Count(LiveState state, DateOnly today)
    {
        var own = new int[state.Hierarchy.Count];
        foreach (int committee in state.Lapses.Values.Where(l => l.IsOverdueOn(today)).Select(l => l.Committee)
            .Concat(state.Complaints.Values.Where(c => c.IsOverdueOn(today)).Select(c => c.Committee))
            .Concat(LateReturns(state, today)))
        {
            own[committee]++;
        }

        ImmutableArray<int> parents = state.Hierarchy.ParentsNow(today);
        var counts = new int[own.Length];
        for (int committee = 0; committee < own.Length; committee++)
        {
            for (int node = own[committee] > 0 ? committee : -1; node >= 0; node = parents[node])
            {
                counts[node] += own[committee];
            }
        }

        return new OverdueCounts(counts);
    }

    private List<int> LateReturns(LiveState state, DateOnly today)
    {
        if (_state is null || _day != today || !ReferenceEquals(_state.Hierarchy, state.Hierarchy) || _state.Forms != state.Forms)
        {
            _late.Clear();
        }

        var late = new List<int>();
        foreach (Form form in state.Forms)
        {
            foreach (Period period in OwedReturns.PeriodsOf(form, today))
            {
                late.AddRange(LateFor(form, period, state, today));
            }
        }

        return late;
    }

    // A return changes the list of one form and one period only.
    private int[] LateFor(Form form, Period period, LiveState state, DateOnly today)
    {
        if (form.DueOn(period) >= today)
        {
            return [];
        }

        ImmutableDictionary<int, Return>? started = state.Returns.GetValueOrDefault((form.Code, period));
        (string, int, Period) key = (form.Code, form.Version, period);
        if (!_late.TryGetValue(key, out (ImmutableDictionary<int, Return>? Started, int[] Late) known) || !ReferenceEquals(known.Started, started))
        {
            known = (started, [.. form.OwedBy(period, state.Hierarchy).Where(c => started?.GetValueOrDefault(c) is not { } begun || (!begun.IsIn && begun.DueOn < today))]);
            _late[key] = known;
        }

        return known.Late;
    }
}
