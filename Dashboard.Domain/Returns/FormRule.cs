using System.Globalization;

namespace Dashboard.Domain.Returns;

/// <summary>
/// What must hold between the figures of one return, as somebody who keeps forms writes it:
/// <c>lapses.remedied &lt;= before(lapses.open) + lapses.found</c>. A side is a sum of indicators' codes and whole numbers,
/// parted by <c>+</c> and <c>-</c> with a space on either side; <c>before(code)</c> is the figure of the period before, for a
/// stock the balance it was closed with. The sides stand apart by <c>&lt;=</c>, <c>&lt;</c>, <c>=</c>, <c>&gt;=</c> or <c>&gt;</c>.
/// </summary>
public sealed class FormRule
{
    private static readonly string[] Comparisons = ["<=", "<", "=", ">=", ">"];

    private readonly Term[] _left;
    private readonly Term[] _right;

    private FormRule(string text, Term[] left, string comparison, Term[] right) => (Text, _left, Comparison, _right) = (text, left, comparison, right);

    /// <summary>The rule as it was written.</summary>
    public string Text { get; }

    /// <summary>What stands between its sides.</summary>
    public string Comparison { get; }

    /// <summary>Codes of the indicators it speaks of, each once, in the order of the text.</summary>
    public IEnumerable<string> Indicators => _left.Concat(_right).Select(t => t.Code).OfType<string>().Distinct();

    /// <summary>Reads a rule.</summary>
    /// <exception cref="BrokenRuleException"><c>form.rule</c>, naming the rule and the word at which it cannot be read.</exception>
    public static FormRule Parse(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int[] comparisons = [.. words.Index().Where(w => Comparisons.Contains(w.Item)).Select(w => w.Index)];
        return comparisons is [int at]
            ? new FormRule(text, Side(text, words[..at]), words[at], Side(text, words[(at + 1)..]))
            : throw Unreadable(text, string.Join(' ', comparisons.Skip(1).Select(i => words[i])));
    }

    /// <summary>Whether the rule holds; null where a figure it speaks of is missing, which is not judged.</summary>
    /// <param name="valueOf">Figure of an indicator in this return.</param>
    /// <param name="before">Figure of an indicator in the period before.</param>
    /// <exception cref="OverflowException">A side is more than 64 bits hold.</exception>
    public bool? Holds(Func<string, long?> valueOf, Func<string, long?> before) =>
        Sum(_left, valueOf, before) is { } left && Sum(_right, valueOf, before) is { } right
            ? Comparison switch { "<=" => left <= right, "<" => left < right, "=" => left == right, ">=" => left >= right, _ => left > right }
            : null;

    /// <summary>The two sides in numbers, for a message that shows them; null where a figure is missing.</summary>
    public (long Left, long Right)? Sides(Func<string, long?> valueOf, Func<string, long?> before) =>
        Sum(_left, valueOf, before) is { } left && Sum(_right, valueOf, before) is { } right ? (left, right) : null;

    /// <inheritdoc />
    public override string ToString() => Text;

    private static long? Sum(Term[] terms, Func<string, long?> valueOf, Func<string, long?> before)
    {
        long sum = 0;
        foreach (Term term in terms)
        {
            long? value = term.Code is null ? term.Number : term.IsBefore ? before(term.Code) : valueOf(term.Code);
            if (value is not { } known)
            {
                return null;
            }

            sum = checked(sum + term.Sign * known);
        }

        return sum;
    }

    private static Term[] Side(string text, string[] words)
    {
        var terms = new List<Term>();
        int sign = 1;
        for (int i = 0; i < words.Length; i++)
        {
            bool isOperator = i % 2 == 1;
            if (isOperator)
            {
                sign = words[i] switch { "+" => 1, "-" => -1, _ => throw Unreadable(text, words[i]) };
            }
            else
            {
                terms.Add(Read(text, words[i]) with { Sign = sign });
            }
        }

        return words.Length % 2 == 1 ? [.. terms] : throw Unreadable(text, words.LastOrDefault() ?? "");
    }

    private static Term Read(string text, string word)
    {
        if (long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return new Term(1, null, false, number);
        }

        bool isBefore = word.StartsWith("before(", StringComparison.Ordinal) && word.EndsWith(')');
        string code = isBefore ? word[7..^1] : word;
        return code.Length > 0 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_') && char.IsAsciiLetterLower(code[0])
            ? new Term(1, code, isBefore, 0)
            : throw Unreadable(text, word);
    }

    private static BrokenRuleException Unreadable(string text, string word) =>
        new("form.rule", $"The rule “{text}” cannot be read at “{word}”.", text, word);

    private readonly record struct Term(int Sign, string? Code, bool IsBefore, long Number);
}
