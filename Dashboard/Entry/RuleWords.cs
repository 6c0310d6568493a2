using Dashboard.Domain.Returns;
using Dashboard.Layout;

namespace Dashboard.Entry;

/// <summary>Says a form's rule in the names of its indicators; a whole section that is added up is named as its total.</summary>
/// <param name="nameOf">Name of an indicator by its code.</param>
/// <param name="totals">What each computed row adds up, by its name.</param>
public sealed class RuleWords(Func<string, string> nameOf, IReadOnlyList<(string Name, IReadOnlyCollection<string> Indicators)> totals)
{
    /// <summary>The rule and the two numbers that break it.</summary>
    public string Of(string rule, long left, long right)
    {
        string comparison = FormRule.Parse(rule).Comparison;
        string[] words = rule.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int at = Array.IndexOf(words, comparison);
        return EntryTexts.Get("Rule", Side(words[..at]), Numerals.Whole(left), EntryTexts.Get($"Rule.{comparison}"), Side(words[(at + 1)..]), Numerals.Whole(right));
    }

    private string Side(string[] words)
    {
        HashSet<string> terms = [.. words.Where((_, i) => i % 2 == 0)];
        bool onlyAdds = words.Where((_, i) => i % 2 == 1).All(w => w == "+");
        return onlyAdds && totals.FirstOrDefault(t => terms.SetEquals(t.Indicators)) is { Name: { } total }
            ? total
            : string.Join(' ', words.Select((word, i) => i % 2 == 1 ? (word == "-" ? "\u2212" : word) : Term(word)));
    }

    private string Term(string word) =>
        char.IsAsciiDigit(word[0]) ? Numerals.Whole(long.Parse(word, System.Globalization.CultureInfo.InvariantCulture))
        : word.StartsWith("before(", StringComparison.Ordinal) ? EntryTexts.Get("Rule.Before", nameOf(word[7..^1]))
        : $"“{nameOf(word)}”";
}
