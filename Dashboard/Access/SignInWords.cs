using System.Globalization;
using Dashboard.Domain;
using Dashboard.Exchange;
using Dashboard.Live;
using Microsoft.Extensions.Localization;

namespace Dashboard.Access;

/// <summary>Says in the reader's language why signing in or a change of secrets was refused.</summary>
public sealed class SignInWords(IStringLocalizer<AccessTexts> texts, LocalCalendar calendar)
{
    /// <summary>Why an attempt was refused.</summary>
    /// <param name="answer">The answer to it.</param>
    /// <param name="wrong">Text for what was typed wrong.</param>
    public string Refusal(SignInAnswer answer, string wrong) =>
        answer.LockedUntil is { } until ? texts["Locked", Clock(until)] : texts[wrong];

    /// <summary>Which rule was broken.</summary>
    public string Of(BrokenRuleException broken) =>
        texts[broken.Rule, [.. broken.Arguments]] is { ResourceNotFound: false } said ? said : FaultTexts.Sentence(broken.Rule, broken.Arguments, CultureInfo.CurrentUICulture);

    /// <summary>An instant as day and time of the committees' place.</summary>
    public string Moment(DateTime at) => Local(at).ToString("g", CultureInfo.CurrentCulture);

    // Up to the next whole minute: whoever comes back at the time that was said is let in.
    private string Clock(DateTime until) => Local(until.AddSeconds(59)).ToString("HH:mm", CultureInfo.InvariantCulture);

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, calendar.Zone);
}
