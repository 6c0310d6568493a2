using System.Collections.Immutable;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Domain.Signals;
using Dashboard.Returns;

namespace Dashboard.Review;

/// <summary>What there is to say of a return that was handed in, before anybody opens it.</summary>
/// <param name="Version">The version it is true of: what is approved by the list is this one.</param>
/// <param name="Unsettled">Errors, and warnings without a reason: figures of other periods changed since it was handed in.</param>
/// <param name="Explained">Warnings for which a reason or a note was given.</param>
/// <param name="Signals">Lines whose series shows a signal in this period.</param>
/// <param name="Step">The figure furthest from that of the period before, where one is far.</param>
public sealed record ReviewFacts(string Version, int Unsettled, int Explained, int Signals, FigureStep? Step)
{
    /// <summary>Periods of a series that is judged.</summary>
    public const int PeriodsJudged = 12;

    /// <summary>The most pressing of it.</summary>
    public Risk Risk => this switch
    {
        { Unsettled: > 0 } => Risk.Unsettled,
        { Explained: > 0 } => Risk.Explained,
        { Signals: > 0 } => Risk.Signal,
        { Step: not null } => Risk.Changed,
        _ => Risk.None,
    };

    /// <summary>Reads them from a return.</summary>
    /// <param name="sheet">The return.</param>
    /// <param name="own">The committee's own figure of an indicator over a period.</param>
    public static ReviewFacts Of(ReturnSheet sheet, Func<string, Period, long?> own)
    {
        ReturnLine[] entered = [.. sheet.Lines.Where(l => !ReturnReading.IsCounted(l.Indicator) && l.Value is not null)];
        return new ReviewFacts(
            sheet.Version,
            sheet.Findings.Count(f => f.IsError || !f.IsSettled),
            sheet.Findings.Count(f => f is { IsError: false, IsSettled: true }),
            entered.Count(l => HasSignal(sheet.Key.Period, l, own)),
            entered.Select(l => StepOf(sheet.Key.Period, l, own)).OfType<FigureStep>().Where(s => s.IsLarge).MaxBy(s => s.Weight));
    }

    private static FigureStep? StepOf(Period period, ReturnLine line, Func<string, Period, long?> own) =>
        own(line.Indicator, period.Previous()) is { } before ? new FigureStep(line.Indicator, before, line.Value!.Value) : null;

    private static bool HasSignal(Period period, ReturnLine line, Func<string, Period, long?> own)
    {
        var values = new long?[PeriodsJudged];
        values[^1] = line.Value;
        Period before = period;
        for (int i = PeriodsJudged - 2; i >= 0; i--)
        {
            before = before.Previous();
            values[i] = own(line.Indicator, before);
        }

        // Counts that are mostly zero are not judged by limits.
        ImmutableArray<long?> known = [.. values.SkipWhile(v => v is null)];
        return known.Count(v => v > 0) * 2 > known.Length && ProcessChart.Of(known).Signals.Any(s => s.Index == known.Length - 1);
    }
}
