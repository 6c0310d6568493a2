using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Returns;

/// <summary>A committee's request for a later due day of one return (xin gia hạn), and what was answered from above.</summary>
public sealed record Extension
{
    /// <summary>Most days past the due day that may be asked for at a time.</summary>
    public const int MostDays = 30;

    /// <summary>Most characters of a note.</summary>
    public const int LongestNote = 300;

    /// <summary>Identity, given by the register.</summary>
    public long Id { get; init; }

    /// <summary>Number of the committee.</summary>
    public required int Committee { get; init; }

    /// <summary>Code of the form.</summary>
    public required string Form { get; init; }

    /// <summary>Period reported on.</summary>
    public required Period Period { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateOnly AskedOn { get; init; }

    /// <summary>Due day that held then.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Due day asked for.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Why.</summary>
    public required ExtensionReason Reason { get; init; }

    /// <summary>Short note, never about a person.</summary>
    public string? Note { get; init; }

    /// <summary>Where it stands.</summary>
    public ExtensionState State { get; init; }

    /// <summary>When it was answered.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>Why it was refused.</summary>
    public ExtensionRefusal? Refusal { get; init; }
}
