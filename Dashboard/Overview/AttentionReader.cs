using Dashboard.Committees;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Domain.Signals;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Gathers what needs attention below a committee: one item a kind, naming the branch that is worst.</summary>
internal sealed class AttentionReader(int[] numbers, Region region, Func<int, CommitteeLink> link, DateOnly day)
{
    public ValueList<AttentionItem> Read(LapseReader lapses, ComplaintReader complaints, List<OwedReturn> owed, IReadOnlyList<Decision> decisions, ValueList<SubordinateRow> rows, Period[] periods)
    {
        AttentionFacts facts = AttentionFacts.From(complaints.Open, lapses.Open, owed.Select(ToReturn), Signals(rows, periods), day, Branch, decisions);
        return Attention.Of(facts).Select(Item).ToValueList();
    }

    private int Branch(int committee) => region.BranchOf(committee) is var branch && branch >= 0 ? numbers[branch] : committee;

    private static Return ToReturn(OwedReturn owed) => new()
    {
        Committee = owed.Committee,
        Form = owed.Form.Code,
        Period = owed.Period,
        State = owed.State,
        DueOn = owed.DueOn,
        // Whoever was sent a return back had handed it in.
        SubmittedOn = owed.State is ReturnState.NotStarted or ReturnState.Draft ? null : owed.Period.End,
    };

    private IEnumerable<CommitteeSignal> Signals(ValueList<SubordinateRow> rows, Period[] periods)
    {
        foreach (SubordinateRow row in rows.Where(r => !r.IsOwn))
        {
            bool isIn = row.Returns.In == row.Returns.Owed;
            if (row.Vetted.Value is { } value && TrendReader.LastSignal(row.Spark.Points, periods, isIn, day) is { } signal)
            {
                double mean = row.Spark.Points.Where(p => p is not null).Average(p => (double)p!.Value);
                yield return new CommitteeSignal(row.Number, VettedReader.Topic, periods[^1], value, signal, mean == 0 ? 0 : (value - mean) / mean);
            }
        }
    }

    private AttentionItem Item(Concern concern) => new()
    {
        Kind = concern.Kind switch
        {
            ConcernKind.ComplaintsOverdue => AttentionKind.ComplaintsOverdue,
            ConcernKind.SecrecyLapses => AttentionKind.SecrecyLapse,
            ConcernKind.LapsesOverdue => AttentionKind.LapsesOverdue,
            ConcernKind.ReturnsMissing => AttentionKind.ReturnsMissing,
            ConcernKind.DecisionsOverdue => AttentionKind.DecisionsOverdue,
            ConcernKind.Signal => AttentionKind.VettingSignal,
            _ => AttentionKind.ComplaintsDueSoon,
        },
        IsCritical = concern.Severity == Severity.Critical,
        Committee = link(concern.Committee),
        Count = concern.Signal?.Value ?? concern.Count,
        AtCommittee = concern.Signal is null ? concern.AtCommittee : 0,
        Days = concern.Days,
        On = concern.Kind == ConcernKind.ComplaintsDueSoon ? day.AddDays(concern.Days) : null,
        Period = concern.Signal?.Period,
        Rule = concern.Signal?.Signal.Rule,
    };
}
