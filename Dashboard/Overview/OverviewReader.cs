using System.Collections.Immutable;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Computes the overview of one committee from one moment of the live state and the cube. Pure: no clock, no database.</summary>
/// <param name="state">What holds, but for the figures.</param>
/// <param name="read">Reads the rollup of a committee, an indicator and a period in a view.</param>
/// <param name="today">Today where the committees are.</param>
internal sealed class OverviewReader(LiveState state, Func<View, int, int, Period, Rollup> read, DateOnly today)
{
    private const int SparkLength = 12;

    public OverviewModel Read(OverviewQuestion question)
    {
        Hierarchy hierarchy = state.Hierarchy;
        View view = question.View == StructureView.Then ? View.Then : View.Now;
        ImmutableArray<int> parents = view == View.Then ? hierarchy.ParentsOn(question.Period.End) : hierarchy.ParentsNow(today);
        int[] children = Children(question, parents);
        var region = new Region(parents, question.Committee, children);
        DateOnly day = StockDay(question.Period);
        Period[] periods = Last(question.Period);

        var vetted = new VettedReader(state.Indicators, (committee, indicator, period) => read(view, committee, indicator, period));
        var plans = new PlanReader(state, parents, vetted.Indicators);
        var lapses = new LapseReader(state, region, day);
        var complaints = new ComplaintReader(state, region, day);
        var returns = new ReturnReader(state, region);
        List<OwedReturn> owed = returns.Owed(question.Period);
        CommitteeLink[] branches = [.. children.Append(question.Committee).Select(Link)];
        ValueList<SubordinateRow> rows = new RowReader(vetted, plans, question, periods, today).Rows(children, branches, state, region, lapses, complaints, owed);
        Reorganisations moves = Reorganisations.Of(hierarchy, question.Committee, periods[0].Start, today);
        ReturnCounts counts = ReturnReader.Count(owed);
        Trend trend = new TrendReader(vetted, plans, moves, question.View).Read(question.Committee, periods, counts.In == counts.Owed, today);

        return new OverviewModel
        {
            Sequence = state.Sequence,
            ChangedAt = state.ChangedAt,
            Question = question,
            Head = Head(question, children.Length),
            Today = today,
            StockDay = day,
            Vetted = Card(question, vetted, plans, periods, counts),
            Lapses = lapses.Card(question.Compare, periods),
            Complaints = complaints.Card(question.Compare, periods),
            Returns = returns.Card(owed, question.Compare, periods),
            Attention = new AttentionReader([.. children, question.Committee], region, Link, day).Read(lapses, complaints, owed, rows, periods),
            Purposes = vetted.ByPurpose(question.Committee, question.Period).Select((value, i) => new PurposeTotal((Purpose)i, value)).ToValueList(),
            Rows = rows,
            Trend = trend,
            OpenComplaints = complaints.List(Link),
            Heat = lapses.Heat(branches),
            Figures = Figures(question, view),
        };
    }

    private ValueList<IndicatorAmount> Figures(OverviewQuestion question, View view) =>
        (from indicator in state.Indicators.All
         let rollup = read(view, question.Committee, indicator.Number, question.Period)
         where rollup.Value is not null
         let amount = new Amount(rollup.Value, rollup.Precision, rollup.Provisional, rollup.Reported, rollup.Expected)
         select new IndicatorAmount(indicator.Topic, indicator.Name, indicator.NameEn, amount, rollup.OutOf)).ToValueList();

    /// <summary>A committee as a link.</summary>
    private CommitteeLink Link(int number)
    {
        Committee committee = state.Hierarchy[number];
        return new CommitteeLink(committee.Code, committee.Name, committee.NameEn);
    }

    /// <summary>Who looks at the last complete period or at the one that runs asks about what is open now.</summary>
    private DateOnly StockDay(Period period) => period.Kind != PeriodKind.Range && period.Next().End >= today ? today : period.End < today ? period.End : today;

    /// <summary>The period and those before it; a range stands alone, since what lies before it is no period of anything.</summary>
    private static Period[] Last(Period period)
    {
        if (period.Kind == PeriodKind.Range || period.Start.Year <= SparkLength)
        {
            return [period];
        }

        var periods = new Period[SparkLength];
        for (int i = SparkLength - 1; i >= 0; i--)
        {
            periods[i] = period;
            period = period.Previous();
        }

        return periods;
    }

    private int[] Children(OverviewQuestion question, ImmutableArray<int> parents)
    {
        if (question.View == StructureView.Now)
        {
            Structure structure = state.Hierarchy.On(today);
            return structure.Contains(question.Committee) ? structure.ChildrenOf(question.Committee).ToArray() : [];
        }

        // Closed by the last day, but part of the period: their figures stand here, so they have a row.
        return [.. state.Hierarchy.Committees
            .Where(c => parents[c.Number] == question.Committee && (c.OpenedOn is null || c.OpenedOn <= question.Period.End) && (c.ClosedOn is null || c.ClosedOn >= question.Period.Start))
            .Select(c => c.Number)];
    }

    private CommitteeHead Head(OverviewQuestion question, int children)
    {
        Hierarchy hierarchy = state.Hierarchy;
        Committee committee = hierarchy[question.Committee];
        ImmutableArray<int> parents = hierarchy.ParentsOn(committee.IsOpenOn(today) ? today : committee.ClosedOn ?? today);
        var path = new List<CommitteeLink>();
        for (int above = parents[question.Committee]; above >= 0; above = parents[above])
        {
            path.Insert(0, Link(above));
        }

        return new CommitteeHead
        {
            Committee = Link(question.Committee),
            Path = path.ToValueList(),
            Children = children,
            IsSample = committee.IsSample,
            ClosedOn = committee.ClosedOn,
            Successors = committee.Successors.Where(s => hierarchy.TryNumberOf(s, out _)).Select(s => Link(hierarchy.NumberOf(s))).ToValueList(),
            Carries = hierarchy.CarriedBy(question.Committee, today).Select(Link).ToValueList(),
            ViewsDiffer = Last(question.Period).Any(p => hierarchy.ViewsDifferFor(question.Committee, p, today)),
        };
    }

    private VettedCard Card(OverviewQuestion question, VettedReader vetted, PlanReader plans, Period[] periods, ReturnCounts returns)
    {
        Period period = question.Period;
        DateOnly until = period.End < today ? period.End : today;
        int year = period.End.Year;
        return new VettedCard
        {
            Amount = vetted.Total(question.Committee, period).CoveredBy(returns),
            Delta = vetted.Delta(question.Committee, period, question.Compare),
            YearToDate = vetted.Total(question.Committee, period.YearToDate()),
            YearPlan = plans.OfYear(question.Committee, year),
            YearGone = until.Year < year ? 0 : until.DayOfYear / (double)(DateTime.IsLeapYear(year) ? 366 : 365),
            PeriodPlan = plans.OfPeriod(question.Committee, period),
            Spark = vetted.Spark(question.Committee, periods, today),
        };
    }
}
