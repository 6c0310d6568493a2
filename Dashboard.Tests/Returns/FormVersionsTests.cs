using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.Tests.Returns;

public sealed class FormVersionsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Period Running = Period.Quarter(2026, 4);

    private static readonly Form First = new()
    {
        Code = "quarterly",
        Name = "Báo cáo quý",
        NameEn = "Quarterly return",
        Cadence = PeriodKind.Quarter,
        Levels = [CommitteeLevel.Grassroots],
        Sections = [new() { Title = "Một", TitleEn = "One", Lines = [new() { Indicator = "vetting.one", IsRequired = true }, new() { Indicator = "vetting.two" }] }],
        Rules = ["vetting.one <= vetting.two"],
        DueDays = 15,
        OwedFrom = new(2024, 1, 1),
    };

    [Fact]
    public void A_version_follows_the_one_before_without_a_gap_and_asks_the_periods_before_what_they_were_asked()
    {
        IReadOnlyList<Form> kept = FormVersions.PutInForce(First, First with { DueDays = 10 }, Running.Next(), Today);
        Assert.Equal([(1, 15, new DateOnly(2024, 1, 1), new DateOnly(2026, 12, 31)), (2, 10, new DateOnly(2027, 1, 1), (DateOnly?)null)], kept.Select(f => (f.Version, f.DueDays, f.OwedFrom!.Value, f.OwedUntil)));
        for (Period period = Period.Quarter(2024, 1); period.Start.Year < 2029; period = period.Next())
        {
            Assert.Equal(period.Start.Year < 2027 ? 1 : 2, Assert.Single(kept, f => f.IsFor(period)).Version);
        }
    }

    [Fact]
    public void A_version_that_does_not_hold_yet_is_restated_in_its_place()
    {
        Form next = FormVersions.PutInForce(First, First with { DueDays = 10 }, Running.Next(), Today)[1];
        Form again = Assert.Single(FormVersions.PutInForce(next, next with { DueDays = 12 }, Running.Next(), Today));
        Assert.Equal((2, 12, Running.Next().Start), (again.Version, again.DueDays, again.OwedFrom!.Value));
        Assert.Equal("form.period", RuleOf(() => FormVersions.PutInForce(next, next with { DueDays = 12 }, Running, Today)));
    }

    [Fact]
    public void The_period_that_runs_may_still_be_asked_otherwise_but_none_that_is_over()
    {
        Assert.Equal(Running, FormVersions.Earliest(First, Today));
        Assert.Equal(2, FormVersions.PutInForce(First, First with { DueDays = 10 }, Running, Running.End)[1].Version);
        Assert.Equal("form.period", RuleOf(() => FormVersions.PutInForce(First, First with { DueDays = 10 }, Running, Running.End.AddDays(1))));
        Assert.Equal("form.period", RuleOf(() => FormVersions.PutInForce(First, First with { DueDays = 10 }, Period.Month(2027, 1), Today)));
    }

    [Fact]
    public void Code_cadence_levels_and_root_are_no_matter_of_a_version() =>
        Assert.Equal(
            (First.Cadence, "quarterly", CommitteeLevel.Grassroots, (string?)null),
            FormVersions.PutInForce(First, First with { DueDays = 3, Cadence = PeriodKind.Year, Levels = [CommitteeLevel.Cell], Root = "X", Code = "other" }, Running, Today)[1] is var next ? (next.Cadence, next.Code, next.Levels[0], next.Root) : default);

    [Fact]
    public void What_cannot_be_asked_is_refused_by_name()
    {
        Assert.Equal("form.same", RuleOf(First));
        Assert.Equal("form.same", RuleOf(First with { Sections = [First.Sections[0] with { Lines = [.. First.Sections[0].Lines] }], Rules = [.. First.Rules] }));
        Assert.Equal("form.dueDays", RuleOf(First with { DueDays = -1 }));
        Assert.Equal("form.dueDays", RuleOf(First with { DueDays = 181 }));
        Assert.Equal("form.empty", RuleOf(First with { Sections = [], Rules = [] }));
        Assert.Equal("form.twice", RuleOf(First with { Sections = [First.Sections[0], First.Sections[0]] }));
        Assert.Equal("form.rule", RuleOf(First with { Rules = ["vetting.one less than vetting.two"] }));
        Assert.Equal("form.ruleForeign", RuleOf(First with { Rules = ["vetting.one <= vetting.three"] }));
        Assert.Equal("form.rules", RuleOf(First with { Rules = [.. Enumerable.Range(0, 31).Select(i => $"vetting.one <= {i}")] }));
    }

    [Fact]
    public void A_rule_may_speak_of_what_a_register_counts() =>
        Assert.Equal(["lapses.remedied <= before(lapses.open) + vetting.one"], FormVersions.PutInForce(First, First with { Rules = ["lapses.remedied <= before(lapses.open) + vetting.one"] }, Running, Today)[1].Rules);

    private static string RuleOf(Form wanted) => RuleOf(() => FormVersions.PutInForce(First, wanted, Running, Today));

    private static string RuleOf(Action act) => Assert.Throws<BrokenRuleException>(act).Rule;
}
