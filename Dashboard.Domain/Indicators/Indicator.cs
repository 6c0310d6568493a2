namespace Dashboard.Domain.Indicators;

/// <summary>How figures of one committee add up over time.</summary>
public enum OverTime
{
    /// <summary>A flow: adds up over committees and over time.</summary>
    Sum,

    /// <summary>A stock: over time the latest value counts; then adds up over the committees open on the last day asked about.</summary>
    Last,
}

/// <summary>What a change of an indicator means; colour follows it.</summary>
public enum Direction
{
    /// <summary>Neither more nor less is better.</summary>
    Neutral,

    /// <summary>More is better (work done).</summary>
    Up,

    /// <summary>Less is better (open lapses, overdue complaints).</summary>
    Down,
}

/// <summary>An indicator (chỉ tiêu) of the catalogue. One that has figures can be retired, never deleted.</summary>
public sealed record Indicator
{
    /// <summary>Dense number from 0, given when first registered, never changed.</summary>
    public int Number { get; init; }

    /// <summary>Dotted code, e.g. <c>vetting.admission</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Topic it belongs to, e.g. <c>vetting</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>Vietnamese name.</summary>
    public required string Name { get; init; }

    /// <summary>English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>Unit counted, an English plural such as <c>files</c>; texts of units are resources.</summary>
    public required string Unit { get; init; }

    /// <summary>What a change means.</summary>
    public Direction Direction { get; init; }

    /// <summary>Flow or stock.</summary>
    public OverTime OverTime { get; init; }

    /// <summary>Day from which no new figure is accepted; null while in use.</summary>
    public DateOnly? RetiredOn { get; init; }
}
