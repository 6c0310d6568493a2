using Dashboard.Domain.Figures;

namespace Dashboard.Figures;

/// <summary>A number of the pivot with what makes it trustworthy and what it is compared with.</summary>
public readonly record struct PivotCell
{
    /// <summary>The number; null where nothing was reported, which is not zero.</summary>
    public long? Value { get; init; }

    /// <summary>Its denominator, where every part states one.</summary>
    public long? OutOf { get; init; }

    /// <summary>How exactly it is known.</summary>
    public Precision Precision { get; init; }

    /// <summary>How settled it is: as little as its least settled part.</summary>
    public Standing Standing { get; init; }

    /// <summary>Those of <see cref="Expected"/> that reported.</summary>
    public int Reported { get; init; }

    /// <summary>Committees that were due to report.</summary>
    public int Expected { get; init; }

    /// <summary>The number of the same period of last year; null without one.</summary>
    public long? Base { get; init; }

    /// <summary>Part reached of the year's plan since January, else of <see cref="OutOf"/>; null without either.</summary>
    public double? Share { get; init; }

    /// <summary>The same of last year.</summary>
    public double? BaseShare { get; init; }

    /// <summary>News, and not the noise of its series.</summary>
    public bool IsSignal { get; init; }

    /// <summary>Last day of the note that stands at it; null without one.</summary>
    public DateOnly? NoteUntil { get; init; }

    /// <summary>What its note says.</summary>
    public string? Note { get; init; }
}
