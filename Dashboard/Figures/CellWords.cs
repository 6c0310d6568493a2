using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Layout;

namespace Dashboard.Figures;

/// <summary>A number of the pivot in words of the reader's language.</summary>
/// <param name="Hedge">The word before it where the source does not state it exactly.</param>
/// <param name="Text">The number, or “–”.</param>
/// <param name="Of">“/9.317”: what it is out of, where the source says so.</param>
/// <param name="Part">The part of that which it is.</param>
/// <param name="Tone">Class of the colour, where better or worse is certain.</param>
public readonly record struct CellWords(string? Hedge, string Text, string? Of, string? Part, string? Tone)
{
    // Below this a change is a count: a percentage of few cases says more than there is.
    private const long SmallBase = 20;

    /// <summary>Nothing is there to be said.</summary>
    public bool IsMissing => Text == Numerals.Missing;

    /// <summary>All of it in one line.</summary>
    public string Line => $"{Hedge}{(Hedge is null ? "" : "\u00a0")}{Text}{Of}{(Part is null ? "" : $" = {Part}")}";

    /// <summary>What a cell says.</summary>
    public static CellWords For(PivotRow row, PivotCell cell, PivotMode mode) => (mode, row.Kind) switch
    {
        (PivotMode.Change, _) => Change(row, cell),
        (_, PivotRowKind.Progress) => Plain(Numerals.Percent(cell.Share, 1)),
        (PivotMode.Plan, not PivotRowKind.Plan) => Plain(Numerals.Percent(cell.Share, 1)),
        _ => Number(cell),
    };

    /// <summary>The change against the same period of last year: of few cases a count, of shares in percentage points.</summary>
    public static CellWords Change(PivotRow row, PivotCell cell)
    {
        if (row.Kind == PivotRowKind.Progress)
        {
            return cell.Share - cell.BaseShare is { } points
                ? new(null, FigureTexts.Get("Points", Numerals.Points(points * 100, 1)), null, null, ToneOf(Math.Sign(Math.Round(points, 3)), row.Direction))
                : Plain(Numerals.Missing);
        }

        if (cell.Value - cell.Base is not { } difference)
        {
            return Plain(Numerals.Missing);
        }

        string text = cell.Base >= SmallBase && difference != 0 ? Numerals.PercentDifference((double)difference / cell.Base.Value, 1) : Numerals.Difference(difference);
        return new(null, text, null, null, ToneOf(Math.Sign(difference), row.Direction));
    }

    /// <summary>1 for more than last year, −1 for less, 0 for the same or where nothing can be compared.</summary>
    public static int SignOf(PivotRow row, PivotCell cell) => row.Kind == PivotRowKind.Progress
        ? cell.Share - cell.BaseShare is { } points ? Math.Sign(Math.Round(points, 3)) : 0
        : cell.Value - cell.Base is { } difference ? Math.Sign(difference) : 0;

    private static CellWords Number(PivotCell cell)
    {
        string? hedge = cell.Value is null || cell.Precision == Precision.Exact ? null : Numerals.PrecisionWord(cell.Precision);
        return cell is { OutOf: > 0 and { } whole, Value: { } value }
            ? new(hedge, Numerals.Whole(value), $"/{Numerals.Whole(whole)}", Numerals.Percent((double)value / whole), null)
            : new(hedge, Numerals.Whole(cell.Value), null, null, null);
    }

    private static CellWords Plain(string text) => new(null, text, null, null, null);

    private static string? ToneOf(int sign, Direction direction) => (sign, direction) switch
    {
        (0, _) or (_, Direction.Neutral) => null,
        ( > 0, Direction.Up) or ( < 0, Direction.Down) => "t-ok",
        _ => "t-crit",
    };
}
