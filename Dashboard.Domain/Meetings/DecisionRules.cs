namespace Dashboard.Domain.Meetings;

/// <summary>What a meeting may decide, and how a decision is done.</summary>
public static class DecisionRules
{
    /// <summary>Most characters of a note.</summary>
    public const int LongestNote = 200;

    /// <summary>Days until a decision is due unless another day is chosen.</summary>
    public const int UsualDays = 15;

    /// <summary>Refuses a decision that is due or done before its meeting, one about or owed by a committee that is not of the meeting's, and a note that is too long or about a person.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="isWithin">Whether a committee is the one that met or stands below it.</param>
    /// <exception cref="BrokenRuleException">
    /// <c>decision.due</c>, <c>decision.doneTooEarly</c>, <c>decision.about</c>, <c>decision.owing</c>, <c>text.tooLong</c> or <c>text.personal</c>.
    /// </exception>
    public static void Check(Decision decision, Func<int, bool> isWithin)
    {
        if (decision.DueOn < decision.DecidedOn)
        {
            throw new BrokenRuleException(
                "decision.due", $"What was decided on {decision.DecidedOn:yyyy-MM-dd} cannot be due on {decision.DueOn:yyyy-MM-dd}.", decision.DecidedOn, decision.DueOn);
        }

        if (decision.DoneOn < decision.DecidedOn)
        {
            throw TooEarly(decision, decision.DoneOn.Value);
        }

        if (!isWithin(decision.About))
        {
            throw new BrokenRuleException("decision.about", "It is about a committee that is not below the one that met.");
        }

        if (!isWithin(decision.Owing))
        {
            throw new BrokenRuleException("decision.owing", "The committee that owes it is not below the one that met.");
        }

        FreeText.Check(decision.Note, LongestNote, TextField.DecisionNote);
    }

    /// <summary>Done on <paramref name="day"/>.</summary>
    /// <exception cref="BrokenRuleException">It was done before (<c>decision.done</c>), or not yet decided (<c>decision.doneTooEarly</c>).</exception>
    public static Decision Done(this Decision decision, DateOnly day)
    {
        if (decision.DoneOn is { } before)
        {
            throw new BrokenRuleException("decision.done", $"It was done on {before:yyyy-MM-dd}.", before);
        }

        return day < decision.DecidedOn ? throw TooEarly(decision, day) : decision with { DoneOn = day };
    }

    /// <summary>Open again: that it was done was a mistake.</summary>
    /// <exception cref="BrokenRuleException">It is open (<c>decision.open</c>).</exception>
    public static Decision Reopen(this Decision decision) => decision.DoneOn is null
        ? throw new BrokenRuleException("decision.open", "The decision is open.")
        : decision with { DoneOn = null };

    private static BrokenRuleException TooEarly(Decision decision, DateOnly day) => new(
        "decision.doneTooEarly", $"What was decided on {decision.DecidedOn:yyyy-MM-dd} cannot be done on {day:yyyy-MM-dd}.", decision.DecidedOn, day);
}
