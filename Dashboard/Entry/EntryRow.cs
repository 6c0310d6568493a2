using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Entry;

/// <summary>Something found in a row, in words.</summary>
/// <param name="IsError">Whether it stops submission.</param>
/// <param name="IsSettled">A warning for which a reason was given.</param>
/// <param name="Text">The sentence.</param>
public sealed record RowFinding(bool IsError, bool IsSettled, string Text);

/// <summary>A note at a figure that the row shows, for those who read it.</summary>
/// <param name="Period">Period of the figure.</param>
/// <param name="Text">What it says.</param>
/// <param name="ExpiresOn">Last day on which it is shown.</param>
public sealed record RowNote(Period Period, string Text, DateOnly ExpiresOn);

/// <summary>One row of the grid, as it is shown: two that are equal look the same, so that a row is drawn only when it is another.</summary>
public sealed record EntryRow
{
    /// <summary>Code of the indicator; of the first one for a total.</summary>
    public required string Code { get; init; }

    /// <summary>Its number on the form: 1, 1.3.</summary>
    public required string Number { get; init; }

    /// <summary>Name of the indicator.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it adds up the rows below it.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Whether it is part of a total.</summary>
    public bool IsPart { get; init; }

    /// <summary>Address of the register that it is counted from; null when it is entered.</summary>
    public string? Register { get; init; }

    /// <summary>Whether a value is asked for.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it can be typed into now.</summary>
    public bool IsEditable { get; init; }

    /// <summary>Whether it takes what it is out of.</summary>
    public bool TakesOutOf { get; init; }

    /// <summary>The period before.</summary>
    public required string Previous { get; init; }

    /// <summary>The same period a year ago.</summary>
    public required string LastYear { get; init; }

    /// <summary>The plan of the year.</summary>
    public required string Plan { get; init; }

    /// <summary>The change to the period before.</summary>
    public required string Change { get; init; }

    /// <summary>Above zero for more than before, below for less.</summary>
    public int ChangeSign { get; init; }

    /// <summary>How much of the plan is reached.</summary>
    public required string PlanShare { get; init; }

    /// <summary>What is entered.</summary>
    public required ReturnLine Line { get; init; }

    /// <summary>What stands in the cell.</summary>
    public required string Text { get; init; }

    /// <summary>How the cell stands.</summary>
    public CellState State { get; init; }

    /// <summary>Why it could not be read or saved.</summary>
    public string? Problem { get; init; }

    /// <summary>What somebody else saved in the meantime.</summary>
    public ReturnLine? Theirs { get; init; }

    /// <summary>What was found.</summary>
    public ValueList<RowFinding> Findings { get; init; } = [];

    /// <summary>The notes at its figures.</summary>
    public ValueList<RowNote> Notes { get; init; } = [];

    /// <summary>Whether nothing stands in it that was to be entered.</summary>
    public bool IsMissing => Register is null && !IsTotal && Line is { Value: null, IsNotApplicable: false } && State != CellState.Unreadable;

    /// <summary>Whether something in it keeps the return from being handed in.</summary>
    public bool IsFaulty => State is CellState.Unreadable or CellState.Failed or CellState.Conflict || Findings.Any(f => f.IsError);

    /// <summary>Whether a reason is asked for.</summary>
    public bool IsDoubted => Findings.Any(f => !f.IsError && !f.IsSettled);
}
