namespace Dashboard.Charts;

/// <summary>One mark of a chart of marks.</summary>
public sealed record DeadlineDot
{
    /// <summary>Days to the deadline, negative when past.</summary>
    public required int Days { get; init; }

    /// <summary>Its form, which tells the kind.</summary>
    public required DotShape Shape { get; init; }

    /// <summary>Its colour, which tells the band.</summary>
    public required DotTone Tone { get; init; }

    /// <summary>Head of its tooltip.</summary>
    public required string Title { get; init; }

    /// <summary>Line of its tooltip.</summary>
    public required string Text { get; init; }

    /// <summary>Where a click leads; null leads nowhere.</summary>
    public required string? Href { get; init; }

    internal Live.ValueList<object?> ToCells() => new([(double)Days, (double)Shape, (double)Tone, Title, Text, Href]);
}

/// <summary>Form of a mark.</summary>
public enum DotShape
{
    /// <summary>Circle.</summary>
    Circle,

    /// <summary>Square.</summary>
    Square,

    /// <summary>Triangle.</summary>
    Triangle,
}

/// <summary>Band of a mark.</summary>
public enum DotTone
{
    /// <summary>Calm.</summary>
    Calm,

    /// <summary>Amber.</summary>
    Warning,

    /// <summary>Vermillion.</summary>
    Critical,
}

/// <summary>Texts of a chart of marks; {0} stands for a number of marks.</summary>
/// <param name="Critical">Head of the zone past the deadline.</param>
/// <param name="Warning">Head of the zone just before it.</param>
/// <param name="Calm">Head of the rest.</param>
/// <param name="Deadline">Tick at the deadline.</param>
/// <param name="WarningEdge">Tick at the end of the amber zone.</param>
/// <param name="WarningDays">Last day of the amber zone.</param>
/// <param name="Shapes">Names of the shapes, in the order of <see cref="DotShape"/>, for the key in the picture.</param>
public sealed record DotsFrame(string Critical, string Warning, string Calm, string Deadline, string WarningEdge, int WarningDays, Live.ValueList<string> Shapes);
