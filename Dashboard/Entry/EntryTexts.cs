using System.Globalization;
using System.Resources;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Returns;

namespace Dashboard.Entry;

/// <summary>
/// Texts of the entry page (<c>EntryTexts.resx</c>, <c>EntryTexts.en.resx</c>). Read directly and not through an injected localizer
/// because rows, of which there are many, carry no services.
/// </summary>
public sealed class EntryTexts
{
    private static readonly ResourceManager Texts = new(typeof(EntryTexts));

    private EntryTexts()
    {
    }

    /// <summary>The text called <paramref name="name"/> in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");

    /// <summary>The text called <paramref name="name"/> with its places filled.</summary>
    public static string Get(string name, params ReadOnlySpan<object?> places) => string.Format(CultureInfo.CurrentCulture, Get(name), places);

    /// <summary>A finding in words; a rule of the form with the names of what it speaks of.</summary>
    public static string Of(Finding finding, RuleWords rules) =>
        finding.Fault is { Rule: "form.ruleBroken", Arguments: [string rule, long left, long right] } ? rules.Of(rule, left, right) : ReturnTexts.Of(finding.Fault);
}
