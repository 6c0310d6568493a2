using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Returns;

/// <summary>What one committee hands in for one period on one form (báo cáo kỳ).</summary>
public sealed record Return
{
    /// <summary>Number of the committee.</summary>
    public required int Committee { get; init; }

    /// <summary>Code of the form.</summary>
    public required string Form { get; init; }

    /// <summary>Period reported on.</summary>
    public required Period Period { get; init; }

    /// <summary>Where it stands.</summary>
    public ReturnState State { get; init; }

    /// <summary>Last day on which it is in time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Day of the last submission, if any.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>How often it changed, by entries or by steps: whoever changes it says which one they saw.</summary>
    public int Revision { get; init; }

    /// <summary>Whether it counts as handed in: submitted or approved.</summary>
    public bool IsIn => State is ReturnState.Submitted or ReturnState.Approved;
}
