namespace Dashboard.Domain.Meetings;

/// <summary>What a meeting decided that somebody has to do: about a committee or a number of it.</summary>
public sealed record Decision
{
    /// <summary>Identity within the database: number of the log entry that tells of it first, so that no other ever bears it.</summary>
    public long Id { get; init; }

    /// <summary>The meeting that decided.</summary>
    public required long Meeting { get; init; }

    /// <summary>Number of the committee that met.</summary>
    public required int Committee { get; init; }

    /// <summary>Day of that meeting.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>What is to be done, from a list.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>Number of the committee that it is about.</summary>
    public required int About { get; init; }

    /// <summary>Number of the indicator that it is about; null when it is about the committee as such.</summary>
    public int? Indicator { get; init; }

    /// <summary>Number of the committee that has to do it.</summary>
    public required int Owing { get; init; }

    /// <summary>Last day on which it is done in time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Day on which it was done; null while it is open.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Short note, never about a person.</summary>
    public string? Note { get; init; }

    /// <summary>Decided on or before <paramref name="day"/> and not done by then.</summary>
    public bool IsOpenOn(DateOnly day) => DecidedOn <= day && (DoneOn is null || DoneOn > day);

    /// <summary>Open on <paramref name="day"/>, past its due day.</summary>
    public bool IsOverdueOn(DateOnly day) => IsOpenOn(day) && DueOn < day;
}
