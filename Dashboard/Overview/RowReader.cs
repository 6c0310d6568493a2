using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Reads the rows of the committees directly below, which bars, table and heat map share.</summary>
internal sealed class RowReader(VettedReader vetted, PlanReader plans, OverviewQuestion question, Period[] periods, DateOnly today)
{
    /// <summary>One row a branch that shows anything; the committee itself where nothing is below it.</summary>
    public ValueList<SubordinateRow> Rows(
        int[] children, CommitteeLink[] branches, LiveState state, Region region, LapseReader lapses, ComplaintReader complaints, List<OwedReturn> owed)
    {
        HeatCell[] open = lapses.ByBranch();
        (int Within, int DueSoon, int Overdue)[] bands = complaints.ByBranch();
        ILookup<int, OwedReturn> byBranch = owed.ToLookup(r => r.Branch);
        var rows = new List<SubordinateRow>(children.Length);
        int[] numbers = children.Length == 0 ? [question.Committee] : children;
        for (int i = 0; i < numbers.Length; i++)
        {
            int branch = children.Length == 0 ? region.Own : i;
            Committee committee = state.Hierarchy[numbers[i]];
            List<OwedReturn> returns = [.. byBranch[branch]];
            rows.Add(new SubordinateRow
            {
                Number = committee.Number,
                Committee = branches[branch],
                Units = returns.DistinctBy(r => r.Committee).Count(),
                IsClosed = !committee.IsOpenOn(today),
                Carries = state.Hierarchy.CarriedBy(committee.Number, today).Count > 0,
                Vetted = vetted.Total(committee.Number, question.Period).CoveredBy(ReturnReader.Count(returns)),
                ByPurpose = vetted.ByPurpose(committee.Number, question.Period).ToValueList(),
                PeriodPlan = plans.OfPeriod(committee.Number, question.Period),
                Delta = vetted.Delta(committee.Number, question.Period, question.Compare),
                LapsesOpen = open[branch].Open,
                LapsesOverdue = open[branch].Overdue,
                ComplaintsWithin = bands[branch].Within,
                ComplaintsDueSoon = bands[branch].DueSoon,
                ComplaintsOverdue = bands[branch].Overdue,
                Returns = ReturnReader.Count(returns),
                OwnReturn = returns.Where(r => r.Committee == committee.Number).Select(r => (ReturnState?)r.State).FirstOrDefault(),
                Spark = vetted.Spark(committee.Number, periods, today),
            });
        }

        return rows.ToValueList();
    }
}
