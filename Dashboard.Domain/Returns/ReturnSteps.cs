namespace Dashboard.Domain.Returns;

/// <summary>
/// The steps of a return: not started → draft → submitted → approved, or submitted → sent back → draft. Any other is refused
/// with <c>return.step</c>, naming form, period, state and what was asked.
/// </summary>
public static class ReturnSteps
{
    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = FreeText.LongestReason;

    /// <summary>Something is entered: not started, sent back or draft becomes draft.</summary>
    public static Return Draft(this Return one) =>
        From(one, "draft", ReturnState.NotStarted, ReturnState.SentBack, ReturnState.Draft) with { State = ReturnState.Draft };

    /// <summary>Handed in on <paramref name="day"/>; its figures count from here on, as provisional.</summary>
    public static Return Submit(this Return one, DateOnly day) =>
        From(one, "submit", ReturnState.Draft) with { State = ReturnState.Submitted, SubmittedOn = day };

    /// <summary>Approved and locked; its figures are final.</summary>
    public static Return Approve(this Return one) => From(one, "approve", ReturnState.Submitted) with { State = ReturnState.Approved };

    /// <summary>Sent back, whole or for single figures.</summary>
    /// <exception cref="BrokenRuleException">Not submitted (<c>return.step</c>), no reason (<c>return.reason</c>) or one about a person.</exception>
    public static Return SendBack(this Return one, string reason)
    {
        Return sentBack = From(one, "send-back", ReturnState.Submitted) with { State = ReturnState.SentBack };
        CheckReason(one, reason);
        return sentBack;
    }

    /// <summary>
    /// Corrected after approval: it stays approved, so that its figures go on counting, and what is corrected counts as revised.
    /// </summary>
    /// <exception cref="BrokenRuleException">Not approved (<c>return.step</c>), no reason (<c>return.reason</c>) or one about a person.</exception>
    public static Return Correct(this Return one, string reason)
    {
        From(one, "correct", ReturnState.Approved);
        CheckReason(one, reason);
        return one;
    }

    private static Return From(Return one, string step, params ReadOnlySpan<ReturnState> states) => states.Contains(one.State)
        ? one
        : throw new BrokenRuleException(
            "return.step", $"The return {one.Form} for {one.Period} is {one.State}: “{step}” is not its next step.", one.Form, one.Period, one.State, step);

    private static void CheckReason(Return one, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new BrokenRuleException("return.reason", $"The return {one.Form} for {one.Period}: say why.", one.Form, one.Period);
        }

        FreeText.Check(reason, LongestReason, TextField.Reason);
    }
}
