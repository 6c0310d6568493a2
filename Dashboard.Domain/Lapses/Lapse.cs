namespace Dashboard.Domain.Lapses;

/// <summary>A shortcoming of a committee in this work (thiếu sót, tồn tại).</summary>
public sealed record Lapse
{
    /// <summary>Identity within the database.</summary>
    public long Id { get; init; }

    /// <summary>Number of the committee whose lapse it is.</summary>
    public required int Committee { get; init; }

    /// <summary>What kind of shortcoming.</summary>
    public required LapseKind Kind { get; init; }

    /// <summary>How grave.</summary>
    public LapseSeverity Severity { get; init; }

    /// <summary>Day on which it was found.</summary>
    public required DateOnly FoundOn { get; init; }

    /// <summary>How it was found.</summary>
    public required LapseSource FoundBy { get; init; }

    /// <summary>Last day on which remedying it is in time.</summary>
    public required DateOnly RemedyDueOn { get; init; }

    /// <summary>Day on which it was remedied; null while it is open.</summary>
    public DateOnly? RemediedOn { get; init; }

    /// <summary>Short note, never about a person.</summary>
    public string? Note { get; init; }

    /// <summary>Found on or before <paramref name="day"/> and not remedied by then.</summary>
    public bool IsOpenOn(DateOnly day) => FoundOn <= day && (RemediedOn is null || RemediedOn > day);

    /// <summary>Open on <paramref name="day"/>, past the day it was to be remedied by.</summary>
    public bool IsOverdueOn(DateOnly day) => IsOpenOn(day) && RemedyDueOn < day;
}
