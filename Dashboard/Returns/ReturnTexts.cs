using System.Globalization;
using System.Resources;
using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Layout;

namespace Dashboard.Returns;

/// <summary>
/// Words of returns for every page that speaks of them (<c>ReturnTexts.resx</c>, <c>ReturnTexts.en.resx</c>). Read directly and
/// not through an injected localizer because lines, of which a page has hundreds, carry no services.
/// </summary>
public sealed class ReturnTexts
{
    private static readonly ResourceManager Texts = new(typeof(ReturnTexts));

    private ReturnTexts()
    {
    }

    /// <summary>The text called <paramref name="name"/> in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");

    /// <summary>The word of a state.</summary>
    public static string Of(ReturnState state) => Get($"State.{state}");

    /// <summary>The word of a reason for an unusual figure.</summary>
    public static string Of(WarningReason reason) => Get($"Warning.{reason}");

    /// <summary>The word of a reason for sending back.</summary>
    public static string Of(SendBackReason reason) => Get($"SendBack.{reason}");

    /// <summary>Why something typed cannot be read as a figure, with the reader's own notation.</summary>
    public static string Of(FigureFault fault) => string.Format(CultureInfo.CurrentCulture, Get($"Fault.{fault}"), Numerals.Whole(1234));

    /// <summary>The word of how far a figure is settled.</summary>
    public static string Of(Standing standing) => Get($"Standing.{standing}");

    /// <summary>The sentence of a rule that was broken, numbers and periods as the reader writes them; the English message of one that no text knows.</summary>
    public static string Of(BrokenRuleException broken) => Texts.GetString($"Rule.{broken.Rule}", CultureInfo.CurrentUICulture) is { } sentence
        ? string.Format(CultureInfo.CurrentCulture, sentence, [.. broken.Arguments.Select(Written)])
        : broken.Message;

    private static object? Written(object? argument) => argument switch
    {
        long number => Numerals.Whole(number),
        double number => Numerals.Whole((long)Math.Round(number)),
        Period period => PeriodNames.Of(period),
        DateOnly day => Numerals.Day(day),
        _ => argument,
    };
}
