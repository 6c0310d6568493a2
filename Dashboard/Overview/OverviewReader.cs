using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Computes the overview of one committee from one moment of the live state and the cube. Pure: no clock, no database.</summary>
/// <param name="state">What holds, but for the figures.</param>
/// <param name="ground">What of the overview no figure changes; it holds for <paramref name="state"/>.</param>
/// <param name="read">Reads the rollup of a committee, an indicator and a period in a view.</param>
/// <param name="today">Today where the committees are.</param>
/// <param name="kept">Rows on the same ground that no figure has changed since, by their place; null for one that is to be read.</param>
internal sealed class OverviewReader(
    LiveState state, OverviewGround ground, Func<View, int, int, Period, Rollup> read, DateOnly today, Func<int, SubordinateRow?>? kept = null)
{
    public OverviewModel Read(OverviewQuestion question)
    {
        var vetted = new VettedReader(state.Indicators, (committee, indicator, period) => read(ground.View, committee, indicator, period));
        ValueList<SubordinateRow> rows = new RowReader(vetted, ground.Plans, question, ground.Periods, today)
            .Rows(ground.Children, ground.Branches, state, ground.Region, ground.Lapses, ground.Complaints, ground.Owed, kept);
        ReturnCounts counts = ReturnReader.Count(ground.Owed);
        Trend trend = new TrendReader(vetted, ground.Plans, ground.Moves, question.View).Read(question.Committee, ground.Periods, counts.In == counts.Owed, today);
        return new OverviewModel
        {
            Sequence = state.Sequence,
            ChangedAt = state.ChangedAt,
            Question = question,
            Head = ground.Head,
            Today = today,
            StockDay = ground.StockDay,
            Vetted = Card(question, vetted, ground.Plans, ground.Periods, counts),
            Lapses = ground.LapsesCard,
            Complaints = ground.ComplaintsCard,
            Returns = ground.ReturnsCard,
            Attention = new AttentionReader([.. ground.Children, question.Committee], ground.Region, ground.Link, ground.StockDay)
                .Read(ground.Lapses, ground.Complaints, ground.Owed, ground.Decisions, rows, ground.Periods),
            Purposes = vetted.ByPurpose(question.Committee, question.Period).Select((value, i) => new PurposeTotal((Purpose)i, value)).ToValueList(),
            Rows = rows,
            Trend = trend,
            OpenComplaints = ground.OpenComplaints,
            Heat = ground.Heat,
            Figures = Figures(question),
        };
    }

    private ValueList<IndicatorAmount> Figures(OverviewQuestion question) =>
        (from indicator in state.Indicators.All
         let rollup = read(ground.View, question.Committee, indicator.Number, question.Period)
         where rollup.Value is not null
         let amount = new Amount(rollup.Value, rollup.Precision, rollup.Provisional, rollup.Reported, rollup.Expected)
         select new IndicatorAmount(indicator.Topic, indicator.Name, indicator.NameEn, amount, rollup.OutOf)).ToValueList();

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
