namespace Dashboard.Returns;

/// <summary>Why something typed or pasted cannot be read as a figure.</summary>
public enum FigureFault
{
    /// <summary>It is no number.</summary>
    NotANumber,

    /// <summary>It has a fraction, as the reader's language writes one.</summary>
    NotWhole,

    /// <summary>Its groups are not of three digits each.</summary>
    Grouping,

    /// <summary>It is below zero.</summary>
    Negative,

    /// <summary>It is more than 64 bits hold.</summary>
    TooLarge,
}
