using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dashboard.Domain;

/// <summary>
/// Free text is short and never about a person: it is looked through before it is kept. Identity numbers (9 or 12 digits),
/// phone numbers as they are written in Vietnam and e-mail addresses are found; names cannot be, so the field says so too.
/// </summary>
public static partial class FreeText
{
    /// <summary>Refuses text that is too long or names a person by a number or an address.</summary>
    /// <exception cref="BrokenRuleException"><c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public static void Check(string? text, int longest)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length > longest)
        {
            throw new BrokenRuleException("text.tooLong", $"The text has {text.Length} characters; at most {longest} are kept.", text.Length, longest);
        }

        if (NamesPerson(text))
        {
            // What was found is not repeated: the message may end in a log.
            throw new BrokenRuleException("text.personal", "The text holds what looks like an identity number, a phone number or an e-mail address: do not name people.");
        }
    }

    /// <summary>Whether the text holds what looks like an identity number, a phone number or an e-mail address.</summary>
    public static bool NamesPerson(string text)
    {
        string plain = Date().Replace(Plain(text), "/");
        return Email().IsMatch(plain) || Identity().IsMatch(plain) || Phone().IsMatch(plain);
    }

    /// <summary>Full-width and other digits become 0–9, all kinds of space and dash one kind, what takes no place disappears.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            _ = category switch
            {
                UnicodeCategory.DecimalDigitNumber => plain.Append((int)Rune.GetNumericValue(rune)),
                UnicodeCategory.DashPunctuation => plain.Append('-'),
                UnicodeCategory.SpaceSeparator => plain.Append(' '),
                UnicodeCategory.Format or UnicodeCategory.EnclosingMark => plain,
                _ => rune.Value switch { '\uFF20' => plain.Append('@'), '\uFF0E' => plain.Append('.'), '\uFF0B' => plain.Append('+'), _ => plain.Append(rune) },
            };
        }

        return plain.ToString();
    }

    // Days must not read as digits of a number; but digits that go on from others are the number, however they look.
    [GeneratedRegex(@"(?<!\d[-. ]?)(?:(?:19|20)\d\d[-.](?:0?[1-9]|1[0-2])[-.](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)\d\d)(?!\d|[-.]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"[^\s@]@[^\s@]+\.[^\s@.]", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<!\d)(?:\d{9}|\d{12}|\d{3}([ .\-])\d{3}\1\d{3}(?:\1\d{3})?|\d{4}([ .\-])\d{4}\2\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Identity();

    // 0 or (+)84 or 0084, then nine or ten digits; brackets, spaces, dots and dashes anywhere between.
    [GeneratedRegex(@"(?<!\d)(?:(?:\+|00)[ .\-()]{0,3}84|84|0)(?:[ .\-()]{0,3}\d){9,10}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
