namespace Dashboard.Domain.Returns;

/// <summary>
/// Asking for more time, granting and refusing it. A day granted counts from when it is granted: a lapse that was opened for a
/// return that was late by then stays, since the return did not come by the day that held, and is remedied as any other by
/// handing the return in. Granted before the due day, the lapse is opened the day after the new one.
/// </summary>
public static class ExtensionSteps
{
    /// <summary>A request for more time.</summary>
    /// <param name="one">The return.</param>
    /// <param name="known">What was asked for it before.</param>
    /// <param name="until">Due day asked for.</param>
    /// <param name="reason">Why.</param>
    /// <param name="note">Short note, never about a person.</param>
    /// <param name="today">The day it is.</param>
    /// <exception cref="BrokenRuleException"><c>extension.in</c>, <c>extension.waiting</c>, <c>extension.day</c>, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public static Extension Ask(this Return one, IEnumerable<Extension> known, DateOnly until, ExtensionReason reason, string? note, DateOnly today)
    {
        RefuseIfIn(one);
        if (known.Any(e => e.State == ExtensionState.Waiting))
        {
            throw new BrokenRuleException("extension.waiting", $"More time for {one.Form} for {one.Period} was asked for already and is not answered yet.", one.Form, one.Period);
        }

        DateOnly latest = LatestOf(one, today);
        if (until <= one.DueOn || until < today || until > latest)
        {
            throw new BrokenRuleException("extension.day", $"{until:yyyy-MM-dd} is not after the due day and today, or later than {latest:yyyy-MM-dd}.", until, latest);
        }

        FreeText.Check(note, Extension.LongestNote, TextField.ExtensionNote);
        return new Extension
        {
            Committee = one.Committee,
            Form = one.Form,
            Period = one.Period,
            AskedOn = today,
            DueOn = one.DueOn,
            Until = until,
            Reason = reason,
            Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
        };
    }

    /// <summary>The latest day that may be asked for on <paramref name="today"/>.</summary>
    public static DateOnly LatestOf(Return one, DateOnly today) => (one.DueOn > today ? one.DueOn : today).AddDays(Extension.MostDays);

    /// <summary>Granted: the request as it is answered, and the return with its new due day.</summary>
    /// <exception cref="BrokenRuleException"><c>extension.answered</c>, <c>extension.in</c>, or <c>extension.day</c> for a day that has passed meanwhile.</exception>
    public static (Extension Granted, Return Return) Grant(this Extension asked, Return one, DateOnly today)
    {
        RefuseIfAnswered(asked);
        RefuseIfIn(one);
        return asked.Until >= today && asked.Until > one.DueOn
            ? (asked with { State = ExtensionState.Granted, AnsweredOn = today }, one with { DueOn = asked.Until })
            : throw new BrokenRuleException("extension.day", $"{asked.Until:yyyy-MM-dd} has passed, or is not after the due day.", asked.Until, LatestOf(one, today));
    }

    /// <summary>Refused with a reason.</summary>
    /// <exception cref="BrokenRuleException"><c>extension.answered</c>.</exception>
    public static Extension Refuse(this Extension asked, ExtensionRefusal refusal, DateOnly today)
    {
        RefuseIfAnswered(asked);
        return asked with { State = ExtensionState.Refused, AnsweredOn = today, Refusal = refusal };
    }

    private static void RefuseIfAnswered(Extension asked)
    {
        if (asked.State != ExtensionState.Waiting)
        {
            throw new BrokenRuleException("extension.answered", $"The request for more time for {asked.Form} for {asked.Period} is answered: {asked.State}.", asked.Form, asked.Period);
        }
    }

    private static void RefuseIfIn(Return one)
    {
        if (one.IsIn)
        {
            throw new BrokenRuleException("extension.in", $"The return {one.Form} for {one.Period} is in: it needs no more time.", one.Form, one.Period);
        }
    }
}
