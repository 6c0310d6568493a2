using Dashboard.Domain.Returns;
using Dashboard.SampleData;

namespace Dashboard.Tests.SampleData;

/// <summary>What the sample's committees handed in keeps the rules of their form: nobody's first return opens with an error that they did not make.</summary>
public sealed class SampleFormRulesTests
{
    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Every_return_that_counts_keeps_the_rules_of_its_form(string day)
    {
        SampleSet sample = SampleDays.On(day);
        var figures = sample.Figures.ToDictionary(f => (f.Committee, f.Indicator, f.Period), f => f.Value);
        int judged = 0;
        foreach (Return one in sample.Returns.Where(r => r.IsIn))
        {
            string committee = sample.Committees[one.Committee].Code;
            long? Of(string indicator) => figures.TryGetValue((committee, indicator, one.Period), out long value) ? value : null;
            long? Before(string indicator) => figures.TryGetValue((committee, indicator, one.Period.Previous()), out long value) ? value : null;
            foreach (FormRule rule in sample.Forms.Single(f => f.Code == one.Form).Rules.Select(FormRule.Parse))
            {
                judged++;
                Assert.True(rule.Holds(Of, Before), $"{committee} {one.Period}: {rule} – {rule.Sides(Of, Before)}");
            }
        }

        Assert.True(judged > 2_000, $"{judged} judged");
    }

    [Fact]
    public void The_officer_of_the_sample_has_returns_to_enter_below()
    {
        SampleSet sample = SampleDays.On(SampleDays.Usual);
        HashSet<string> below = [.. sample.Placements.Where(p => p.Parent == "HU-MAU-01").Select(p => p.Committee)];
        ReturnState[] open = [.. sample.Returns.Where(r => r.Period.Start == new DateOnly(2026, 7, 1) && !r.IsIn && below.Contains(sample.Committees[r.Committee].Code)).Select(r => r.State).Order()];
        Assert.Equal([ReturnState.NotStarted, ReturnState.Draft, ReturnState.SentBack], open);
    }
}
