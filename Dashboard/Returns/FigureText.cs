using System.Globalization;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Returns;
using Dashboard.Layout;

namespace Dashboard.Returns;

/// <summary>
/// Figures as people type and read them, in the notation of the reader's language: 1.234 in Vietnamese, 1,234 in English,
/// “hơn 1.700”, “1.034/1.036”, “k” for work that does not arise. Nothing is guessed: 1,5 is no fifteen.
/// </summary>
public static class FigureText
{
    private static readonly (string Word, Precision Precision)[] Qualifiers =
    [
        ("more than", Precision.MoreThan), ("over", Precision.MoreThan), ("hơn", Precision.MoreThan), ("trên", Precision.MoreThan), (">", Precision.MoreThan),
        ("about", Precision.About), ("khoảng", Precision.About), ("~", Precision.About), ("≈", Precision.About), ("=", Precision.Exact),
    ];

    private static readonly string[] NotApplicable = ["k", "kps", "n/a", "na", "không phát sinh", "does not arise"];

    /// <summary>Reads what was typed; what it is when it can be read, why not when it cannot.</summary>
    public static bool TryRead(string? typed, out TypedFigure figure, out FigureFault fault)
    {
        string text = (typed ?? "").Normalize().Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('\u2009', ' ').Trim();
        (figure, fault) = (default, FigureFault.NotANumber);
        if (text.Length == 0)
        {
            return true;
        }

        if (NotApplicable.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            figure = new TypedFigure(null, IsNotApplicable: true);
            return true;
        }

        Precision? precision = null;
        foreach ((string word, Precision meant) in Qualifiers)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                (precision, text) = (meant, text[word.Length..].TrimStart());
                break;
            }
        }

        string[] sides = text.Split('/');
        long outOf = 0;
        if (sides.Length > 2 || !TryNumber(sides[0].Trim(), out long value, out fault) || (sides.Length == 2 && !TryNumber(sides[1].Trim(), out outOf, out fault)))
        {
            return false;
        }

        figure = new TypedFigure(value, sides.Length == 2 ? outOf : null, precision);
        return true;
    }

    /// <summary>What stands in the cell of a line.</summary>
    public static string Write(ReturnLine line) =>
        line.IsNotApplicable ? ReturnTexts.Get("NotApplicable")
        : line.Value is not { } value ? ""
        : line.OutOf is { } outOf ? $"{Numerals.Whole(value)}/{Numerals.Whole(outOf)}"
        : Numerals.Whole(value);

    /// <summary>The same with the word of its precision, and a sign for an empty one: for messages and lists.</summary>
    public static string Say(ReturnLine line) =>
        line is { Value: null, IsNotApplicable: false } ? ReturnTexts.Get("Empty")
        : line.Precision == Precision.Exact || line.Value is null ? Write(line)
        : $"{Numerals.PrecisionWord(line.Precision)} {Write(line)}";

    private static bool TryNumber(string text, out long value, out FigureFault fault)
    {
        (value, fault) = (0, FigureFault.NotANumber);
        if (text.Length > 1 && text[0] is '-' or '\u2212' && char.IsAsciiDigit(text[^1]))
        {
            fault = FigureFault.Negative;
            return false;
        }

        (char group, char fraction) = CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "vi" ? ('.', ',') : (',', '.');
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[^1]) || !text.All(c => char.IsAsciiDigit(c) || c == group || c == fraction || c == ' '))
        {
            return false;
        }

        if (text.Contains(fraction, StringComparison.Ordinal))
        {
            fault = FigureFault.NotWhole;
            return false;
        }

        string[] groups = text.Split(text.Contains(group, StringComparison.Ordinal) ? group : ' ');
        if (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(g => g.Length != 3 || g.Contains(' ', StringComparison.Ordinal))))
        {
            fault = FigureFault.Grouping;
            return false;
        }

        fault = FigureFault.TooLarge;
        return long.TryParse(string.Concat(groups), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
