namespace Dashboard.Domain.Returns;

/// <summary>What may be kept of a line while it is being entered; what may be handed in is <see cref="ReturnValidation"/>'s matter.</summary>
public static class ReturnLineRules
{
    /// <summary>Refuses numbers below zero, a figure where none applies, and a note that is too long or about a person.</summary>
    /// <exception cref="BrokenRuleException"><c>figure.negative</c>, <c>return.line.notApplicable</c>, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public static void Check(ReturnLine line)
    {
        if (line.Value < 0 || line.OutOf < 0)
        {
            long negative = line.Value < 0 ? line.Value.Value : line.OutOf!.Value;
            throw new BrokenRuleException("figure.negative", $"{line.Indicator}: {negative} is below zero.", line.Indicator, negative);
        }

        if (line.IsNotApplicable && (line.Value ?? line.OutOf) is not null)
        {
            throw new BrokenRuleException("return.line.notApplicable", $"{line.Indicator} either has a figure or does not apply.", line.Indicator);
        }

        FreeText.Check(line.Note, ReturnLine.LongestNote, TextField.ReturnNote);
    }
}
