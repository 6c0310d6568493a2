namespace Dashboard.Domain.Changes;

/// <summary>What a log entry is about.</summary>
public enum Subject
{
    /// <summary>A figure.</summary>
    Figure,

    /// <summary>A plan.</summary>
    Plan,

    /// <summary>A return's state.</summary>
    Return,

    /// <summary>A lapse.</summary>
    Lapse,

    /// <summary>A complaint.</summary>
    Complaint,

    /// <summary>A committee or its place in the tree.</summary>
    Structure,

    /// <summary>An indicator of the catalogue.</summary>
    Indicator,

    /// <summary>A form.</summary>
    Form,

    /// <summary>A directive.</summary>
    Directive,

    /// <summary>An account, a grant, a token or a linked screen.</summary>
    Account,

    /// <summary>What was entered in a line of a return; it does not count before the return is handed in.</summary>
    Entry,

    /// <summary>Somebody signed in or out, or failed to.</summary>
    SignIn,

    /// <summary>Figures or the log were taken out as a file.</summary>
    Export,

    /// <summary>A read or an act that was refused because it lies outside an account's rights.</summary>
    Denial,

    /// <summary>A request for more time for a return, or the answer to one.</summary>
    Extension,

    /// <summary>A note at a figure.</summary>
    Note,

    /// <summary>A meeting of a committee: opened, frozen, closed.</summary>
    Meeting,

    /// <summary>What a meeting decided; the committee concerned is the one that owes it.</summary>
    Decision,

    /// <summary>A reminder of a return that is late.</summary>
    Reminder,
}

/// <summary>
/// One change, kept for ever. Entries are only added; each carries the hash of the one before it, so that a later edit
/// of the file is found.
/// </summary>
public sealed record LogEntry
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was committed, UTC, to the millisecond.</summary>
    public required DateTime At { get; init; }

    /// <summary>Name of the account that made it, or of the system's own process.</summary>
    public required string Account { get; init; }

    /// <summary>What it is about.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Number of the committee concerned; null when it concerns none.</summary>
    public int? Committee { get; init; }

    /// <summary>Which one of the subject: e.g. <c>vetting.admission|2026-Q3</c> for a figure.</summary>
    public required string Key { get; init; }

    /// <summary>What held before, as JSON; null when there was nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What holds now, as JSON; null when it was withdrawn.</summary>
    public string? After { get; init; }

    /// <summary>Why, where a reason is asked for.</summary>
    public string? Reason { get; init; }

    /// <summary>SHA-256 over the entry and the hash of the one before, lower-case hex, 64 characters.</summary>
    public string Hash { get; init; } = "";
}
