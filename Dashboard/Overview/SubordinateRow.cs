using Dashboard.Committees;
using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Groups of vetting indicators that share a colour on every screen, in that order.</summary>
public enum Purpose
{
    /// <summary>Đại hội (c1).</summary>
    Congress,

    /// <summary>Bầu cử (c2).</summary>
    Election,

    /// <summary>Kết nạp (c3).</summary>
    Admission,

    /// <summary>Quy hoạch (c4).</summary>
    Planning,

    /// <summary>Bổ nhiệm (c5).</summary>
    Appointment,

    /// <summary>Công tác cán bộ chung (c6).</summary>
    Cadre,
}

/// <summary>A purpose's total.</summary>
/// <param name="Purpose">Which.</param>
/// <param name="Value">Null when nothing was reported.</param>
public readonly record struct PurposeTotal(Purpose Purpose, long? Value);

/// <summary>One committee below, in bars, table and heat map.</summary>
public sealed record SubordinateRow
{
    private readonly int? _complaintsOpen;

    /// <summary>Number of the committee, for keys.</summary>
    public required int Number { get; init; }

    /// <summary>The committee.</summary>
    public required CommitteeLink Committee { get; init; }

    /// <summary>Not a committee below but what the committee shown has of its own, and carries from closed ones.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Committees in its subtree that owe a return for the period.</summary>
    public required int Units { get; init; }

    /// <summary>Closed by now (shown in the structure of the time).</summary>
    public required bool IsClosed { get; init; }

    /// <summary>It carries figures of closed committees.</summary>
    public required bool Carries { get; init; }

    /// <summary>Vetted in the period.</summary>
    public required Amount Vetted { get; init; }

    /// <summary>By purpose, in the order of <see cref="OverviewModel.Purposes"/>.</summary>
    public required ValueList<long?> ByPurpose { get; init; }

    /// <summary>The year's plan for a period of this length.</summary>
    public required long? PeriodPlan { get; init; }

    /// <summary>Change of vetted.</summary>
    public required Delta Delta { get; init; }

    /// <summary>Open lapses.</summary>
    public required int LapsesOpen { get; init; }

    /// <summary>Of those, overdue.</summary>
    public required int LapsesOverdue { get; init; }

    /// <summary>Open complaints with more than 7 days left.</summary>
    public required int ComplaintsWithin { get; init; }

    /// <summary>Open complaints with 7 days or fewer left.</summary>
    public required int ComplaintsDueSoon { get; init; }

    /// <summary>Open complaints past their deadline.</summary>
    public required int ComplaintsOverdue { get; init; }

    /// <summary>All open complaints; said by itself where a part of them is not shown.</summary>
    public int ComplaintsOpen { get => _complaintsOpen ?? ComplaintsWithin + ComplaintsDueSoon + ComplaintsOverdue; init => _complaintsOpen = value; }

    /// <summary>Returns of the subtree.</summary>
    public required ReturnCounts Returns { get; init; }

    /// <summary>State of the committee's own return; null when it owes none.</summary>
    public required ReturnState? OwnReturn { get; init; }

    /// <summary>Vetted over twelve periods.</summary>
    public required Spark Spark { get; init; }
}
