using System.Runtime.CompilerServices;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>Puts together what is read of a cell, from the layers of a period and what is kept beside them.</summary>
internal readonly struct Cells(Tally tally)
{
    public Rollup At(View view, int committee, int indicator, Period period, Slot? slot)
    {
        if (slot is null)
        {
            return Recount.Total(tally, view, committee, indicator, period);
        }

        return Finished(view, committee, indicator, slot, PlainAt(view, committee, indicator, slot));
    }

    /// <summary>All there is to most cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Plain PlainAt(View view, int committee, int indicator, Slot slot)
    {
        long value = 0;
        long parts = 0;
        foreach (Layer layer in LayersOf(slot, indicator))
        {
            value = unchecked(value + layer.Values.At(view, committee, indicator));
            parts += layer.Parts.At(view, committee, indicator);
        }

        return new Plain(value, (int)parts, (int)(slot.Due?[indicator]?.Counts.At(view, committee, 0) ?? 0));
    }

    /// <summary>What <see cref="PlainAt"/> gave, with coverage, denominator, precision and provisional part.</summary>
    public Rollup Finished(View view, int committee, int indicator, Slot slot, Plain plain)
    {
        int reported = slot.Reported is { } counts ? (int)counts.At(view, committee, indicator) : plain.Parts;
        if (plain.Owing > 0)
        {
            reported -= (int)(slot.Voluntary?.At(view, committee, indicator) ?? 0);
        }

        Amounts amounts = default;
        foreach (Layer layer in LayersOf(slot, indicator))
        {
            if (layer.Remarks is { } remarks)
            {
                amounts += remarks.At(view, committee, indicator);
            }
        }

        return (amounts with { Value = plain.Value, Parts = plain.Parts }).Read(reported, plain.Owing > 0 ? plain.Owing : reported);
    }

    /// <summary>All cells of one committee in a period that has <see cref="Slot.Only"/> one layer.</summary>
    public static void RowOf(Layer only, Slot slot, View view, int committee, Span<Rollup> into)
    {
        Plane<Sums>.Row values = only.Values.RowOf(view, committee);
        Plane<Counts>.Row parts = only.Parts.RowOf(view, committee);
        ReadOnlySpan<DueSet?> due = slot.Due;
        DueSet? asked = null;
        int owing = 0;
        for (int indicator = 0; indicator < into.Length; indicator++)
        {
            if (indicator < due.Length && !ReferenceEquals(due[indicator], asked))
            {
                asked = due[indicator];
                owing = (int)(asked?.Counts.At(view, committee, 0) ?? 0);
            }

            int reported = (int)parts[indicator];
            into[indicator] = new Rollup(
                reported == 0 ? null : values[indicator], null, Precision.Exact, reported, owing > 0 ? owing : reported, 0);
        }
    }

    public Layer[] LayersOf(Slot slot, int indicator) =>
        tally.OverTime[indicator] == OverTime.Sum ? slot.SumLayers : slot.LastLayers;

    /// <summary>A sum, the number of its parts, and how many committees were due to report.</summary>
    internal readonly record struct Plain(long Value, int Parts, int Owing);
}
