namespace Dashboard.Domain.Meetings;

/// <summary>A meeting of a committee, kept: when, on which figures, and what was on the screen.</summary>
public sealed record CommitteeMeeting
{
    /// <summary>Identity within the database.</summary>
    public long Id { get; init; }

    /// <summary>Number of the committee that meets.</summary>
    public required int Committee { get; init; }

    /// <summary>Day of the meeting.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>The moment whose figures are shown, UTC to the millisecond; null while they are live.</summary>
    public DateTime? FrozenAt { get; init; }

    /// <summary>Last log entry at or before <see cref="FrozenAt"/>; null while the figures are live.</summary>
    public long? FrozenSequence { get; init; }

    /// <summary>Scenes in their order; never empty.</summary>
    public required IReadOnlyList<AgendaItem> Agenda { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>When it was closed, UTC; null while it goes on. A committee has one open meeting at most.</summary>
    public DateTime? ClosedAt { get; init; }

    /// <summary>The log entry that it is remembered by: the frozen one, or the last one when it was closed; null for one that goes on live.</summary>
    public long? Sequence { get; init; }

    /// <summary>The moment that it is remembered by, UTC: the frozen one, or when it was closed; null for one that goes on live.</summary>
    public DateTime? Moment => FrozenAt ?? ClosedAt;

    /// <summary>Whether it goes on.</summary>
    public bool IsOpen => ClosedAt is null;
}
