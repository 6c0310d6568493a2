using Dashboard.Committees;
using Dashboard.Domain.Complaints;

namespace Dashboard.Complaints;

/// <summary>One case as the list shows it on a day.</summary>
/// <param name="Case">The case.</param>
/// <param name="Committee">Who handles it.</param>
/// <param name="Today">The day.</param>
public sealed record ComplaintRow(Complaint Case, CommitteeLink Committee, DateOnly Today)
{
    /// <summary>Its band; null once it is resolved.</summary>
    public DeadlineBand? Band => Case.ResolvedOn is null ? Case.BandOn(Today) : null;

    /// <summary>Days late when it was resolved; 0 in time or while it is open.</summary>
    public int DaysLate => Case.ResolvedOn is { } day ? Math.Max(0, day.DayNumber - Case.DueOn.DayNumber) : 0;

    /// <summary>Days the committee has: from acceptance, or from receipt while that is not decided.</summary>
    public int DaysGiven => Case.DueOn.DayNumber - Start.DayNumber;

    /// <summary>Days of these that are gone, or were when it was resolved; more than given when late.</summary>
    public int DaysGone => Math.Max(0, (Case.ResolvedOn ?? Today).DayNumber - Start.DayNumber);

    /// <summary>Share of the time that is gone, at most 1.</summary>
    public double Gone => DaysGiven <= 0 ? 1 : Math.Min(1, (double)DaysGone / DaysGiven);

    /// <summary>The class of its colour: <c>crit</c>, <c>warn</c>, or none.</summary>
    public string? Tone => Band switch { DeadlineBand.Overdue => "crit", DeadlineBand.DueSoon => "warn", _ => null };

    private DateOnly Start => Case.AcceptedOn ?? Case.ReceivedOn;
}
