using System.Globalization;
using System.Resources;
using Dashboard.Domain;
using Dashboard.Domain.Meetings;
using Dashboard.Layout;
using Dashboard.Meeting;

namespace Dashboard.MeetingBook;

/// <summary>Texts of the page of meetings (<c>MeetingBookTexts.resx</c>, <c>MeetingBookTexts.en.resx</c>). Read directly: its lines carry no services.</summary>
public sealed class MeetingBookTexts
{
    private static readonly ResourceManager Texts = new(typeof(MeetingBookTexts));

    private MeetingBookTexts()
    {
    }

    /// <summary>The text called <paramref name="name"/> in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");

    /// <summary>The text with its places filled.</summary>
    public static string Get(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);

    /// <summary>The text for <paramref name="count"/> things, the first of its places: English has a form of its own for one.</summary>
    public static string Count(string name, long count, params ReadOnlySpan<object?> values) => Get(count == 1 ? name + ".One" : name, [Numerals.Whole(count), .. values]);

    /// <summary>The name of a scene, as it stands on the wall.</summary>
    public static string Of(SceneKind scene) => MeetingTexts.Get($"Scene.{scene}");

    /// <summary>What is to be done.</summary>
    public static string Of(DecisionKind kind) => Get($"Kind.{kind}");

    /// <summary>The sentence of a rule that was broken; the English message of one that no text knows.</summary>
    public static string Of(BrokenRuleException broken) => Texts.GetString($"Rule.{broken.Rule}", CultureInfo.CurrentUICulture) is { } sentence
        ? string.Format(CultureInfo.CurrentCulture, sentence, [.. broken.Arguments.Select(Said)])
        : broken.Message;

    private static object Said(object argument) => argument switch
    {
        DateOnly day => Numerals.Day(day),
        DateTime instant => Numerals.Instant(instant),
        _ => argument,
    };
}
