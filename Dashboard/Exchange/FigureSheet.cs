using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;

namespace Dashboard.Exchange;

/// <summary>Reads rows of figures against the names that the database knows.</summary>
internal sealed class FigureSheet(IReadOnlyDictionary<string, int> committees, IReadOnlyDictionary<string, Indicator> indicators, FaultList faults)
{
    private static readonly string[] Days = ["period_start", "period_end"];

    private readonly Dictionary<string, Period> _periods = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Indicator> _indicators = indicators.Values.ToDictionary(i => i.Number);
    private bool _hasNotation;

    public Indicator IndicatorOf(int number) => _indicators[number];

    /// <summary>Whether the file gives its periods in notation or as two days; a fault when neither or both.</summary>
    public bool ChoosePeriodColumns(Cells row)
    {
        _hasNotation = row.Has("period");
        string[] lacking = _hasNotation ? [] : [.. Days.Where(c => !row.Has(c))];
        string[] extra = _hasNotation ? [.. Days.Where(row.Has)] : [];
        bool hasNone = lacking.Length == Days.Length;
        foreach (string column in hasNone ? ["period"] : lacking)
        {
            faults.Add(1, column, "column.missing");
        }

        foreach (string column in extra)
        {
            faults.Add(1, column, "column.duplicate");
        }

        return lacking.Length == 0 && extra.Length == 0;
    }

    public FigureLine? Read(Cells row)
    {
        int before = faults.Count;
        if (!committees.TryGetValue(row.Text("committee"), out int committee))
        {
            Unknown(row, "committee");
        }

        if (!indicators.TryGetValue(row.Text("indicator"), out Indicator? indicator))
        {
            Unknown(row, "indicator");
        }

        Period? period = _hasNotation ? ReadNotation(row) : ReadDays(row);
        long? value = row.Count("value", mayBeEmpty: false);
        long? outOf = row.Count("out_of", mayBeEmpty: true);
        if (value > outOf)
        {
            row.Fault("value", "figure.outOf", indicator?.Code ?? "", period?.ToString() ?? "", value.Value, outOf.Value);
        }

        Precision precision = row.Word("precision", Precision.Exact);
        return faults.Count == before ? new FigureLine(committee, indicator!.Number, period!.Value, value!.Value, outOf, precision, row.Line) : null;
    }

    private static void Unknown(Cells row, string column)
    {
        string code = row.Text(column);
        if (code.Length == 0)
        {
            row.Fault(column, "text.missing");
        }
        else
        {
            row.Fault(column, column + ".unknown", Cells.Short(code));
        }
    }

    private Period? ReadNotation(Cells row)
    {
        string text = row.Text("period");
        if (_periods.TryGetValue(text, out Period known))
        {
            return known;
        }

        if (Period.TryParse(text, out Period period))
        {
            return _periods[text] = period;
        }

        row.Fault("period", "period.invalid", Cells.Short(text));
        return null;
    }

    private static Period? ReadDays(Cells row)
    {
        DateOnly? start = row.Day("period_start", mayBeEmpty: false);
        DateOnly? end = row.Day("period_end", mayBeEmpty: false);
        if (start > end)
        {
            row.Fault("period_end", "period.reversed", start, end);
            return null;
        }

        return start is { } first && end is { } last ? new Period(first, last) : null;
    }
}
