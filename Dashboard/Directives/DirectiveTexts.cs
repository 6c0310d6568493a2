using System.Globalization;
using System.Resources;
using Dashboard.Domain;
using Dashboard.Domain.Directives;
using Dashboard.Layout;

namespace Dashboard.Directives;

/// <summary>Texts of the directives' pages (<c>DirectiveTexts.resx</c>, <c>DirectiveTexts.en.resx</c>). Read directly: their lines carry no services.</summary>
public sealed class DirectiveTexts
{
    private static readonly ResourceManager Texts = new(typeof(DirectiveTexts));

    private DirectiveTexts()
    {
    }

    /// <summary>The text called <paramref name="name"/> in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");

    /// <summary>The text with its places filled.</summary>
    public static string Get(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);

    /// <summary>The text for <paramref name="count"/> things, the first of its places: English has a form of its own for one.</summary>
    public static string Count(string name, double count) => Get(count == 1 ? name + ".One" : name, count.ToString("#,0.#", CultureInfo.CurrentCulture));

    /// <summary>What a document is about.</summary>
    public static string SubjectOf(Directive directive) => Languages.IsVietnamese ? directive.Subject : directive.SubjectEn ?? directive.Subject;

    /// <summary>The sentence of a rule that was broken; the English message of one that no text knows.</summary>
    public static string Of(BrokenRuleException broken) => Texts.GetString($"Rule.{broken.Rule}", CultureInfo.CurrentUICulture) is { } sentence
        ? string.Format(CultureInfo.CurrentCulture, sentence, [.. broken.Arguments.Select(argument => argument is DateOnly day ? Numerals.Day(day) : argument)])
        : broken.Message;
}
