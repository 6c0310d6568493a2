using System.Globalization;
using System.Resources;
using Dashboard.Domain;
using Dashboard.Layout;

namespace Dashboard.Figures;

/// <summary>
/// Texts of the figures' page (<c>FigureTexts.resx</c>, <c>FigureTexts.en.resx</c>). Read directly and not through an injected
/// localizer because cells, of which a page has hundreds, carry no services.
/// </summary>
public sealed class FigureTexts
{
    private static readonly ResourceManager Texts = new(typeof(FigureTexts));

    private FigureTexts()
    {
    }

    /// <summary>The text called <paramref name="name"/> in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Get(string name) => Find(name) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");

    /// <summary>The text with its places filled.</summary>
    public static string Get(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);

    /// <summary>The name of a topic; the topic itself where nobody has named it.</summary>
    public static string Topic(string topic) => Find($"Topic.{topic}") ?? topic;

    /// <summary>The name of a unit; the unit itself where nobody has named it.</summary>
    public static string Unit(string unit) => Find($"Unit.{unit}") ?? unit;

    /// <summary>The sentence of a rule that a note breaks.</summary>
    public static string Of(BrokenRuleException broken) => Find($"Rule.{broken.Rule}") is { } sentence
        ? string.Format(CultureInfo.CurrentCulture, sentence, [.. broken.Arguments.Select(argument => argument is DateOnly day ? Numerals.Day(day) : argument)])
        : broken.Message;

    private static string? Find(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture);
}
