using System.Security.Claims;
using Dashboard.Domain;
using Dashboard.Domain.Lapses;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Lapses;

/// <summary>Writing lapses: who may, what is taken, and what the log keeps of it.</summary>
public sealed class LapseDeskTests(LapseOffice office) : IClassFixture<LapseOffice>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static ClaimsPrincipal Officer => LapseOffice.Of("officer");

    [Theory]
    [InlineData("officer", "HU-MAU-01", LapseSource.SelfReport, true)]
    [InlineData("officer", "HU-MAU-01", LapseSource.Inspection, true)]
    [InlineData("officer", "HU-MAU-02", LapseSource.Inspection, false)]
    [InlineData("officer", "TU-MAU", LapseSource.SelfReport, false)]
    [InlineData("officer", "HU-MAU-01", LapseSource.System, false)]
    [InlineData("reviewer", "HU-MAU-02", LapseSource.Inspection, true)]
    [InlineData("reviewer", "HU-MAU-02", LapseSource.SelfReport, false)]
    [InlineData("reviewer", "TU-MAU", LapseSource.Inspection, false)]
    [InlineData("leader", "HU-MAU-01", LapseSource.Inspection, false)]
    [InlineData("admin", "HU-MAU-01", LapseSource.SelfReport, false)]
    [InlineData("screen", "HU-MAU-01", LapseSource.Inspection, false)]
    public void Officers_write_their_own_and_reviewers_above_what_an_inspection_found(string account, string committee, LapseSource source, bool may) =>
        Assert.Equal(may, office.Rights.MayWrite(LapseOffice.Of(account), office.Sample[committee], source));

    [Theory]
    [InlineData("officer:HU-MAU-01", "TU-MAU", true)]
    [InlineData("officer:HU-MAU-01", "HU-MAU-02", false)]
    [InlineData("reviewer:TU-MAU", "TU-MAU", true)]
    [InlineData("reviewer:HU-MAU-01", "TU-MAU", true)]
    [InlineData("viewer:TU-MAU", "TU-MAU", false)]
    public void Recording_is_offered_where_something_below_may_be_written(string grant, string committee, bool may) =>
        Assert.Equal(may, office.Rights.MayWriteBelow(LapseOffice.With(grant), office.Sample[committee]));

    [Fact]
    public async Task What_is_entered_is_in_the_register_and_in_the_log_by_its_writer()
    {
        long id = await office.Desk.RegisterAsync(Officer, office.Draft() with { Note = "  Chưa mở lớp " }, Cancelled);
        Assert.Equal(office.Draft() with { Id = id }, office.Sample.Figures.Now.Lapses[id]);
        Assert.Equal("officer", Assert.Single(await office.LogOfAsync(id, Cancelled)).Account);
    }

    [Theory]
    [InlineData("HU-MAU-02", LapseSource.SelfReport, "lapse.refused")]
    [InlineData("HU-MAU-01", LapseSource.System, "lapse.refused")]
    public async Task What_lies_outside_is_refused_by_the_desk_whatever_the_page_showed(string committee, LapseSource source, string rule) =>
        Assert.Equal(rule, await RuleAsync(() => office.Desk.RegisterAsync(Officer, office.Draft(committee, source), Cancelled)));

    [Fact]
    public async Task What_cannot_be_is_refused_with_its_rule()
    {
        Assert.Equal("lapse.late", await EnteringAsync(l => l with { Kind = LapseKind.LateReturn }));
        Assert.Equal("lapse.future", await EnteringAsync(l => l with { FoundOn = new DateOnly(2999, 1, 1), RemedyDueOn = new DateOnly(2999, 2, 1) }));
        Assert.Equal("lapse.dates", await EnteringAsync(l => l with { RemedyDueOn = l.FoundOn.AddDays(-1) }));
        Assert.Equal("text.personal", await EnteringAsync(l => l with { Note = "Gọi 0912 345 678" }));
        Assert.Equal("text.tooLong", await EnteringAsync(l => l with { Note = new string('x', LapseRules.LongestNote + 1) }));
    }

    [Fact]
    public async Task A_committee_has_no_lapse_before_it_was_opened()
    {
        Domain.Committees.Committee opened = office.Sample.Figures.Now.Hierarchy.Committees.First(c => c.OpenedOn > new DateOnly(2025, 1, 1) && c.ClosedOn is null);
        Lapse early = office.Draft() with { Committee = opened.Number, FoundOn = opened.OpenedOn!.Value.AddDays(-1) };
        Assert.Equal("lapse.notOpen", await RuleAsync(() => office.Desk.RegisterAsync(LapseOffice.With("officer:TU-MAU"), early, Cancelled)));
    }

    [Fact]
    public async Task Remedied_and_reopened_with_a_reason_stay_in_the_log()
    {
        Lapse lapse = await EnteredAsync();
        await office.Desk.RemedyAsync(Officer, lapse, new DateOnly(2026, 11, 10), Cancelled);
        Lapse remedied = office.Sample.Figures.Now.Lapses[lapse.Id];
        Assert.Equal(new DateOnly(2026, 11, 10), remedied.RemediedOn);
        Assert.Equal("lapse.reason", await RuleAsync(() => office.Desk.ReopenAsync(Officer, remedied, " ", Cancelled)));
        await office.Desk.ReopenAsync(Officer, remedied, "Ghi nhầm ngày", Cancelled);
        Assert.Equal(lapse, office.Sample.Figures.Now.Lapses[lapse.Id]);
        Assert.Equal(["Ghi nhầm ngày", null, null], (await office.LogOfAsync(lapse.Id, Cancelled)).Select(e => e.Reason));
    }

    [Fact]
    public async Task Nothing_is_remedied_before_it_was_found_or_in_the_future()
    {
        Lapse lapse = await EnteredAsync();
        Assert.Equal("lapse.remediedTooEarly", await RuleAsync(() => office.Desk.RemedyAsync(Officer, lapse, lapse.FoundOn.AddDays(-1), Cancelled)));
        Assert.Equal("lapse.future", await RuleAsync(() => office.Desk.RemedyAsync(Officer, lapse, new DateOnly(2999, 1, 1), Cancelled)));
    }

    [Fact]
    public async Task Who_saves_second_is_told_and_nothing_is_lost_of_the_first()
    {
        Lapse lapse = await EnteredAsync();
        await office.Desk.RestateAsync(Officer, lapse, lapse with { Note = "Đã có lịch" }, Cancelled);
        Assert.Equal("lapse.changed", await RuleAsync(() => office.Desk.RestateAsync(Officer, lapse, lapse with { Severity = LapseSeverity.Serious }, Cancelled)));
        Assert.Equal(lapse with { Note = "Đã có lịch" }, office.Sample.Figures.Now.Lapses[lapse.Id]);
    }

    [Fact]
    public async Task A_change_moves_no_lapse_to_another_committee_and_remedies_none()
    {
        Lapse lapse = await EnteredAsync();
        await office.Desk.RestateAsync(Officer, lapse, lapse with { Committee = office.Sample["HU-MAU-02"], RemediedOn = lapse.FoundOn, Note = null }, Cancelled);
        Assert.Equal(lapse with { Note = null }, office.Sample.Figures.Now.Lapses[lapse.Id]);
    }

    [Fact]
    public async Task What_a_page_says_it_saw_of_another_committee_is_not_believed()
    {
        Lapse theirs = await office.EnteredAsync(office.Draft("HU-MAU-02"), Cancelled);
        Lapse lie = theirs with { Committee = office.Sample["HU-MAU-01"] };
        Assert.Equal("lapse.refused", await RuleAsync(() => office.Desk.RemedyAsync(Officer, lie, theirs.FoundOn, Cancelled)));
    }

    [Fact]
    public async Task What_the_system_found_is_changed_by_nobody()
    {
        Lapse late = office.Sample.Figures.Now.Lapses.Values.First(l => l is { FoundBy: LapseSource.System, RemediedOn: null });
        ClaimsPrincipal above = LapseOffice.With("officer:TU-MAU", "reviewer:TU-MAU");
        Assert.Equal("lapse.refused", await RuleAsync(() => office.Desk.RemedyAsync(above, late, SampleDatabase.Today, Cancelled)));
    }

    [Fact]
    public async Task A_reviewer_makes_no_inspection_of_what_a_committee_reported_itself()
    {
        Lapse reported = await EnteredAsync();
        Assert.Equal("lapse.refused", await RuleAsync(() => office.Desk.RestateAsync(LapseOffice.Of("reviewer"), reported, reported with { FoundBy = LapseSource.Inspection }, Cancelled)));
        Lapse inspected = await office.EnteredAsync(office.Draft(source: LapseSource.Inspection), Cancelled);
        await office.Desk.RemedyAsync(LapseOffice.Of("reviewer"), inspected, inspected.FoundOn, Cancelled);
        Assert.NotNull(office.Sample.Figures.Now.Lapses[inspected.Id].RemediedOn);
    }

    private Task<Lapse> EnteredAsync() => office.EnteredAsync(office.Draft(), Cancelled);

    private Task<string> EnteringAsync(Func<Lapse, Lapse> with) => RuleAsync(() => office.Desk.RegisterAsync(Officer, with(office.Draft()), Cancelled));

    private static async Task<string> RuleAsync(Func<Task> write) => (await Assert.ThrowsAsync<BrokenRuleException>(write)).Rule;
}
