using Dashboard.Live;

namespace Dashboard.Charts;

/// <summary>One horizontal bar made of segments.</summary>
public sealed record BarRow
{
    /// <summary>Short name at the axis.</summary>
    public required string Label { get; init; }

    /// <summary>Name in the tooltip.</summary>
    public required string Title { get; init; }

    /// <summary>Where a click leads; null leads nowhere.</summary>
    public required string? Href { get; init; }

    /// <summary>Segments in the order of the series; null is missing and draws nothing.</summary>
    public required ValueList<long?> Values { get; init; }

    /// <summary>Where the plan's tick stands; null draws none.</summary>
    public required long? Plan { get; init; }

    /// <summary>The total at the right as it is to be written; null leaves it to the script, which adds up the segments.</summary>
    public required string? Figure { get; init; }

    /// <summary>Far below the plan: a triangle and the colour of faults.</summary>
    public required bool IsLow { get; init; }

    /// <summary>Last remark at the right, such as "tạm tính".</summary>
    public required string? Note { get; init; }

    internal ValueList<object?> ToCells() =>
        new([Label, Title, Href, (double?)Plan, Figure, IsLow, Note, .. Values.Select(value => (object?)(double?)value)]);
}
