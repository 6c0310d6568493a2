using Dashboard.Committees;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>
/// Reads the rows of the committees directly below, which bars, table and heat map share. What the committee has of its
/// own, or carries from closed ones, is a row too, so that the rows add up to the total.
/// </summary>
internal sealed class RowReader(VettedReader vetted, PlanReader plans, OverviewQuestion question, Period[] periods, DateOnly today)
{
    /// <summary>One row a branch that shows anything; the committee itself where nothing is below it.</summary>
    public ValueList<SubordinateRow> Rows(
        int[] children, CommitteeLink[] branches, LiveState state, Region region, LapseReader lapses, ComplaintReader complaints, List<OwedReturn> owed,
        Func<int, SubordinateRow?>? kept = null)
    {
        HeatCell[] open = lapses.ByBranch();
        (int Within, int DueSoon, int Overdue)[] bands = complaints.ByBranch();
        ILookup<int, OwedReturn> byBranch = owed.ToLookup(r => r.Branch);
        SubordinateRow Row(int number, int branch)
        {
            Committee committee = state.Hierarchy[number];
            List<OwedReturn> returns = [.. byBranch[branch]];
            return new SubordinateRow
            {
                Number = number,
                Committee = branches[branch],
                Units = returns.DistinctBy(r => r.Committee).Count(),
                IsClosed = !committee.IsOpenOn(today),
                Carries = state.Hierarchy.CarriedBy(number, today).Count > 0,
                Vetted = vetted.Total(number, question.Period).CoveredBy(ReturnReader.Count(returns)),
                ByPurpose = vetted.ByPurpose(number, question.Period).ToValueList(),
                PeriodPlan = plans.OfPeriod(number, question.Period),
                Delta = vetted.Delta(number, question.Period, question.Compare),
                LapsesOpen = open[branch].Open,
                LapsesOverdue = open[branch].Overdue,
                ComplaintsWithin = bands[branch].Within,
                ComplaintsDueSoon = bands[branch].DueSoon,
                ComplaintsOverdue = bands[branch].Overdue,
                Returns = ReturnReader.Count(returns),
                OwnReturn = returns.Where(r => r.Committee == number).Select(r => (ReturnState?)r.State).FirstOrDefault(),
                Spark = vetted.Spark(number, periods, today),
            };
        }

        if (children.Length == 0)
        {
            return [Row(question.Committee, region.Own)];
        }

        List<SubordinateRow> rows = [.. children.Select((number, branch) => kept?.Invoke(branch) ?? Row(number, branch))];
        SubordinateRow own = Own(Row(question.Committee, region.Own), rows);
        bool isEmpty = own is { Vetted.Value: null, LapsesOpen: 0, ComplaintsWithin: 0, ComplaintsDueSoon: 0, ComplaintsOverdue: 0, Returns.Owed: 0 };
        return isEmpty ? rows.ToValueList() : rows.Append(own).ToValueList();
    }

    /// <summary>What is left of the total when the rows below are taken away.</summary>
    private static SubordinateRow Own(SubordinateRow total, List<SubordinateRow> below) => total with
    {
        IsOwn = true,
        Vetted = total.Vetted with
        {
            Value = Rest(total.Vetted.Value, below.Select(r => r.Vetted.Value)),
            Provisional = total.Vetted.Provisional - below.Sum(r => r.Vetted.Provisional),
        },
        ByPurpose = total.ByPurpose.Select((value, i) => Rest(value, below.Select(r => r.ByPurpose[i]))).ToValueList(),
        PeriodPlan = null,
        Delta = total.Delta.Base is { } before && below.TrueForAll(r => r.Delta.Base is not null)
            ? new Delta(total.Delta.Difference - below.Sum(r => r.Delta.Difference), before - below.Sum(r => r.Delta.Base))
            : default,
        Spark = total.Spark with { Points = total.Spark.Points.Select((value, i) => Rest(value, below.Select(r => r.Spark.Points[i]))).ToValueList() },
    };

    // Without anything of its own a committee has no figure, not a zero.
    private static long? Rest(long? total, IEnumerable<long?> below) => total - below.Sum(v => v ?? 0) is { } rest and not 0 ? rest : null;
}
