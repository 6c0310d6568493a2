using System.Collections.Immutable;
using Dashboard.Committees;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>
/// What one overview says that no figure changes: who is below, lapses, complaints, returns, plans. Read once and used
/// again while figures arrive, which is most of what happens.
/// </summary>
internal sealed class OverviewGround
{
    private const int SparkLength = 12;

    private readonly LiveState _state;
    private readonly DateOnly _today;

    public OverviewGround(LiveState state, OverviewQuestion question, DateOnly today)
    {
        _state = state;
        _today = today;
        View = question.View == StructureView.Then ? View.Then : View.Now;
        ImmutableArray<int> parents = View == View.Then ? state.Hierarchy.ParentsOn(question.Period.End) : state.Hierarchy.ParentsNow(today);
        Children = ChildrenOf(question, parents);
        Region = new Region(parents, question.Committee, Children);
        Branches = [.. Children.Append(question.Committee).Select(Link)];
        StockDay = StockDayOf(question.Period);
        Periods = Last(question.Period);
        Plans = new PlanReader(state, parents, state.Indicators.OfTopic(VettedReader.Topic));
        Lapses = new LapseReader(state, Region, StockDay);
        Complaints = new ComplaintReader(state, Region, StockDay);
        Decisions = [.. state.Decisions.Values.Where(d => d.IsOpenOn(StockDay) && Region.BranchOf(d.Owing) >= 0)];
        var returns = new ReturnReader(state, Region);
        Owed = returns.Owed(question.Period);
        Moves = Reorganisations.Of(state.Hierarchy, question.Committee, Periods[0].Start, today);
        Head = HeadOf(question);
        LapsesCard = Lapses.Card(question.Compare, Periods);
        ComplaintsCard = Complaints.Card(question.Compare, Periods);
        ReturnsCard = returns.Card(Owed, question.Compare, Periods);
        OpenComplaints = Complaints.List(Link);
        Heat = Lapses.Heat(Branches);
    }

    public View View { get; }

    public int[] Children { get; }

    public Region Region { get; }

    /// <summary>The branches of <see cref="Region"/> as links.</summary>
    public CommitteeLink[] Branches { get; }

    /// <summary>Day on which open cases are counted.</summary>
    public DateOnly StockDay { get; }

    /// <summary>The period asked for and those before it, oldest first.</summary>
    public Period[] Periods { get; }

    public PlanReader Plans { get; }

    public LapseReader Lapses { get; }

    public ComplaintReader Complaints { get; }

    /// <summary>Open decisions that these committees owe, whichever meeting made them.</summary>
    public Decision[] Decisions { get; }

    public List<OwedReturn> Owed { get; }

    public Reorganisations Moves { get; }

    public CommitteeHead Head { get; }

    public LapsesCard LapsesCard { get; }

    public ComplaintsCard ComplaintsCard { get; }

    public ReturnsCard ReturnsCard { get; }

    public ValueList<OpenComplaint> OpenComplaints { get; }

    public LapseHeat Heat { get; }

    /// <summary>Whether all this is still so: between two states only what changed is another instance.</summary>
    public bool HoldsFor(LiveState state, DateOnly today) =>
        today == _today && ReferenceEquals(state.Hierarchy, _state.Hierarchy) && ReferenceEquals(state.Indicators, _state.Indicators) && state.Forms == _state.Forms
        && ReferenceEquals(state.Plans, _state.Plans) && ReferenceEquals(state.Returns, _state.Returns)
        && ReferenceEquals(state.Lapses, _state.Lapses) && ReferenceEquals(state.Complaints, _state.Complaints)
        && ReferenceEquals(state.Decisions, _state.Decisions);

    /// <summary>A committee as a link.</summary>
    public CommitteeLink Link(int number) => CommitteeDoor.LinkTo(_state.Hierarchy, number);

    /// <summary>Who looks at the last complete period or at the one that runs asks about what is open now.</summary>
    private DateOnly StockDayOf(Period period) => period.Kind != PeriodKind.Range && period.Next().End >= _today ? _today : period.End < _today ? period.End : _today;

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

    private int[] ChildrenOf(OverviewQuestion question, ImmutableArray<int> parents)
    {
        if (question.View == StructureView.Now)
        {
            Structure structure = _state.Hierarchy.On(_today);
            return structure.Contains(question.Committee) ? structure.ChildrenOf(question.Committee).ToArray() : [];
        }

        // Closed by the last day, but part of the period: their figures stand here, so they have a row.
        return [.. _state.Hierarchy.Committees
            .Where(c => parents[c.Number] == question.Committee && (c.OpenedOn is null || c.OpenedOn <= question.Period.End) && (c.ClosedOn is null || c.ClosedOn >= question.Period.Start))
            .Select(c => c.Number)];
    }

    private CommitteeHead HeadOf(OverviewQuestion question) => CommitteeDoor.HeadOf(_state, question.Committee, _today) with
    {
        Children = Children.Length,
        ViewsDiffer = Periods.Any(p => _state.Hierarchy.ViewsDifferFor(question.Committee, p, _today)),
    };
}
