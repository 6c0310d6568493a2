using Dashboard.Domain.Figures;
using Dashboard.Layout;
using Dashboard.Returns;

namespace Dashboard.Figures;

/// <summary>What the card beside a number says about it.</summary>
internal static class CardWords
{
    /// <summary>What makes the number less than certain, a sentence each.</summary>
    public static IEnumerable<string> Sentences(PivotRow row, PivotCell cell, PivotColumn column)
    {
        if (cell.Value is null && row.Kind is PivotRowKind.Indicator or PivotRowKind.Total)
        {
            yield return FigureTexts.Get("Card.Missing");
        }

        if (cell is { Value: { } value, Precision: not Precision.Exact })
        {
            yield return FigureTexts.Get($"Card.{cell.Precision}", Numerals.Figure(value, cell.Precision), Numerals.Whole(value));
        }

        if (cell.Standing == Standing.Provisional)
        {
            yield return FigureTexts.Get("Card.Provisional");
        }
        else if (cell.Standing == Standing.Revised)
        {
            yield return FigureTexts.Get("Card.Revised");
        }

        if (cell.IsSignal)
        {
            yield return FigureTexts.Get("Card.Signal");
        }

        if (column.IsRunning)
        {
            yield return FigureTexts.Get("Meta.Running", PeriodNames.Of(column.Period));
        }
    }

    /// <summary>Where the number comes from.</summary>
    public static string Source(PivotRow row) => row.Kind switch
    {
        PivotRowKind.Plan => FigureTexts.Get("Source.Plan"),
        PivotRowKind.Progress => FigureTexts.Get("Source.Progress"),
        PivotRowKind.Total => FigureTexts.Get("Source.Total"),
        _ => FigureTexts.Get(ReturnReading.IsCounted(row.Indicator!.Code) ? "Source.Register" : "Source.Returns"),
    };
}
