using System.Collections.Immutable;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Domain.Rollups;
using Dashboard.Live;
using Dashboard.Since;

namespace Dashboard.Tests.Since;

/// <summary>What was known at two moments, the later one made from the earlier one by changes at random that need no database.</summary>
internal sealed class TwoMoments
{
    private readonly LiveState _state;
    private readonly DateOnly _today;
    private readonly List<Figure> _figures;

    public TwoMoments(LiveState state, IEnumerable<FigureChange> figures, DateOnly today)
    {
        (_state, _today) = (state, today);
        // The registers' own figures are counted, never stated.
        _figures = [.. figures.Select(f => f.Now!)];
        From = At(_state, _figures, today);
    }

    public SinceMoment From { get; }

    /// <summary>A later moment, by so many days, after so many changes.</summary>
    public SinceMoment Later(int seed, int days, int changes, Period period)
    {
        var random = new Random(seed);
        LiveState state = _state;
        List<Figure> figures = [.. _figures];
        int top = state.Hierarchy.NumberOf("TU-MAU");
        int[] below = [.. state.Hierarchy.On(_today).SubtreeOf(top)];
        int[] indicators = [.. state.Indicators.OfTopic("vetting")];
        for (int change = 0; change < changes; change++)
        {
            int committee = below[random.Next(below.Length)];
            DateOnly day = _today.AddDays(random.Next(days));
            switch (random.Next(7))
            {
                case 0:
                    state = state with { Complaints = Changed(state.Complaints, random, id => new Complaint { Id = id, Committee = committee, Reference = "9999/1", Kind = ComplaintKind.Petition, Category = "other", ReceivedOn = day, DueOn = day.AddDays(random.Next(20)) }) };
                    break;
                case 1:
                    state = state with { Complaints = Edited(state.Complaints, random, c => c with { ResolvedOn = c.ResolvedOn is null ? day : null, Outcome = c.ResolvedOn is null ? (ComplaintOutcome)random.Next(5) : null, DueOn = c.DueOn.AddDays(random.Next(-9, 9)) }) };
                    break;
                case 2:
                    state = state with { Lapses = Edited(state.Lapses, random, l => l with { RemediedOn = l.RemediedOn is null ? day : null, RemedyDueOn = l.RemedyDueOn.AddDays(random.Next(-9, 9)) }) };
                    break;
                case 3:
                    state = state with { Lapses = Changed(state.Lapses, random, id => new Lapse { Id = id, Committee = committee, Kind = LapseKind.Untrained, FoundOn = day, FoundBy = LapseSource.Inspection, RemedyDueOn = day.AddDays(random.Next(20)) }) };
                    break;
                case 4:
                    state = state with { Returns = state.Returns.ToImmutableDictionary(r => r.Key, r => r.Value.ToImmutableDictionary(o => o.Key, o => o.Key == committee ? o.Value with { State = (ReturnState)random.Next(5) } : o.Value)) };
                    break;
                case 5:
                    Restate(figures, random, committee, indicators[random.Next(indicators.Length)], period);
                    break;
                default:
                    state = state with { Hierarchy = Moved(state.Hierarchy, random, below, _today.AddDays(1)) };
                    break;
            }
        }

        return At(state with { Sequence = state.Sequence + changes }, figures, _today.AddDays(days));
    }

    private static void Restate(List<Figure> figures, Random random, int committee, int indicator, Period period)
    {
        Figure? old = figures.Find(f => f.Committee == committee && f.Indicator == indicator && f.Period == period);
        if (old is not null)
        {
            figures.Remove(old);
        }

        if (old is null || random.Next(3) > 0)
        {
            figures.Add(new Figure { Committee = committee, Indicator = indicator, Period = period, Value = random.Next(9) });
        }
    }

    // Not every move is allowed; one that is not is left out.
    private static Hierarchy Moved(Hierarchy hierarchy, Random random, int[] below, DateOnly day)
    {
        try
        {
            return hierarchy.MoveUnder(hierarchy[below[random.Next(1, below.Length)]].Code, hierarchy[random.Next(4) == 0 ? hierarchy.NumberOf("TW") : below[random.Next(below.Length)]].Code, day);
        }
        catch (Dashboard.Domain.BrokenRuleException)
        {
            return hierarchy;
        }
    }

    private static ImmutableDictionary<long, T> Changed<T>(ImmutableDictionary<long, T> rows, Random random, Func<long, T> make) =>
        random.Next(3) == 0 ? rows.Remove(rows.Keys.ElementAt(random.Next(rows.Count))) : 100_000 + random.NextInt64(1_000_000_000) is var id && rows.ContainsKey(id) ? rows : rows.Add(id, make(id));

    private static ImmutableDictionary<long, T> Edited<T>(ImmutableDictionary<long, T> rows, Random random, Func<T, T> edit) =>
        rows.Keys.ElementAt(random.Next(rows.Count)) is var id ? rows.SetItem(id, edit(rows[id])) : rows;

    private static SinceMoment At(LiveState state, List<Figure> figures, DateOnly today)
    {
        ILookup<int, Figure> ofIndicator = figures.ToLookup(f => f.Indicator);
        var columns = new FigureColumns(
            CubeTrees.Of(state.Hierarchy, today),
            [.. state.Indicators.All.Select(i => i.OverTime)],
            indicator => ofIndicator[indicator].GroupBy(f => f.Period).Select(group => new FigureSeries(group.Key, () => group)),
            []);
        var stated = new StatedPeriods();
        stated.Add(figures.Select(f => new FigureChange(f.Committee, f.Indicator, f.Period, f, 1)));
        return new SinceMoment(new PastFigures(columns, state, today, () => stated), today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
    }
}
