using System.Collections.Immutable;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Directives;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.Live;

/// <summary>
/// What holds as of one log entry, but for the figures, which are in the cube: immutable, so that a reader who took it
/// sees one moment however long it reads.
/// </summary>
public sealed record LiveState
{
    /// <summary>Last log entry in it.</summary>
    public long Sequence { get; init; }

    /// <summary>When that entry was committed, UTC.</summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>All committees through time.</summary>
    public Hierarchy Hierarchy { get; init; } = Hierarchy.Empty;

    /// <summary>All indicators.</summary>
    public IndicatorSet Indicators { get; init; } = new([]);

    /// <summary>What is owed by whom.</summary>
    public ImmutableArray<Form> Forms { get; init; } = [];

    /// <summary>Plans by committee, indicator and year.</summary>
    public ImmutableDictionary<(int Committee, int Indicator, int Year), long> Plans { get; init; } = ImmutableDictionary<(int, int, int), long>.Empty;

    /// <summary>Notes at figures, also those that are over, by committee, indicator and period.</summary>
    public ImmutableDictionary<(int Committee, int Indicator, Period Period), FigureNote> Notes { get; init; } = ImmutableDictionary<(int, int, Period), FigureNote>.Empty;

    /// <summary>Returns that were started, by committee, form and period.</summary>
    public ImmutableDictionary<(string Form, Period Period), ImmutableDictionary<int, Return>> Returns { get; init; } =
        ImmutableDictionary<(string, Period), ImmutableDictionary<int, Return>>.Empty;

    /// <summary>Requests for more time, by identity.</summary>
    public ImmutableDictionary<long, Extension> Extensions { get; init; } = ImmutableDictionary<long, Extension>.Empty;

    /// <summary>Reminders of returns, by committee, form and period.</summary>
    public ImmutableDictionary<(int Committee, string Form, Period Period), Reminder> Reminders { get; init; } = ImmutableDictionary<(int, string, Period), Reminder>.Empty;

    /// <summary>Lapses by identity.</summary>
    public ImmutableDictionary<long, Lapse> Lapses { get; init; } = ImmutableDictionary<long, Lapse>.Empty;

    /// <summary>Complaints by identity.</summary>
    public ImmutableDictionary<long, Complaint> Complaints { get; init; } = ImmutableDictionary<long, Complaint>.Empty;

    /// <summary>Directives and the documents that carry them out, by issuer and number.</summary>
    public ImmutableDictionary<(int Issuer, string Number), Directive> Directives { get; init; } = ImmutableDictionary<(int, string), Directive>.Empty;

    /// <summary>Meetings by identity.</summary>
    public ImmutableDictionary<long, CommitteeMeeting> Meetings { get; init; } = ImmutableDictionary<long, CommitteeMeeting>.Empty;

    /// <summary>What meetings decided, by identity.</summary>
    public ImmutableDictionary<long, Decision> Decisions { get; init; } = ImmutableDictionary<long, Decision>.Empty;
}
