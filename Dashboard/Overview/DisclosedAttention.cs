using Dashboard.Disclosure;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Registers;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>
/// What needs attention, for those whose work it is not. Of cases only how many there are in all is said, since who has the most of them
/// tells how many the others have at most; a signal is told only of a series that is shown whole.
/// </summary>
internal sealed class DisclosedAttention(HiddenCounts cases, OverviewModel model, ValueList<SubordinateRow> rows)
{
    private static readonly (AttentionKind Kind, string Column, bool IsCritical)[] OfCases =
    [
        (AttentionKind.ComplaintsOverdue, RegisterIndicators.Complaints.Overdue, true),
        (AttentionKind.SecrecyLapse, CaseCounts.Of(LapseKind.Secrecy), true),
        (AttentionKind.LapsesOverdue, RegisterIndicators.Lapses.Overdue, true),
        (AttentionKind.ComplaintsDueSoon, CaseCounts.DueSoon, false),
    ];

    public ValueList<AttentionItem> Read() =>
        model.Attention.Where(IsKept).Concat(OfCases.Select(Total).Where(item => item.Count != 0)).OrderByDescending(item => item.IsCritical).ThenBy(item => item.Kind).ToValueList();

    private bool IsKept(AttentionItem item) => item.Kind switch
    {
        AttentionKind.VettingSignal => rows.FirstOrDefault(row => row.Committee.Code == item.Committee.Code && !row.IsOwn) is { } row && !row.Spark.Points.Any(Withheld.Is),
        AttentionKind.ReturnsMissing or AttentionKind.DecisionsOverdue => true,
        _ => false,
    };

    private AttentionItem Total((AttentionKind Kind, string Column, bool IsCritical) of) => new()
    {
        Kind = of.Kind,
        IsCritical = of.IsCritical,
        Committee = model.Head.Committee,
        Count = Withheld.Unless(cases.Hides(model.Question.Committee, of.Column), CountOf(of.Kind)),
        IsTotal = true,
    };

    private int CountOf(AttentionKind kind) => kind switch
    {
        AttentionKind.ComplaintsOverdue => model.Complaints.Overdue,
        AttentionKind.ComplaintsDueSoon => model.Complaints.DueSoon,
        AttentionKind.LapsesOverdue => model.Lapses.Overdue,
        _ => model.Heat.Rows.Where(row => row.Kind == LapseKind.Secrecy).Sum(row => row.Cells.Sum(cell => cell.Open)),
    };
}
