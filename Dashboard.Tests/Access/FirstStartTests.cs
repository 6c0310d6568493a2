using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Committees;

namespace Dashboard.Tests.Access;

public sealed class FirstStartTests
{
    private static readonly Committee Top = new() { Code = "TU", Name = "Tỉnh ủy", Level = CommitteeLevel.Province };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_makes_the_administrator_and_the_committee_once()
    {
        await using SignInStage stage = await SignInStage.CreateEmptyAsync();
        string? code = await stage.First.IssueAsync(Cancelled);
        Assert.True(await stage.First.IsGoodAsync(code, Cancelled));
        Task<string>[] uses = [.. Enumerable.Range(0, 3).Select(i => stage.First.CompleteAsync(code!, new FirstSteps($"Chief{i}", "Quản trị", SignInStage.Password, Top), Cancelled))];
        await Task.WhenAll(uses).ContinueWith(_ => { }, TaskScheduler.Default);
        string name = await Assert.Single(uses, use => use.IsCompletedSuccessfully);
        Assert.All(uses.Where(use => use.IsFaulted), use => Assert.Equal("setup.over", Assert.IsType<BrokenRuleException>(use.Exception!.InnerException).Rule));
        Assert.Equal(SignInOutcome.Passed, (await stage.TryAsync(name, SignInStage.Password)).Outcome);
        await using DashboardDb db = stage.Database.CreateDbContext();
        Assert.Equal([new Grant(AccountRole.Administrator, null)], Assert.Single(db.Accounts).Grants);
        Assert.Equal(("TU", CommitteeLevel.Province), (Assert.Single(db.Committees).Code, db.Committees.Single().Level));
        Assert.Contains(await stage.ToldAsync(name), told => told.Contains("first-start", StringComparison.Ordinal));
        Assert.Null(await stage.First.IssueAsync(Cancelled));
        Assert.False(await stage.First.IsGoodAsync(code, Cancelled));
    }

    [Fact]
    public async Task A_link_is_good_for_half_an_hour_and_until_the_next_start()
    {
        await using SignInStage stage = await SignInStage.CreateEmptyAsync();
        string? first = await stage.First.IssueAsync(Cancelled), second = await stage.First.IssueAsync(Cancelled);
        Assert.False(await stage.First.IsGoodAsync(first, Cancelled));
        Assert.False(await stage.First.IsGoodAsync("made up", Cancelled));
        Assert.False(await stage.First.IsGoodAsync(null, Cancelled));
        Assert.True(await stage.First.IsGoodAsync(second, Cancelled));
        stage.Clock.Advance(FirstStart.Lasting);
        Assert.False(await stage.First.IsGoodAsync(second, Cancelled));
        var late = await Assert.ThrowsAsync<BrokenRuleException>(() => stage.First.CompleteAsync(second!, new FirstSteps("chief", "Quản trị", SignInStage.Password, Top), Cancelled));
        Assert.Equal("setup.over", late.Rule);
    }

    [Theory]
    [InlineData("chief", "short", "TU", "password.short")]
    [InlineData("not a name", SignInStage.Password, "TU", "account.name")]
    [InlineData("", SignInStage.Password, "TU", "account.name")]
    [InlineData("chief", SignInStage.Password, "..", "structure.codeInvalid")]
    public async Task What_is_refused_leaves_nothing_behind(string name, string password, string committee, string rule)
    {
        await using SignInStage stage = await SignInStage.CreateEmptyAsync();
        string? code = await stage.First.IssueAsync(Cancelled);
        var broken = await Assert.ThrowsAsync<BrokenRuleException>(() => stage.First.CompleteAsync(code!, new FirstSteps(name, "Quản trị", password, Top with { Code = committee }), Cancelled));
        Assert.Equal(rule, broken.Rule);
        await using DashboardDb db = stage.Database.CreateDbContext();
        Assert.Empty(db.Accounts);
        Assert.Empty(db.Committees);
        Assert.True(await stage.First.IsGoodAsync(code, Cancelled));
    }

    [Fact]
    public async Task Neither_link_nor_password_is_kept_as_it_is()
    {
        await using SignInStage stage = await SignInStage.CreateEmptyAsync();
        string? code = await stage.First.IssueAsync(Cancelled);
        await using DashboardDb db = stage.Database.CreateDbContext();
        Assert.DoesNotContain(db.Settings.Select(s => s.Value), value => value.Contains(code!, StringComparison.Ordinal));
    }

    [Fact]
    public void Addresses_that_listen_everywhere_are_printed_as_they_can_be_opened() => Assert.Equal(
        ["http://localhost:8080", "https://localhost:8443", "http://127.0.0.1:5080"],
        SetupLink.Reachable(["http://[::]:8080", "http://0.0.0.0:8080", "http://+:8080", "https://*:8443", "http://127.0.0.1:5080"]));
}
