using Dashboard.Layout;

namespace Dashboard.Overview;

/// <summary>Words an <see cref="AttentionItem"/>: icon, sentence, and where its evidence is.</summary>
internal static class AttentionWords
{
    /// <summary>Name of the icon.</summary>
    public static string Icon(AttentionItem item) => item.Kind switch
    {
        AttentionKind.ComplaintsOverdue => "alarm-clock",
        AttentionKind.SecrecyLapse => "shield-alert",
        AttentionKind.LapsesOverdue => "hourglass",
        AttentionKind.ReturnsMissing => "inbox",
        AttentionKind.DecisionsOverdue => "clipboard-check",
        AttentionKind.VettingSignal => "gauge",
        _ => "clock",
    };

    /// <summary>Part of the committee's overview that shows the evidence.</summary>
    private static string Part(AttentionItem item) => item.Kind switch
    {
        AttentionKind.ComplaintsOverdue or AttentionKind.ComplaintsDueSoon => "age",
        AttentionKind.SecrecyLapse or AttentionKind.LapsesOverdue => "heat",
        AttentionKind.ReturnsMissing => "tbl",
        _ => "trend",
    };

    /// <summary>Where the evidence is.</summary>
    public static string Evidence(AttentionItem item, Viewpoint seen) =>
        item.Kind == AttentionKind.DecisionsOverdue ? seen.ToTab(item.Committee, "meetings") : seen.To(item.Committee, Part(item));

    /// <summary>The sentence.</summary>
    public static IEnumerable<Sentence.Piece> Words(AttentionItem item)
    {
        // One committee has them all: no "most of them at".
        bool isAlone = item.AtCommittee == 0 || item.AtCommittee == item.Count;
        string template = item.IsTotal
            ? OverviewTexts.Get($"Attention.{item.Kind}.Total")
            : item.Kind == AttentionKind.VettingSignal
            ? OverviewTexts.Get($"Attention.VettingSignal.{item.Rule}")
            : OverviewTexts.Get($"Attention.{item.Kind}{(isAlone ? ".Alone" : "")}{(item.Count == 1 ? ".One" : "")}");
        return Sentence.Of(template, Numerals.Whole(item.Count), Numerals.Whole(item.AtCommittee), DaysOf(item), item.On is { } on ? Numerals.Day(on) : "", item.Period is { } period ? PeriodNames.Of(period) : "");
    }

    private static string DaysOf(AttentionItem item) => OverviewTexts.Count("Days", item.Days, Numerals.Whole(item.Days));
}
