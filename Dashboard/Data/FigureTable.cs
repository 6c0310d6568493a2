using System.Data.Common;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Data;

/// <summary>
/// Writes figures and their log entries with prepared commands, inside a ledger's write. Knows all figures of the committee and
/// indicator it last worked on, so many of the same in a row cost one query.
/// </summary>
internal sealed class FigureTable
{
    private readonly LedgerPage _page;
    private readonly DbCommand _select;
    private readonly DbCommand _insert;
    private readonly DbCommand _update;
    private readonly DbCommand _delete;
    private readonly List<FigureRow> _rows = [];
    private (int Committee, int Indicator) _pair = (-1, -1);

    public FigureTable(LedgerPage page)
    {
        _page = page;
        _select = page.Command(
            """
            SELECT "Start", "End", "Value", "OutOf", "Precision", "Standing", "Sequence" FROM "Figures"
            WHERE "Committee" = @committee AND "Indicator" = @indicator ORDER BY "Start", "End"
            """,
            "committee", "indicator");
        _insert = page.Command(
            """
            INSERT INTO "Figures" ("Committee", "Indicator", "Start", "End", "Value", "OutOf", "Precision", "Standing", "Sequence")
            VALUES (@committee, @indicator, @start, @end, @value, @outOf, @precision, @standing, @sequence)
            """,
            "committee", "indicator", "start", "end", "value", "outOf", "precision", "standing", "sequence");
        _update = page.Command(
            """
            UPDATE "Figures" SET "Value" = @value, "OutOf" = @outOf, "Precision" = @precision, "Standing" = @standing, "Sequence" = @sequence
            WHERE "Committee" = @committee AND "Indicator" = @indicator AND "Start" = @start AND "End" = @end
            """,
            "committee", "indicator", "start", "end", "value", "outOf", "precision", "standing", "sequence");
        _delete = page.Command(
            """DELETE FROM "Figures" WHERE "Committee" = @committee AND "Indicator" = @indicator AND "Start" = @start AND "End" = @end""",
            "committee", "indicator", "start", "end");
    }

    /// <summary>The figure stated for exactly that period.</summary>
    public FigureRow? Find(int committee, int indicator, Period period)
    {
        Load(committee, indicator);
        return _rows.Find(r => r.Start == period.Start && r.End == period.End);
    }

    /// <summary>All figures of a committee and indicator.</summary>
    public IEnumerable<Figure> Of(int committee, int indicator)
    {
        Load(committee, indicator);
        return _rows.Select(r => r.ToFigure());
    }

    /// <summary>A stated figure that <paramref name="period"/> partly overlaps; null when there is none.</summary>
    public Figure? Meets(int committee, int indicator, Period period)
    {
        Load(committee, indicator);
        foreach (FigureRow row in _rows)
        {
            if (new Period(row.Start, row.End).PartlyOverlaps(period))
            {
                return row.ToFigure();
            }
        }

        return null;
    }

    /// <summary>States or restates a figure that may stand. A figure that says what held already changes nothing.</summary>
    public void State(Figure figure, string indicator)
    {
        FigureRow? before = Find(figure.Committee, figure.Indicator, figure.Period);
        if (before is not null && before.ToFigure() == figure)
        {
            return;
        }

        string key = LogPayload.FigureKey(indicator, figure.Period);
        long sequence = _page.Record(Subject.Figure, figure.Committee, key, before is null ? null : LogPayload.Write(before.ToFigure()), LogPayload.Write(figure));
        Execute(before is null ? _insert : _update, figure, sequence);
        if (before is not null)
        {
            _rows.Remove(before);
        }

        _rows.Add(RowOf(figure, sequence));
    }

    /// <summary>Takes a figure back; false when there was none.</summary>
    public bool Withdraw(int committee, int indicator, Period period, string indicatorCode)
    {
        FigureRow? before = Find(committee, indicator, period);
        if (before is null)
        {
            return false;
        }

        _page.Record(Subject.Figure, committee, LogPayload.FigureKey(indicatorCode, period), LogPayload.Write(before.ToFigure()), null);
        CommandShelf.Set(_delete, committee, indicator, period.Start, period.End);
        _delete.ExecuteNonQuery();
        _rows.Remove(before);
        return true;
    }

    private static FigureRow RowOf(Figure figure, long sequence) => new()
    {
        Committee = figure.Committee,
        Indicator = figure.Indicator,
        Start = figure.Period.Start,
        End = figure.Period.End,
        Value = figure.Value,
        OutOf = figure.OutOf,
        Precision = figure.Precision,
        Standing = figure.Standing,
        Sequence = sequence,
    };

    private static void Execute(DbCommand command, Figure figure, long sequence)
    {
        CommandShelf.Set(
            command, figure.Committee, figure.Indicator, figure.Period.Start, figure.Period.End,
            figure.Value, figure.OutOf, Words.Of(figure.Precision), Words.Of(figure.Standing), sequence);
        command.ExecuteNonQuery();
    }

    private void Load(int committee, int indicator)
    {
        if (_pair == (committee, indicator))
        {
            return;
        }

        _pair = (committee, indicator);
        _rows.Clear();
        CommandShelf.Set(_select, committee, indicator);
        using DbDataReader reader = _select.ExecuteReader();
        while (reader.Read())
        {
            _rows.Add(new FigureRow
            {
                Committee = committee,
                Indicator = indicator,
                Start = reader.GetFieldValue<DateOnly>(0),
                End = reader.GetFieldValue<DateOnly>(1),
                Value = reader.GetInt64(2),
                OutOf = reader.IsDBNull(3) ? null : reader.GetInt64(3),
                Precision = Words.Read<Precision>(reader.GetString(4)),
                Standing = Words.Read<Standing>(reader.GetString(5)),
                Sequence = reader.GetInt64(6),
            });
        }
    }
}
