using System.Globalization;
using System.Resources;
using Dashboard.Domain;
using Dashboard.Domain.Lapses;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Lapses;

/// <summary>Texts of the register of lapses (<c>LapseTexts.resx</c>, <c>LapseTexts.en.resx</c>). Read directly: its lines carry no services.</summary>
public sealed class LapseTexts
{
    private static readonly ResourceManager Texts = new(typeof(LapseTexts));

    private LapseTexts()
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

    /// <summary>The name of a kind.</summary>
    public static string Of(LapseKind kind) => Get($"Kind.{kind}");

    /// <summary>The word of a severity.</summary>
    public static string Of(LapseSeverity severity) => Get($"Severity.{severity}");

    /// <summary>The word of how one was found.</summary>
    public static string Of(LapseSource source) => Get($"Source.{source}");

    /// <summary>The return that the system's lapse is of: “Báo cáo thẩm định quý · Quý III/2026”.</summary>
    public static string Of(LateReturnKey key, LiveState state)
    {
        string name = state.Forms.FirstOrDefault(f => f.Code == key.Form) is not { } form ? key.Form : Languages.IsVietnamese ? form.Name : form.NameEn;
        return $"{name} · {PeriodNames.Of(key.Period)}";
    }

    /// <summary>The sentence of a rule that was broken; the English message of one that no text knows.</summary>
    public static string Of(BrokenRuleException broken) => Texts.GetString($"Rule.{broken.Rule}", CultureInfo.CurrentUICulture) is { } sentence
        ? string.Format(CultureInfo.CurrentCulture, sentence, [.. broken.Arguments.Select(argument => argument is DateOnly day ? Numerals.Day(day) : argument)])
        : broken.Message;
}
