using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// Reads numbers of one moment; got from <see cref="FigureCube.Read{T}"/> and of use only inside it. Committees and
/// indicators are given by number. Reading outside a scope throws <see cref="BrokenRuleException"/>
/// <c>scope.outside</c>; without a scope everything may be read.
/// </summary>
public readonly struct CubeReader
{
    private readonly Tally _tally;

    internal CubeReader(Tally tally) => _tally = tally;

    /// <summary>What a committee and all below it come to.</summary>
    /// <remarks>
    /// Quick for standard periods and for those that somebody stated; over any other the figures inside it are gone through.
    /// </remarks>
    public Rollup Total(View view, int committee, int indicator, Period period, ReadScope? scope = null)
    {
        Slot? slot = _tally.Slots.Find(period);
        Ensure(view, committee, slot, period, scope);
        return slot is null ? Recount.Total(_tally, view, committee, indicator, period) : Cell(view, committee, indicator, slot);
    }

    /// <summary>All indicators of one committee, in the order of their numbers.</summary>
    public void Row(View view, int committee, Period period, Span<Rollup> into, ReadScope? scope = null)
    {
        Slot? slot = _tally.Slots.Find(period);
        Ensure(view, committee, slot, period, scope);
        for (int indicator = 0; indicator < _tally.Width; indicator++)
        {
            into[indicator] = slot is null ? Recount.Total(_tally, view, committee, indicator, period) : Cell(view, committee, indicator, slot);
        }
    }

    /// <summary>All indicators of several committees, row after row.</summary>
    public void Rows(View view, ReadOnlySpan<int> committees, Period period, Span<Rollup> into, ReadScope? scope = null)
    {
        for (int at = 0; at < committees.Length; at++)
        {
            Row(view, committees[at], period, into.Slice(at * _tally.Width, _tally.Width), scope);
        }
    }

    /// <summary>One indicator of one committee over several periods.</summary>
    public void Series(View view, int committee, int indicator, ReadOnlySpan<Period> periods, Span<Rollup> into, ReadScope? scope = null)
    {
        // Mostly today's tree lets everything be read, and one way up is enough for all periods.
        ReadScope? left = scope is null || scope.Reaches(committee, _tally.Forest.Now) ? null : scope;
        for (int at = 0; at < periods.Length; at++)
        {
            into[at] = Total(view, committee, indicator, periods[at], left);
        }
    }

    /// <summary>What a committee has of its own over a period, without its subordinates.</summary>
    public Rollup Own(int committee, int indicator, Period period, ReadScope? scope = null)
    {
        Ensure(View.Then, committee, null, period, scope);
        return Recount.Own(_tally, committee, indicator, period);
    }

    /// <summary>The figure stated for exactly this period, if there is one.</summary>
    public Figure? Stated(int committee, int indicator, Period period, ReadScope? scope = null)
    {
        Ensure(View.Then, committee, null, period, scope);
        return _tally.Find(committee, indicator, period) is { } stated ? FigureOf(committee, indicator, period, stated) : null;
    }

    /// <summary>Every figure of a committee and indicator, by first day, the longer before the shorter.</summary>
    public IReadOnlyList<Figure> Stated(int committee, int indicator, ReadScope? scope = null)
    {
        List<Figure> figures = [];
        foreach (Slot slot in _tally.Slots.All)
        {
            if (slot.Own?.Find(committee, indicator) is { } stated)
            {
                Ensure(View.Then, committee, slot, slot.Period, scope);
                figures.Add(FigureOf(committee, indicator, slot.Period, stated));
            }
        }

        return figures;
    }

    /// <summary>
    /// The committees with the largest values, largest first, of those given; fills all of <paramref name="largest"/> as
    /// far as there are committees with a figure. Of equal values the smaller number comes first.
    /// </summary>
    /// <returns>How many were filled in.</returns>
    public int Rank(View view, int indicator, Period period, ReadOnlySpan<int> committees, Span<int> largest, ReadScope? scope = null)
    {
        Slot? slot = _tally.Slots.Find(period);
        var ranking = new Ranking(Math.Min(largest.Length, committees.Length));
        foreach (int committee in committees)
        {
            Ensure(view, committee, slot, period, scope);
            long? value = slot is null
                ? Recount.Total(_tally, view, committee, indicator, period).Value
                : Sum(view, committee, indicator, slot).Value is var sum && sum != 0 ? sum : Cell(view, committee, indicator, slot).Value;
            ranking.Offer(committee, value);
        }

        return ranking.Fill(largest);
    }

    private static Figure FigureOf(int committee, int indicator, Period period, Stated stated) => new()
    {
        Committee = committee,
        Indicator = indicator,
        Period = period,
        Value = stated.Value,
        OutOf = stated.OutOf,
        Precision = stated.Precision,
        Standing = stated.Standing,
    };

    private Rollup Cell(View view, int committee, int indicator, Slot slot)
    {
        Amounts amounts = Sum(view, committee, indicator, slot);
        int reported = slot.Reported is { } counts ? (int)counts.At(view, committee, indicator) : amounts.Parts;
        int expected = reported;
        if (slot.Due?[indicator] is { } due)
        {
            expected = (int)due.Counts.At(view, committee, 0) + (int)(slot.Voluntary?.At(view, committee, indicator) ?? 0);
        }

        return amounts.Read(reported, expected);
    }

    private Amounts Sum(View view, int committee, int indicator, Slot slot)
    {
        Layer[] layers = _tally.OverTime[indicator] == Indicators.OverTime.Sum ? slot.SumLayers : slot.LastLayers;
        Amounts amounts = default;
        foreach (Layer layer in layers)
        {
            amounts += layer.At(view, committee, indicator);
        }

        return amounts;
    }

    private void Ensure(View view, int committee, Slot? slot, Period period, ReadScope? scope)
    {
        if (scope is null || scope.Reaches(committee, _tally.Forest.Now))
        {
            return;
        }

        if (view == View.Now || !scope.Reaches(committee, slot is null ? _tally.Forest.Look(period.End) : slot.Parents))
        {
            throw new BrokenRuleException("scope.outside", $"Committee number {committee} is outside of what may be read.", committee);
        }
    }
}
