namespace Dashboard.Overview;

/// <summary>Figures of vetted personnel (topic <c>vetting</c>).</summary>
public sealed record VettedCard
{
    /// <summary>In the period.</summary>
    public required Amount Amount { get; init; }

    /// <summary>Change.</summary>
    public required Delta Delta { get; init; }

    /// <summary>From January to the end of the period; what progress is measured by.</summary>
    public required Amount YearToDate { get; init; }

    /// <summary>Plan of the year; null when none is set.</summary>
    public required long? YearPlan { get; init; }

    /// <summary>Share of the year gone at the end of the period (or today, if earlier), 0–1.</summary>
    public required double YearGone { get; init; }

    /// <summary>The year's plan for a period of this length, by months; null when none is set.</summary>
    public required long? PeriodPlan { get; init; }

    /// <summary>Twelve periods.</summary>
    public required Spark Spark { get; init; }
}

/// <summary>Open lapses, as of <see cref="OverviewModel.StockDay"/>.</summary>
public sealed record LapsesCard
{
    /// <summary>Open.</summary>
    public required int Open { get; init; }

    /// <summary>Of those, overdue.</summary>
    public required int Overdue { get; init; }

    /// <summary>Found in the twelve months up to then.</summary>
    public required int Found { get; init; }

    /// <summary>Of those found, remedied by then.</summary>
    public required int Remedied { get; init; }

    /// <summary>Change of the open ones.</summary>
    public required Delta Delta { get; init; }

    /// <summary>Open at the end of twelve periods.</summary>
    public required Spark Spark { get; init; }
}

/// <summary>Open complaints, as of <see cref="OverviewModel.StockDay"/>.</summary>
public sealed record ComplaintsCard
{
    private readonly int? _open;

    /// <summary>More than 7 days left.</summary>
    public required int Within { get; init; }

    /// <summary>7 days or fewer left.</summary>
    public required int DueSoon { get; init; }

    /// <summary>Past the deadline.</summary>
    public required int Overdue { get; init; }

    /// <summary>Change of the open ones.</summary>
    public required Delta Delta { get; init; }

    /// <summary>Open at the end of twelve periods.</summary>
    public required Spark Spark { get; init; }

    /// <summary>All open ones; said by itself where a part of them is not shown.</summary>
    public int Open { get => _open ?? Within + DueSoon + Overdue; init => _open = value; }
}

/// <summary>Returns owed for the period in the subtree.</summary>
public sealed record ReturnsCard
{
    /// <summary>How many are in each state.</summary>
    public required ReturnCounts Counts { get; init; }

    /// <summary>Due day of the period's return with the most owing committees; null when none is owed.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Handed in per mille then; null when there is nothing to compare with.</summary>
    public required int? BasePerMyriad { get; init; }

    /// <summary>Share handed in, in hundredths of a percent, over twelve periods.</summary>
    public required Spark Spark { get; init; }
}

/// <summary>Returns by state.</summary>
/// <param name="Approved">Approved.</param>
/// <param name="Submitted">Waiting for the reviewer.</param>
/// <param name="SentBack">Sent back.</param>
/// <param name="Draft">Being entered.</param>
/// <param name="NotStarted">Nothing entered.</param>
public readonly record struct ReturnCounts(int Approved, int Submitted, int SentBack, int Draft, int NotStarted)
{
    /// <summary>Handed in: approved or waiting for the reviewer.</summary>
    public int In => Approved + Submitted;

    /// <summary>Owed in all.</summary>
    public int Owed => Approved + Submitted + SentBack + Draft + NotStarted;
}
