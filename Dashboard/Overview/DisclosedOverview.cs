using Dashboard.Disclosure;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Registers;
using Dashboard.Domain.Rollups;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>
/// An overview as those may see it whose work it is not: what is hidden is not in it, nor what it could be worked out from. Returns and
/// their coverage stay: they count committees that handed in, and neither people nor cases.
/// </summary>
public sealed class DisclosedOverview
{
    private static readonly RegisterIndicators Complaints = RegisterIndicators.Complaints, Lapses = RegisterIndicators.Lapses;

    private readonly OverviewModel _model;
    private readonly HiddenCounts _cases;
    private readonly HiddenCounts[] _figures;
    private readonly HiddenCounts _base;
    private readonly (string Code, Purpose Purpose)[] _purposes;

    private DisclosedOverview(OverviewModel model, DisclosedCounts counts)
    {
        OverviewQuestion question = model.Question;
        View view = question.View == StructureView.Then ? View.Then : View.Now;
        _model = model;
        _cases = counts.Cases(question.Committee, question.Period, view, model.StockDay);
        _figures = [.. model.Trend.Points.Select(point => counts.Figures(question.Committee, point.Period, view))];
        _purposes = [.. counts.Indicators.OfTopic(VettedReader.Topic).Select(i => counts.Indicators[i].Code).Select(code => (code, VettedReader.PurposeOf(code)))];
        _base = StockDelta.BaseOf(question.Period, question.Compare) is { } then ? counts.Figures(question.Committee, then, view) : HiddenCounts.None;
    }

    private HiddenCounts Current => _figures[^1];

    private int Top => _model.Question.Committee;

    /// <summary>The overview without what is hidden.</summary>
    public static OverviewModel Of(OverviewModel model, DisclosedCounts counts) => new DisclosedOverview(model, counts).Disclose();

    private OverviewModel Disclose()
    {
        ValueList<SubordinateRow> rows = Rows().Select(Disclose).ToValueList();
        return _model with
        {
            IsDisclosed = true,
            Vetted = Disclose(_model.Vetted),
            Lapses = Disclose(_model.Lapses),
            Complaints = Disclose(_model.Complaints),
            Attention = new DisclosedAttention(_cases, _model, rows).Read(),
            Purposes = _model.Purposes.Select(purpose => purpose with { Value = Disclose(purpose, Top, purpose.Value) }).ToValueList(),
            Rows = rows,
            Trend = Disclose(_model.Trend),
            // Case by case there is nothing to count any more.
            OpenComplaints = [],
            Heat = Heat(rows),
            Figures = [],
        };
    }

    /// <summary>The rows; where something of the committee's own is hidden it has a row though nothing is in it, since to leave it out would say so.</summary>
    private IEnumerable<SubordinateRow> Rows()
    {
        bool isOwnHidden = Current.Hides(HiddenCounts.Own, VettedReader.Topic) || _cases.Cells.Any(cell => cell.Committee == HiddenCounts.Own);
        bool hasOwn = _model.Rows.Count == 0 || _model.Rows.Any(row => row.IsOwn || row.Number == Top);
        return !isOwnHidden || hasOwn ? _model.Rows : _model.Rows.Append(_model.Rows[0] with
        {
            Number = Top,
            Committee = _model.Head.Committee,
            IsOwn = true,
            Units = 0,
            IsClosed = false,
            Carries = false,
            Vetted = default,
            ByPurpose = _model.Purposes.Select(_ => (long?)null).ToValueList(),
            PeriodPlan = null,
            Delta = default,
            LapsesOpen = 0,
            LapsesOverdue = 0,
            ComplaintsWithin = 0,
            ComplaintsDueSoon = 0,
            ComplaintsOverdue = 0,
            Returns = default,
            OwnReturn = null,
        });
    }

    private SubordinateRow Disclose(SubordinateRow row)
    {
        int number = row.IsOwn ? HiddenCounts.Own : row.Number;
        bool isVettedHidden = Current.Hides(number, VettedReader.Topic);
        return row with
        {
            Vetted = Disclose(row.Vetted, isVettedHidden),
            ByPurpose = row.ByPurpose.Select((value, i) => Disclose(_model.Purposes[i], number, value)).ToValueList(),
            Delta = isVettedHidden || _base.Hides(number, VettedReader.Topic) ? default : row.Delta,
            LapsesOpen = Case(number, Lapses.Open, row.LapsesOpen),
            LapsesOverdue = Case(number, Lapses.Overdue, row.LapsesOverdue),
            ComplaintsOpen = Case(number, Complaints.Open, row.ComplaintsOpen),
            ComplaintsWithin = Case(number, CaseCounts.Within, row.ComplaintsWithin),
            ComplaintsDueSoon = Case(number, CaseCounts.DueSoon, row.ComplaintsDueSoon),
            ComplaintsOverdue = Case(number, Complaints.Overdue, row.ComplaintsOverdue),
            Spark = Disclose(row.Spark, number),
        };
    }

    // A purpose may be counted by several indicators: what is hidden of one of them is not told in their sum.
    private long? Disclose(PurposeTotal purpose, int number, long? value) =>
        Withheld.Unless(_purposes.Any(indicator => indicator.Purpose == purpose.Purpose && Current.Hides(number, indicator.Code)), value);

    // Where those below were others in each period, the sheets of this committee say nothing of them.
    private Spark Disclose(Spark spark, int number) => spark with
    {
        Points = spark.Points.Select((point, i) => _model.Question.View == StructureView.Then && number != Top ? null : Withheld.Unless(_figures[i].Hides(number, VettedReader.Topic), point)).ToValueList(),
    };

    private VettedCard Disclose(VettedCard card) => card with
    {
        Amount = Disclose(card.Amount, Current.Hides(Top, VettedReader.Topic)),
        Delta = default,
        YearToDate = default,
        YearPlan = null,
        Spark = Disclose(card.Spark, Top),
    };

    private LapsesCard Disclose(LapsesCard card) => card with
    {
        Open = Case(Top, Lapses.Open, card.Open),
        Overdue = Case(Top, Lapses.Overdue, card.Overdue),
        Found = Math.Sign(card.Found),
        Remedied = 0,
        Delta = default,
        Spark = new Spark([], false),
    };

    private ComplaintsCard Disclose(ComplaintsCard card) => card with
    {
        Open = Case(Top, Complaints.Open, card.Open),
        Within = Case(Top, CaseCounts.Within, card.Within),
        DueSoon = Case(Top, CaseCounts.DueSoon, card.DueSoon),
        Overdue = Case(Top, Complaints.Overdue, card.Overdue),
        Delta = default,
        // That there were any is said, and no more.
        Spark = new Spark([card.Spark.Points.Any(point => point > 0) ? 1 : 0], false),
    };

    // Limits and signals are computed from all the points, the hidden ones too.
    private Trend Disclose(Trend trend)
    {
        TrendPoint[] points = [.. trend.Points.Select((point, i) => _figures[i].Hides(Top, VettedReader.Topic) ? point with { Value = Withheld.Count, IsProvisional = false } : point)];
        return !points.Any(point => Withheld.Is(point.Value))
            ? trend
            : trend with { Limits = null, Points = points.Select(point => point with { Signal = null }).ToValueList() };
    }

    private LapseHeat Heat(ValueList<SubordinateRow> rows)
    {
        Dictionary<(LapseKind, string), int> counts = _model.Heat.Rows.SelectMany(row => row.Cells.Select((cell, i) => ((row.Kind, _model.Heat.Columns[i].Code), cell.Open))).ToDictionary(c => c.Item1, c => c.Open);
        SubordinateRow[] columns = [.. ShownFirst(rows.Where(row => row.LapsesOpen != 0), row => row.LapsesOpen)];
        (LapseKind Kind, int All)[] kinds =
        [
            .. ShownFirst(Enum.GetValues<LapseKind>().Select(kind => (kind, Case(Top, CaseCounts.Of(kind), _model.Heat.Rows.Where(row => row.Kind == kind).Sum(row => row.Cells.Sum(cell => cell.Open))))).Where(kind => kind.Item2 != 0), kind => kind.Item2),
        ];
        HeatCell Cell(LapseKind kind, SubordinateRow row) =>
            new(Case(row.IsOwn ? HiddenCounts.Own : row.Number, CaseCounts.Of(kind), counts.GetValueOrDefault((kind, row.Committee.Code))), 0);
        return new LapseHeat(
            columns.Select(row => row.Committee).ToValueList(),
            kinds.Select(kind => new HeatRow(kind.Kind, columns.Select(row => Cell(kind.Kind, row)).ToValueList()) { All = new HeatCell(kind.All, 0) }).ToValueList(),
            Case(Top, Lapses.Open, _model.Heat.Open),
            Case(Top, Lapses.Overdue, _model.Heat.Overdue))
        {
            Totals = columns.Select(row => new HeatCell(row.LapsesOpen, 0)).ToValueList(),
        };
    }

    // The place of a hidden one among those shown would tell between which it lies.
    private static IEnumerable<T> ShownFirst<T>(IEnumerable<T> all, Func<T, int> count) => all.OrderByDescending(one => count(one));

    private int Case(int number, string column, int count) => Withheld.Unless(_cases.Hides(number, column), count);

    private static Amount Disclose(Amount amount, bool isHidden) =>
        isHidden ? amount with { Value = Withheld.Count, Precision = Domain.Figures.Precision.Exact, Provisional = 0 } : amount with { Provisional = 0 };
}
