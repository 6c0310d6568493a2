namespace Dashboard.Domain.Complaints;

/// <summary>One case before one committee (đơn thư). Who complained and about whom stays in the paper file.</summary>
public sealed record Complaint
{
    /// <summary>Identity within the database.</summary>
    public long Id { get; init; }

    /// <summary>Number of the committee that handles it.</summary>
    public required int Committee { get; init; }

    /// <summary>Register number within the committee, e.g. <c>2026/0042</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Complaint, denunciation or petition.</summary>
    public required ComplaintKind Kind { get; init; }

    /// <summary>Code from the list of categories.</summary>
    public required string Category { get; init; }

    /// <summary>Day received.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Day accepted for handling; null until that is decided.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>Last day on which resolving it is in time, extensions included.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>How often the deadline was extended, 0–2.</summary>
    public int Extensions { get; init; }

    /// <summary>Day resolved; null while open.</summary>
    public DateOnly? ResolvedOn { get; init; }

    /// <summary>How it ended; null while open.</summary>
    public ComplaintOutcome? Outcome { get; init; }

    /// <summary>How far it has come.</summary>
    public ComplaintStep Step => ResolvedOn is not null ? ComplaintStep.Resolved : AcceptedOn is null ? ComplaintStep.Waiting : ComplaintStep.Handling;

    /// <summary>Received on or before <paramref name="day"/> and not resolved by then.</summary>
    public bool IsOpenOn(DateOnly day) => ReceivedOn <= day && (ResolvedOn is null || ResolvedOn > day);

    /// <summary>Open on <paramref name="day"/>, past its deadline.</summary>
    public bool IsOverdueOn(DateOnly day) => IsOpenOn(day) && DueOn < day;

    /// <summary>Days left to the deadline on <paramref name="day"/>; negative when past.</summary>
    public int DaysLeft(DateOnly day) => DueOn.DayNumber - day.DayNumber;

    /// <summary>Ageing band on <paramref name="day"/>.</summary>
    public DeadlineBand BandOn(DateOnly day) => DaysLeft(day) switch
    {
        < 0 => DeadlineBand.Overdue,
        <= 7 => DeadlineBand.DueSoon,
        _ => DeadlineBand.Within,
    };
}
