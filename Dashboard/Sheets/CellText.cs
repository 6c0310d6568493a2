using Dashboard.Domain.Returns;
using Dashboard.Returns;

namespace Dashboard.Sheets;

/// <summary>What stands in a cell of the sheet: a figure, nothing, 0, or <see cref="NotApplicable"/>; four things that are not the same.</summary>
public static class CellText
{
    /// <summary>Stands for a figure that does not apply to the committee.</summary>
    public const string NotApplicable = "x";

    /// <summary>The text of a line.</summary>
    public static string Of(ReturnLine line) => line.IsNotApplicable ? NotApplicable : FigureText.Of(line.Value);

    /// <summary>The line with what was typed in place of its figure; null for what is none of the four. What else stands in the line stays as it is.</summary>
    public static ReturnLine? Read(ReturnLine line, string? typed)
    {
        if (string.Equals(typed?.Trim(), NotApplicable, StringComparison.OrdinalIgnoreCase))
        {
            return line with { Value = null, OutOf = null, IsNotApplicable = true };
        }

        return FigureText.TryRead(typed, out long? value) ? line with { Value = value, OutOf = value is null ? null : line.OutOf, IsNotApplicable = false } : null;
    }
}
