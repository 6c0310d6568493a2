using Dashboard.Committees;
using Dashboard.Disclosure;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Movements;
using Dashboard.Domain.Periods;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>What changed at a committee and below between two moments, with only what its reader may see.</summary>
public sealed record SinceModel
{
    /// <summary>The committee.</summary>
    public required CommitteeLink Committee { get; init; }

    /// <summary>The period whose figures and returns are compared.</summary>
    public required Period Period { get; init; }

    /// <summary>Between which moments.</summary>
    public required SinceSpan Span { get; init; }

    /// <summary>What may be looked at, the registers and the total first; also what did not change.</summary>
    public required ValueList<SinceChange> Changes { get; init; }

    /// <summary>Deadlines that passed in between with the work not done.</summary>
    public required SinceDeadlines Deadlines { get; init; }

    /// <summary>The change of a number; the complaints open where there is none of that code.</summary>
    public SinceChange Of(string? code) => Changes.FirstOrDefault(c => c.Code == code) ?? Changes.First(c => c.Code == SinceCodes.ComplaintsOpen);
}

/// <summary>The two moments.</summary>
/// <param name="From">The earlier one, UTC.</param>
/// <param name="To">The later one, UTC.</param>
/// <param name="FromDay">The earlier one's day.</param>
/// <param name="ToDay">The later one's day.</param>
/// <param name="FromSequence">Last log entry by the earlier one; 0 before the first.</param>
/// <param name="ToSequence">Last log entry by the later one.</param>
/// <param name="IsBeforeLog">
/// Whether the log begins after the earlier one: registers are then compared by the days they state, and nothing else can be.
/// </param>
public sealed record SinceSpan(DateTime From, DateTime To, DateOnly FromDay, DateOnly ToDay, long FromSequence, long ToSequence, bool IsBeforeLog);

/// <summary>How one number changed: the start and the steps add up to the end, in all and in each row.</summary>
public sealed record SinceChange
{
    /// <summary>Which number: an indicator's code, or one of <see cref="SinceCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Topic, by which it is found.</summary>
    public required string Topic { get; init; }

    /// <summary>What a change means.</summary>
    public required Direction Direction { get; init; }

    /// <summary>The indicator, where the number is one that is reported.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>What it was; null where nothing was reported.</summary>
    public required long? Start { get; init; }

    /// <summary>What it is; null where nothing is reported.</summary>
    public required long? End { get; init; }

    /// <summary>Out of how many at the start, where it is a part of a whole.</summary>
    public long? OutOfStart { get; init; }

    /// <summary>Out of how many at the end.</summary>
    public long? OutOfEnd { get; init; }

    /// <summary>What moved it, in all.</summary>
    public required ValueList<SinceStep> Steps { get; init; }

    /// <summary>The committees directly below, each with all below it, and the committee's own: those that changed, the largest change first.</summary>
    public required ValueList<SinceRow> Branches { get; init; }

    /// <summary>Every committee by itself, its own alone: those that changed, the largest change first.</summary>
    public required ValueList<SinceRow> Committees { get; init; }

    /// <summary>Whether one of the two is not shown, and with it the difference.</summary>
    public bool IsWithheld => Withheld.Is(Start) || Withheld.Is(End);

    /// <summary>How much more, or less; 0 where it is not shown.</summary>
    public long Difference => IsWithheld ? 0 : (End ?? 0) - (Start ?? 0);

    /// <summary>Whether anything moved it, be it up and down again.</summary>
    public bool HasMoved => Steps.Count > 0;
}

/// <summary>One way in which a number moved.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Amount">How much more, or less; never 0.</param>
/// <param name="Count">How many cases or figures.</param>
public sealed record SinceStep(MovementKind Kind, long Amount, int Count);

/// <summary>One committee's share in a change.</summary>
/// <param name="Committee">The committee.</param>
/// <param name="IsOwn">Whether it is the own part of the committee that is looked at.</param>
/// <param name="Start">What it had.</param>
/// <param name="End">What it has.</param>
/// <param name="Steps">What moved it.</param>
public sealed record SinceRow(CommitteeLink Committee, bool IsOwn, long Start, long End, ValueList<SinceStep> Steps)
{
    /// <summary>How much more, or less; 0 where one of the two is not shown.</summary>
    public long Difference => Withheld.Is(Start) || Withheld.Is(End) ? 0 : End - Start;
}

/// <summary>Deadlines that passed between two moments with the work not done.</summary>
/// <param name="Complaints">Complaints not resolved by theirs.</param>
/// <param name="Lapses">Lapses not remedied by theirs.</param>
/// <param name="Returns">Returns not handed in by theirs.</param>
public sealed record SinceDeadlines(int Complaints, int Lapses, int Returns);

/// <summary>Codes of the numbers that are compared besides the indicators that are reported.</summary>
public static class SinceCodes
{
    /// <summary>Complaints open.</summary>
    public const string ComplaintsOpen = "complaints.open";

    /// <summary>Complaints open past their deadline.</summary>
    public const string ComplaintsOverdue = "complaints.overdue";

    /// <summary>Lapses open.</summary>
    public const string LapsesOpen = "lapses.open";

    /// <summary>Lapses open past the day they were to be remedied by.</summary>
    public const string LapsesOverdue = "lapses.overdue";

    /// <summary>Returns handed in, of those owed for the period.</summary>
    public const string Returns = "returns";

    /// <summary>All vetted: the total of its topic.</summary>
    public const string Vetted = "vetting";
}
