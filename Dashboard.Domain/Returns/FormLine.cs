namespace Dashboard.Domain.Returns;

/// <summary>Whether a line takes a denominator (“1.034/1.036 tổ chức đảng”).</summary>
public enum OutOfRule
{
    /// <summary>It takes none.</summary>
    None,

    /// <summary>It may have one; the value is not more than it.</summary>
    Allowed,

    /// <summary>It needs one; the value is not more than it.</summary>
    Required,
}

/// <summary>One figure that a form asks for.</summary>
public sealed record FormLine
{
    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>Whether the return cannot be submitted without a value, or “not applicable”, here.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it takes a denominator.</summary>
    public OutOfRule OutOf { get; init; }
}

/// <summary>A group of lines under one heading.</summary>
public sealed record FormSection
{
    /// <summary>Vietnamese heading.</summary>
    public required string Title { get; init; }

    /// <summary>English heading.</summary>
    public required string TitleEn { get; init; }

    /// <summary>The lines, in order.</summary>
    public required IReadOnlyList<FormLine> Lines { get; init; }
}
