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
    /// <summary>Most characters of a name, of a committee, an indicator or a form.</summary>
    public const int LongestName = 300;

    /// <summary>Most characters of a code, a number of a document or a unit.</summary>
    public const int LongestCode = 64;

    /// <summary>Most characters of a document's subject.</summary>
    public const int LongestSubject = 1_000;

    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 500;

    /// <summary>Refuses text that is too long or names a person by a number or an address.</summary>
    /// <param name="text">The text; null is fine.</param>
    /// <param name="longest">Most characters.</param>
    /// <param name="field">Which field it is, for the message; the last argument of the refusal.</param>
    /// <exception cref="BrokenRuleException"><c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public static void Check(string? text, int longest, TextField field)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length > longest)
        {
            throw new BrokenRuleException("text.tooLong", $"{field}: the text has {text.Length} characters; at most {longest} are kept.", text.Length, longest, field);
        }

        if (NamesPerson(text))
        {
            // What was found is not repeated: the message may end in a log.
            throw new BrokenRuleException(
                "text.personal", $"{field}: the text holds what looks like an identity number, a phone number or an e-mail address: do not name people.", field);
        }
    }

    /// <summary>Whether the text holds what looks like an identity number, a phone number or an e-mail address.</summary>
    public static bool NamesPerson(string text)
    {
        string plain = Plain(text);
        if (plain.Contains('@', StringComparison.Ordinal) ? Email().IsMatch(plain) || SpacedEmail().IsMatch(plain) : BracketedEmail().IsMatch(plain) || SaidEmail().IsMatch(plain))
        {
            return true;
        }

        // Fewer than nine digits are no number of a person, and most texts have fewer.
        if (plain.Count(char.IsAsciiDigit) < 9)
        {
            return false;
        }

        plain = Date().Replace(plain, "/");
        return Identity().IsMatch(plain) || CitizenIdentity().IsMatch(plain) || Phone().IsMatch(plain) || SlashedPhone().IsMatch(plain);
    }

    /// <summary>Full-width and other digits become 0–9, all kinds of space and dash one kind, what takes no place disappears.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.DecimalDigitNumber:
                case UnicodeCategory.OtherNumber when Rune.GetNumericValue(rune) is >= 0 and < 10 and var value && value == Math.Floor(value):
                    plain.Append((int)Rune.GetNumericValue(rune));
                    break;
                case UnicodeCategory.DashPunctuation:
                case UnicodeCategory.ConnectorPunctuation:
                    plain.Append('-');
                    break;
                case UnicodeCategory.SpaceSeparator:
                case UnicodeCategory.LineSeparator:
                case UnicodeCategory.ParagraphSeparator:
                case UnicodeCategory.Control:
                    AppendSpace(plain);
                    break;
                case UnicodeCategory.Format:
                case UnicodeCategory.EnclosingMark:
                case UnicodeCategory.NonSpacingMark:
                    break;
                default:
                    Append(plain, rune);
                    break;
            }
        }

        return plain.ToString();
    }

    private static void AppendSpace(StringBuilder plain)
    {
        if (plain.Length == 0 || plain[^1] != ' ')
        {
            plain.Append(' ');
        }
    }

    private static void Append(StringBuilder plain, Rune rune) => _ = rune.Value switch
    {
        '\uFF20' => plain.Append('@'),
        '\uFF0E' or '\u00B7' or '\u2022' or '\u2219' or '\u22C5' or '\u3002' => plain.Append('.'),
        '\uFF0B' => plain.Append('+'),
        '\u2212' => plain.Append('-'),
        '\uFF08' => plain.Append('('),
        '\uFF09' => plain.Append(')'),
        _ => plain.Append(rune),
    };

    // Days must not read as digits of a number; but digits that go on from others are the number, however they look.
    [GeneratedRegex(@"(?<!\d[-. ]?)(?:(?:19|20)\d\d[-.](?:0?[1-9]|1[0-2])[-.](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)\d\d)(?!\d|[-.]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"[^\s@]@[^\s@]+\.[^\s@.]", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    // With blanks around the signs a sentence may look the same (“@ ban. Sau đó”): only the usual endings count then.
    [GeneratedRegex(@"[\w.+-] ?[\[({<]? ?@ ?[\])}>]? ?[\w-]+(?: ?\. ?[\w-]+)*? ?\. ?(?:com|vn|net|org|edu|gov|info)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SpacedEmail();

    // an [at] b.com, an (a còng) b [chấm] com. Letters whose marks stood apart have lost them by now.
    [GeneratedRegex(@"[\w+-] ?[\[({<] ?(?:at|a c[oò]ng) ?[\])}>] ?[\w-]+ ?(?:\.|[\[({<]? ?(?:dot|ch[aấ]m) ?[\])}>]?) ?[\w-]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BracketedEmail();

    // an at b dot com. With a plain dot it would be a sentence: “published at example.vn”.
    [GeneratedRegex(@"[\w+-] (?:at|a c[oò]ng) [\w-]+ (?:dot|ch[aấ]m) [\w-]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SaidEmail();

    // Nine or twelve digits together, or in the groups in which they are written; of dots only whole runs count, 1.234.567.890 is a count, and 2024 2025 2026 are years.
    [GeneratedRegex(
        @"(?<!\d)(?:\d{9}|\d{12}"
        + @"|\d{3}([ \-])\d{3}\1\d{3}(?:\1\d{3})?|(?<!\d\.)\d{3}\.\d{3}\.\d{3}(?:\.\d{3})?(?!\.\d)"
        + @"|(?!(?:(?:19|20)\d\d[ .\-]?){3}(?!\d))\d{4}([ .\-])\d{4}\2\d{4}|\d{6}[ .\-]\d{6}|\d{3}[ .\-]\d{9}|\d{9}[ .\-]\d{3}"
        + @"|\d{3}[ .\-]\d{6}|\d{6}[ .\-]\d{3}|\d{2}[ .\-]\d{7}|\d{2}([ .])\d{3}\3\d{4}|\d{3}([ .])\d{2}\4\d{4})(?!\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Identity();

    // A citizen's number begins with 0, as no count does: twelve digits with any blanks, dots and dashes between.
    [GeneratedRegex(@"(?<!\d)0(?:[ .\-]{0,3}\d){11}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex CitizenIdentity();

    // 0 or (+)84 or 0084, then nine or ten digits; brackets, spaces, dots and dashes anywhere between.
    [GeneratedRegex(@"(?<!\d)(?:(?:\+|00)[ .\-()]{0,3}84|84|0)(?:[ .\-()]{0,3}\d){9,10}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\d/])0\d{2,3}/\d{3}/?\d{3,4}(?![\d/])", RegexOptions.CultureInvariant)]
    private static partial Regex SlashedPhone();
}
