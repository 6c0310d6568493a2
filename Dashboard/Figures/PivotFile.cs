using System.Globalization;
using Dashboard.Charts;
using Dashboard.Disclosure;
using Dashboard.Domain.Figures;
using Dashboard.Exchange;
using Dashboard.Layout;

namespace Dashboard.Figures;

/// <summary>The pivot as a file: the rows, columns and words that are on the page, in its order.</summary>
internal static class PivotFile
{
    /// <summary>Name of the file: what, whose, until when.</summary>
    public static string NameOf(Pivot pivot, PivotSight sight) => $"figures-{sight.Head.Committee.Code}-{pivot.Question.Last}.csv";

    /// <summary>The text of the file.</summary>
    public static string Write(Pivot pivot, PivotSight sight) => CsvText.Of(Lines(pivot, sight));

    /// <summary>What the log keeps of it.</summary>
    public static ExportRecord Record(Pivot pivot, PivotSight sight) => new(
        "figures",
        "csv",
        PivotShown.Rows(pivot, sight.Choice).Count(),
        [("period", pivot.Question.Last.ToString()), ("view", pivot.Question.View.ToString().ToLowerInvariant()), .. sight.Choice.Query]);

    /// <summary>The head, how far the returns are in, and the rows.</summary>
    public static IEnumerable<IReadOnlyList<string>> Lines(Pivot pivot, PivotSight sight)
    {
        yield return [FigureTexts.Get("Code"), FigureTexts.Get("Indicator"), FigureTexts.Get("Unit"), .. pivot.Columns.Select(column => PeriodNames.Of(column.Period)), FigureTexts.Get("YearOnYear")];
        if (pivot.Columns.Any(column => column.Owing > 0))
        {
            yield return ["", FigureTexts.Get("Coverage"), "", .. pivot.Columns.Select(column => column.Owing > 0 ? $"{column.In}/{column.Owing}" : ""), ""];
        }

        foreach (PivotRow row in PivotShown.Rows(pivot, sight.Choice))
        {
            yield return
            [
                PivotWords.Code(row), PivotWords.Name(row), row.Indicator is { } indicator ? FigureTexts.Unit(indicator.Unit) : "",
                .. row.Cells.Select(cell => Text(row, cell, sight.Choice.Mode)), Withheld.Is(row.Current.Value) ? CirculationWords.Hidden : CellWords.Change(row, row.Current) is { IsMissing: false } change ? change.Text : "",
            ];
        }
    }

    // A number that is no more than a number is written as one, for whoever goes on calculating.
    private static string Text(PivotRow row, PivotCell cell, PivotMode mode)
    {
        CellWords words = CellWords.For(row, cell, mode);
        bool isNumber = mode != PivotMode.Change && row.Kind != PivotRowKind.Progress && (mode == PivotMode.Numbers || row.Kind == PivotRowKind.Plan);
        return Withheld.Is(cell.Value) ? CirculationWords.Hidden : words.IsMissing ? ""
            : isNumber && cell is { Precision: Precision.Exact, Value: { } value } && words.Of is null ? value.ToString(CultureInfo.InvariantCulture)
            : words.Line;
    }
}
