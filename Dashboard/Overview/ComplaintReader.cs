using Dashboard.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Reads what the overview says about the complaints of one subtree, as of one day.</summary>
internal sealed class ComplaintReader
{
    private readonly Region _region;
    private readonly DateOnly _day;
    private readonly List<Complaint> _within;
    private readonly List<Complaint> _open;

    public ComplaintReader(LiveState state, Region region, DateOnly day)
    {
        _region = region;
        _day = day;
        _within = [.. state.Complaints.Values.Where(c => region.BranchOf(c.Committee) >= 0)];
        _open = [.. _within.Where(c => c.IsOpenOn(day)).OrderBy(c => c.DueOn).ThenBy(c => c.Reference, StringComparer.Ordinal).ThenBy(c => c.Id)];
    }

    /// <summary>Open ones, the most overdue first.</summary>
    public IReadOnlyList<Complaint> Open => _open;

    /// <summary>Open ones of each branch by band.</summary>
    public (int Within, int DueSoon, int Overdue)[] ByBranch()
    {
        var bands = new (int Within, int DueSoon, int Overdue)[_region.Count];
        foreach (Complaint complaint in _open)
        {
            ref (int Within, int DueSoon, int Overdue) band = ref bands[_region.BranchOf(complaint.Committee)];
            switch (complaint.BandOn(_day))
            {
                case DeadlineBand.Within: band.Within++; break;
                case DeadlineBand.DueSoon: band.DueSoon++; break;
                default: band.Overdue++; break;
            }
        }

        return bands;
    }

    public ComplaintsCard Card(Comparison compare, IReadOnlyList<Period> periods) => new()
    {
        Within = _open.Count(c => c.BandOn(_day) == DeadlineBand.Within),
        DueSoon = _open.Count(c => c.BandOn(_day) == DeadlineBand.DueSoon),
        Overdue = _open.Count(c => c.BandOn(_day) == DeadlineBand.Overdue),
        Delta = StockDelta.Of(_open.Count, compare, periods[^1], _day, OpenOn),
        Spark = Spark(periods),
    };

    public ValueList<OpenComplaint> List(Func<int, CommitteeLink> link) =>
        _open.Select(c => new OpenComplaint(c.Id, c.Reference, c.Kind, link(c.Committee), c.DueOn, c.DaysLeft(_day))).ToValueList();

    private Spark Spark(IReadOnlyList<Period> periods) =>
        new(periods.Select((p, i) => (long?)OpenOn(i == periods.Count - 1 || p.End > _day ? _day : p.End)).ToValueList(), false);

    private long OpenOn(DateOnly day) => _within.Count(c => c.IsOpenOn(day));
}
