using System.Globalization;
using System.Resources;
using Dashboard.Domain;
using Dashboard.Domain.Complaints;
using Dashboard.Layout;

namespace Dashboard.Complaints;

/// <summary>
/// Texts of the register of complaints (<c>ComplaintTexts.resx</c>, <c>ComplaintTexts.en.resx</c>). Read directly and not
/// through an injected localizer because lines, of which a page has many, carry no services.
/// </summary>
public sealed class ComplaintTexts
{
    private static readonly ResourceManager Texts = new(typeof(ComplaintTexts));

    private ComplaintTexts()
    {
    }

    /// <summary>The text called <paramref name="name"/> in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");

    /// <summary>The text with its places filled.</summary>
    public static string Get(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);

    /// <summary>The text for <paramref name="count"/> things: English has a form of its own for one.</summary>
    public static string Count(string name, long count, params ReadOnlySpan<object?> values) => Get(count == 1 ? name + ".One" : name, values);

    /// <summary>“12 ngày”, “12 days”.</summary>
    public static string Days(long days) => Count("Days", days, Numerals.Whole(days));

    /// <summary>The word of a kind.</summary>
    public static string Of(ComplaintKind kind) => Get($"Kind.{kind}");

    /// <summary>The word of a step.</summary>
    public static string Of(ComplaintStep step) => Get($"Step.{step}");

    /// <summary>The word of an outcome.</summary>
    public static string Of(ComplaintOutcome outcome) => Get($"Outcome.{outcome}");

    /// <summary>The name of a category; its code where it is none of the list any more.</summary>
    public static string CategoryOf(string code) =>
        ComplaintCategory.All.FirstOrDefault(c => c.Code == code) is { } known ? Languages.IsVietnamese ? known.Name : known.NameEn : code;

    /// <summary>The rule by which a case is due, in one sentence: what is counted from, how many days, by which law.</summary>
    public static string Of(DeadlineReason reason)
    {
        if (!reason.IsAccepted)
        {
            return Get("Rule.Decide", reason.Days);
        }

        string law = Languages.IsVietnamese ? reason.Rule.Law : reason.Rule.LawEn;
        string days = Get(reason.IsComplex ? "Rule.Complex" : "Rule.Resolve", Of(reason.Rule.Kind), reason.Days);
        string extended = reason.Extensions == 0 ? "" : Count("Rule.Extended", reason.Extensions, reason.Extensions, reason.Rule.ExtensionDays);
        return law.Length == 0 ? $"{days}{extended}." : $"{days}{extended} ({law}).";
    }

    /// <summary>The sentence of a rule that was broken, days as the reader writes them; the English message of one that no text knows.</summary>
    public static string Of(BrokenRuleException broken) => Texts.GetString($"Broken.{broken.Rule}", CultureInfo.CurrentUICulture) is { } sentence
        ? string.Format(CultureInfo.CurrentCulture, sentence, [.. broken.Arguments.Select(a => a is DateOnly day ? Numerals.Day(day) : a)])
        : broken.Message;
}
