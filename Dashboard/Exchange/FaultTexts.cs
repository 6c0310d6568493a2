using System.Globalization;
using System.Resources;
using Dashboard.Domain;

namespace Dashboard.Exchange;

/// <summary>The sentences for faults, in Vietnamese and English; they need no host.</summary>
public static class FaultTexts
{
    private static readonly ResourceManager Texts = new("Dashboard.Exchange.FaultTexts", typeof(FaultTexts).Assembly);

    /// <summary>A fault in one line: place, sentence, code.</summary>
    public static string Write(Fault fault, CultureInfo language)
    {
        string sentence = Sentence(fault.Code, fault.Arguments, language);
        string place = (fault.Line, fault.Column) switch
        {
            (0, null) => "",
            (0, _) => Sentence("place.column", [fault.Column!], language) + ": ",
            (_, null) => Sentence("place.line", [fault.Line], language) + ": ",
            _ => Sentence("place.cell", [fault.Line, fault.Column!], language) + ": ",
        };
        return $"{place}{sentence} [{fault.Code}]";
    }

    /// <summary>The sentence of a code with its places filled, and before it the field that it is about where one is named.</summary>
    public static string Sentence(string code, IReadOnlyList<object> arguments, CultureInfo language)
    {
        if (arguments.Count > 0 && arguments[^1] is TextField field)
        {
            return $"{Texts.GetString($"field.{field}", language) ?? field.ToString()}: {Sentence(code, [.. arguments.SkipLast(1)], language)}";
        }

        string text = Texts.GetString(code, language) ?? code;
        return arguments.Count == 0 ? text : string.Format(language, text, [.. arguments.Select(a => a is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : a)]);
    }
}
