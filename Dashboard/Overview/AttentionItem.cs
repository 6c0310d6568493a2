using Dashboard.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Signals;

namespace Dashboard.Overview;

/// <summary>One thing that needs attention, to be worded as one sentence that links to its evidence.</summary>
public sealed record AttentionItem
{
    /// <summary>What it is about.</summary>
    public required AttentionKind Kind { get; init; }

    /// <summary>Red (true) or amber.</summary>
    public required bool IsCritical { get; init; }

    /// <summary>The committee it names: the worst one where several are meant.</summary>
    public required CommitteeLink Committee { get; init; }

    /// <summary>How many cases, lapses or returns in all; the value itself for a signal.</summary>
    public required long Count { get; init; }

    /// <summary>How many of them at <see cref="Committee"/>.</summary>
    public int AtCommittee { get; init; }

    /// <summary>Days past or left, where the kind has them.</summary>
    public int Days { get; init; }

    /// <summary>A deadline, where the kind has one.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Period of a signal.</summary>
    public Period? Period { get; init; }

    /// <summary>Whether only how many in all is said.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Rule of a signal.</summary>
    public SignalRule? Rule { get; init; }
}

/// <summary>Kinds of things that need attention.</summary>
public enum AttentionKind
{
    /// <summary>Complaints past their deadline.</summary>
    ComplaintsOverdue,

    /// <summary>A leak of documents not remedied.</summary>
    SecrecyLapse,

    /// <summary>Lapses past the day they were to be remedied by.</summary>
    LapsesOverdue,

    /// <summary>Returns missing after their due day.</summary>
    ReturnsMissing,

    /// <summary>What meetings decided, not done by its due day.</summary>
    DecisionsOverdue,

    /// <summary>A signal in the vetted personnel of a committee.</summary>
    VettingSignal,

    /// <summary>Complaints due within 7 days.</summary>
    ComplaintsDueSoon,
}
