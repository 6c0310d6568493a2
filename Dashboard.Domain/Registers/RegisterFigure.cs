using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Registers;

/// <summary>What a register counts for one of its indicators and one month.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Month">Calendar month.</param>
/// <param name="Value">Zero or more.</param>
public readonly record struct RegisterFigure(string Indicator, Period Month, long Value);
