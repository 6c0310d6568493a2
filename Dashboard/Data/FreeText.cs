using System.Text.RegularExpressions;
using Dashboard.Domain;

namespace Dashboard.Data;

/// <summary>Free text is short and is not about people: it is looked through before it is kept.</summary>
public static partial class FreeText
{
    /// <summary>Refuses text that is too long or holds an identity number, a phone number or an e-mail address.</summary>
    /// <exception cref="BrokenRuleException"><c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public static void Check(string? text, int longest)
    {
        if (text?.Length > longest)
        {
            throw new BrokenRuleException("text.tooLong", $"The text has {text.Length} characters; at most {longest} are kept.", text.Length, longest);
        }

        if (text is not null && MentionsPerson(text))
        {
            throw new BrokenRuleException("text.personal", "The text seems to hold an identity number, a phone number or an e-mail address: do not name people.");
        }
    }

    /// <summary>Whether the text seems to hold an identity number (9 or 12 digits), a phone number or an e-mail address.</summary>
    public static bool MentionsPerson(string text) => IdentityNumber().IsMatch(text) || PhoneNumber().IsMatch(text) || Address().IsMatch(text);

    [GeneratedRegex(@"(?<![\d])(?:\d[ .\-]?){8}\d(?![\d])|(?<![\d])(?:\d[ .\-]?){11}\d(?![\d])", RegexOptions.CultureInvariant)]
    private static partial Regex IdentityNumber();

    [GeneratedRegex(@"(?<![\d])(?:\+?84|0)(?:[ .\-]?\d){9,10}(?![\d])", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[^\s@]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
