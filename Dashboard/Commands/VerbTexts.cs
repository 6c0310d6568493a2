using System.Globalization;
using System.Resources;

namespace Dashboard.Commands;

/// <summary>What verbs say, in Vietnamese and English.</summary>
internal static class VerbTexts
{
    private static readonly ResourceManager Texts = new("Dashboard.Commands.VerbTexts", typeof(VerbTexts).Assembly);

    public static string Get(string code, CultureInfo language, params IReadOnlyList<object> arguments)
    {
        string text = Texts.GetString(code, language) ?? code;
        return arguments.Count == 0 ? text : string.Format(language, text, [.. arguments]);
    }
}
