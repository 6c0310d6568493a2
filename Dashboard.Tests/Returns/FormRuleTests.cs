using CsCheck;
using Dashboard.Domain;
using Dashboard.Domain.Returns;

namespace Dashboard.Tests.Returns;

public sealed class FormRuleTests
{
    private static readonly Dictionary<string, long?> Now = new() { ["lapses.found"] = 3, ["lapses.remedied"] = 6, ["inspection.on-signs"] = 2 };
    private static readonly Dictionary<string, long?> Before = new() { ["lapses.open"] = 3 };

    [Theory]
    [InlineData("lapses.remedied <= before(lapses.open) + lapses.found", true)]
    [InlineData("lapses.remedied < before(lapses.open) + lapses.found", false)]
    [InlineData("lapses.remedied = 6", true)]
    [InlineData("lapses.remedied - inspection.on-signs > 4", false)]
    [InlineData("lapses.remedied - inspection.on-signs >= 4", true)]
    [InlineData("10 - lapses.found - inspection.on-signs = 5", true)]
    public void A_rule_compares_two_sums(string rule, bool holds) => Assert.Equal(holds, Holds(rule));

    [Theory]
    [InlineData("lapses.remedied <= lapses.unheard")]
    [InlineData("before(lapses.found) <= lapses.remedied")]
    public void A_rule_about_a_missing_figure_is_not_judged(string rule) => Assert.Null(Holds(rule));

    [Theory]
    [InlineData("", "")]
    [InlineData("a <= ", "")]
    [InlineData("a", "")]
    [InlineData("a <= b <= c", "<=")]
    [InlineData("a <= b c", "c")]
    [InlineData("a <= b * c", "*")]
    [InlineData("a + <= b", "+")]
    [InlineData("A <= b", "A")]
    [InlineData("a <= before()", "before()")]
    [InlineData("a <= drop;table", "drop;table")]
    public void What_cannot_be_read_is_refused_at_the_word(string rule, string word)
    {
        var fault = Assert.Throws<BrokenRuleException>(() => FormRule.Parse(rule));
        Assert.Equal(("form.rule", word), (fault.Rule, fault.Arguments[1]));
    }

    [Fact]
    public void The_indicators_of_a_rule_are_named_once_each() =>
        Assert.Equal(["a.x", "b", "c"], FormRule.Parse("a.x + b <= before(c) + a.x + 5").Indicators);

    [Fact]
    public void A_side_that_64_bits_do_not_hold_is_no_number() =>
        Assert.Throws<OverflowException>(() => FormRule.Parse("a + b >= 0").Holds(_ => long.MaxValue, _ => null));

    [Fact]
    public void Sums_are_what_they_are_by_hand() => Gen.Int[-1, 1].Where(s => s != 0).Select(Gen.Int[0, 1000]).Array[1, 6].Sample(
        terms =>
        {
            string side = string.Join(' ', terms.Select((t, i) => $"{(i == 0 ? "" : t.Item1 > 0 ? "+ " : "- ")}x{i}"));
            long expected = terms.Select((t, i) => (i == 0 ? 1 : t.Item1) * (long)t.Item2).Sum();
            return FormRule.Parse($"{side} = 0").Sides(code => terms[int.Parse(code[1..], System.Globalization.CultureInfo.InvariantCulture)].Item2, _ => null)!.Value.Left == expected;
        },
        iter: 1_000);

    private static bool? Holds(string rule) => FormRule.Parse(rule).Holds(code => Now.GetValueOrDefault(code), code => Before.GetValueOrDefault(code));
}
