using System.Runtime.CompilerServices;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// Reads numbers of one moment; got from <see cref="FigureCube.Read{T}"/> or <see cref="FigureColumns.Read{T}"/> and of use only
/// inside it. Committees and indicators are given by number. Reading outside a scope throws <see cref="BrokenRuleException"/>
/// <c>scope.outside</c>; without a scope everything may be read.
/// </summary>
public readonly struct CubeReader
{
    // One of the two.
    private readonly Tally _tally;
    private readonly FigureColumns? _columns;
    private readonly Cells _cells;

    internal CubeReader(Tally tally) => (_tally, _cells) = (tally, new Cells(tally));

    internal CubeReader(FigureColumns columns) => (_tally, _columns) = (null!, columns);

    /// <summary>What a committee and all below it come to.</summary>
    /// <remarks>
    /// Quick for standard periods and for those that somebody stated; over any other the figures inside it are gone through.
    /// </remarks>
    public Rollup Total(View view, int committee, int indicator, Period period, ReadScope? scope = null)
    {
        Slot? slot = _columns is null ? _tally.Slots.Find(period) : null;
        Ensure(view, committee, slot, period, scope);
        return _columns is null ? _cells.At(view, committee, indicator, period, slot) : _columns.At(view, committee, indicator, period);
    }

    /// <summary>All indicators of one committee, in the order of their numbers.</summary>
    public void Row(View view, int committee, Period period, Span<Rollup> into, ReadScope? scope = null) =>
        Rows(view, [committee], period, into[..Width], scope);

    /// <summary>All indicators of several committees, row after row.</summary>
    public void Rows(View view, ReadOnlySpan<int> committees, Period period, Span<Rollup> into, ReadScope? scope = null)
    {
        Slot? slot = _columns is null ? _tally.Slots.Find(period) : null;
        Layer? only = slot?.Only();
        for (int at = 0; at < committees.Length; at++)
        {
            Ensure(view, committees[at], slot, period, scope);
            Span<Rollup> row = into.Slice(at * Width, Width);
            if (only is not null)
            {
                Cells.RowOf(only, slot!, view, committees[at], row);
                continue;
            }

            for (int indicator = 0; indicator < row.Length; indicator++)
            {
                row[indicator] = _columns is null ? _cells.At(view, committees[at], indicator, period, slot) : _columns.At(view, committees[at], indicator, period);
            }
        }
    }

    /// <summary>One indicator of one committee over several periods.</summary>
    public void Series(View view, int committee, int indicator, ReadOnlySpan<Period> periods, Span<Rollup> into, ReadScope? scope = null)
    {
        // Mostly today's tree lets everything be read, and one way up is enough for all periods.
        ReadScope? left = scope is null || scope.Reaches(committee, Now) ? null : scope;
        if (_columns is not null)
        {
            for (int at = 0; at < periods.Length; at++)
            {
                into[at] = Total(view, committee, indicator, periods[at], left);
            }

            return;
        }

        for (int first = 0; first < periods.Length; first += FewSlots.Length)
        {
            int count = Math.Min(FewSlots.Length, periods.Length - first);
            FewOf(view, committee, indicator, periods.Slice(first, count), into.Slice(first, count), left);
        }
    }

    /// <summary>What a committee has of its own over a period, without its subordinates.</summary>
    public Rollup Own(int committee, int indicator, Period period, ReadScope? scope = null)
    {
        Ensure(View.Then, committee, null, period, scope);
        return _columns is null ? Recount.Own(_tally, committee, indicator, period) : _columns.Own(committee, indicator, period);
    }

    /// <summary>The figure stated for exactly this period, if there is one.</summary>
    public Figure? Stated(int committee, int indicator, Period period, ReadScope? scope = null)
    {
        Ensure(View.Then, committee, null, period, scope);
        return (_columns is null ? _tally.Find(committee, indicator, period) : _columns.Find(committee, indicator, period)) is { } stated ? FigureOf(committee, indicator, period, stated) : null;
    }

    /// <summary>Every figure of a committee and indicator, by first day, the longer before the shorter.</summary>
    public IReadOnlyList<Figure> Stated(int committee, int indicator, ReadScope? scope = null)
    {
        List<Figure> figures = [];
        foreach ((Period period, Stated stated) in _columns is null ? _tally.All(committee, indicator) : _columns.All(committee, indicator))
        {
            Ensure(View.Then, committee, null, period, scope);
            figures.Add(FigureOf(committee, indicator, period, stated));
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
        var ranking = new Ranking(Math.Min(largest.Length, committees.Length));
        if (_columns is not null)
        {
            foreach (int committee in committees)
            {
                if (Total(view, committee, indicator, period, scope).Value is { } value)
                {
                    ranking.Offer(committee, value);
                }
            }

            return ranking.Fill(largest);
        }

        Slot? slot = _tally.Slots.Find(period);
        Span<long> values = stackalloc long[1024];
        for (int first = 0; first < committees.Length; first += values.Length)
        {
            ReadOnlySpan<int> some = committees.Slice(first, Math.Min(values.Length, committees.Length - first));
            foreach (int committee in scope is null ? [] : some)
            {
                Ensure(view, committee, slot, period, scope);
            }

            values.Clear();
            foreach (Layer layer in slot is null ? [] : _cells.LayersOf(slot, indicator))
            {
                Column.AddTo(values, layer.Values, view, some, indicator);
            }

            for (int at = 0; at < some.Length; at++)
            {
                // A zero needs a second look: it may be stated, missing, or of a period without totals.
                if (slot is not null && !ranking.Takes(values[at]))
                {
                    continue;
                }

                if ((values[at] != 0 ? values[at] : _cells.At(view, some[at], indicator, period, slot).Value) is { } value)
                {
                    ranking.Offer(some[at], value);
                }
            }
        }

        return ranking.Fill(largest);
    }

    private void FewOf(View view, int committee, int indicator, ReadOnlySpan<Period> periods, Span<Rollup> into, ReadScope? scope)
    {
        var slots = new FewSlots();
        var pages = new FewPages();
        Span<Cells.Plain> plain = stackalloc Cells.Plain[FewSlots.Length];
        for (int at = 0; at < periods.Length; at++)
        {
            slots[at] = _tally.Slots.Find(periods[at]);
            pages[at] = slots[at] is { } slot && _cells.LayersOf(slot, indicator) is [var only] ? CellPages.Of(only, slot, view, committee, indicator) : default;
        }

        // Periods are far apart in memory: reading all of them first, with nothing in between, lets the waits overlap.
        int cell = Pages.At(committee, indicator, _tally.Width);
        for (int at = 0; at < periods.Length; at++)
        {
            plain[at] = pages[at].Read(cell, committee);
        }

        for (int at = 0; at < periods.Length; at++)
        {
            if (slots[at] is { } slot && _cells.LayersOf(slot, indicator).Length != 1)
            {
                plain[at] = _cells.PlainAt(view, committee, indicator, slot);
            }
        }

        for (int at = 0; at < periods.Length; at++)
        {
            Ensure(view, committee, slots[at], periods[at], scope);
            into[at] = slots[at] is { } slot
                ? _cells.Finished(view, committee, indicator, slot, plain[at])
                : Recount.Total(_tally, view, committee, indicator, periods[at]);
        }
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

    private void Ensure(View view, int committee, Slot? slot, Period period, ReadScope? scope)
    {
        if (scope is null || scope.Reaches(committee, Now))
        {
            return;
        }

        if (view == View.Now || !scope.Reaches(committee, slot is null ? TreeOn(period.End) : slot.Parents))
        {
            throw new BrokenRuleException("scope.outside", $"Committee number {committee} is outside of what may be read.", committee);
        }
    }

    private int Width => _columns is null ? _tally.Width : _columns.Width;

    private int[] Now => _columns is null ? _tally.Forest.Now : _columns.Tree(View.Now, default);

    private ReadOnlySpan<int> TreeOn(DateOnly day) => _columns is null ? _tally.Forest.Look(day) : _columns.Tree(View.Then, day);

    [InlineArray(Length)]
    private struct FewSlots
    {
        public const int Length = 24;

        private Slot? _first;
    }

    [InlineArray(FewSlots.Length)]
    private struct FewPages
    {
        private CellPages _first;
    }
}
