using System.Globalization;
using System.Resources;
using Dashboard.Domain;

namespace Dashboard.Meeting;

/// <summary>
/// Texts of meetings (<c>MeetingTexts.resx</c>, <c>MeetingTexts.en.resx</c>). Read directly and not through an injected
/// localizer: what is drawn once for many screens carries no services.
/// </summary>
public sealed class MeetingTexts
{
    private static readonly ResourceManager Texts = new(typeof(MeetingTexts));

    private MeetingTexts()
    {
    }

    /// <summary>The text called <paramref name="name"/> in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");

    /// <summary>The text with its places filled.</summary>
    public static string Get(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);

    /// <summary>Why something was refused; of a rule that no sentence tells, that it was.</summary>
    public static string Of(BrokenRuleException refused) => Texts.GetString($"Rule.{refused.Rule}", CultureInfo.CurrentUICulture) ?? Get("Rule.Other");

    /// <summary>The text for <paramref name="count"/> things: English has a form of its own for one.</summary>
    public static string Count(string name, long count, params ReadOnlySpan<object?> values) => Get(count == 1 ? name + ".One" : name, values);
}
