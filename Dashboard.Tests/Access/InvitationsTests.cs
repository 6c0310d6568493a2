using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;

namespace Dashboard.Tests.Access;

public sealed class InvitationsTests
{
    private const string Next = "con duong dat do qua doi";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_sets_the_password_once_even_when_it_is_used_twice_at_once()
    {
        await using SignInStage stage = await SignInStage.CreateAsync();
        string code = await stage.Invitations.IssueAsync("chief", "owner", Cancelled);
        Assert.Equal("owner", await stage.Invitations.FindAsync(code, Cancelled));
        Task<string>[] uses = [.. Enumerable.Range(0, 4).Select(_ => stage.Invitations.RedeemAsync(code, Next, Cancelled))];
        await Task.WhenAll(uses).ContinueWith(_ => { }, TaskScheduler.Default);
        _ = Assert.Single(uses, use => use.IsCompletedSuccessfully);
        Assert.All(uses.Where(use => use.IsFaulted), use => Assert.Equal("invitation.over", Assert.IsType<BrokenRuleException>(use.Exception!.InnerException).Rule));
        Assert.Equal(SignInOutcome.Passed, (await stage.TryAsync("owner", Next)).Outcome);
        Assert.Null(await stage.Invitations.FindAsync(code, Cancelled));
    }

    [Fact]
    public async Task A_code_runs_out_after_a_week_and_when_the_account_is_closed_and_when_another_is_made()
    {
        await using SignInStage stage = await SignInStage.CreateAsync();
        string first = await stage.Invitations.IssueAsync("chief", "owner", Cancelled);
        string second = await stage.Invitations.IssueAsync("chief", "owner", Cancelled);
        Assert.Null(await stage.Invitations.FindAsync(first, Cancelled));
        stage.Clock.Advance(Invitations.Lasting - TimeSpan.FromSeconds(1));
        Assert.NotNull(await stage.Invitations.FindAsync(second, Cancelled));
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await stage.Invitations.FindAsync(second, Cancelled));
        await stage.AddAsync("closed", isClosed: true);
        Assert.Null(await stage.Invitations.FindAsync(await stage.Invitations.IssueAsync("chief", "closed", Cancelled), Cancelled));
    }

    [Fact]
    public async Task A_password_that_does_not_do_leaves_the_code_good()
    {
        await using SignInStage stage = await SignInStage.CreateAsync();
        string code = await stage.Invitations.IssueAsync("chief", "owner", Cancelled);
        Assert.Equal("password.short", (await Assert.ThrowsAsync<BrokenRuleException>(() => stage.Invitations.RedeemAsync(code, "short", Cancelled))).Rule);
        Assert.NotNull(await stage.Invitations.FindAsync(code, Cancelled));
    }

    [Fact]
    public async Task A_new_password_ends_the_lock_and_the_sessions()
    {
        await using SignInStage stage = await SignInStage.CreateAsync();
        string stamp = (await stage.ReadAsync("owner")).Stamp;
        for (int i = 0; i < 6; i++)
        {
            await stage.TryAsync("owner", "wrong");
        }

        await stage.Invitations.RedeemAsync(await stage.Invitations.IssueAsync("chief", "owner", Cancelled), Next, Cancelled);
        Assert.Equal(SignInOutcome.Passed, (await stage.TryAsync("owner", Next)).Outcome);
        Assert.NotEqual(stamp, (await stage.ReadAsync("owner")).Stamp);
    }

    [Fact]
    public async Task Neither_the_code_nor_its_hash_is_told()
    {
        await using SignInStage stage = await SignInStage.CreateAsync();
        string code = await stage.Invitations.IssueAsync("chief", "owner", Cancelled);
        Assert.DoesNotContain(await stage.ToldAsync("owner"), told => told.Contains(code, StringComparison.Ordinal) || told.Contains(RandomSecret.HashOf(code), StringComparison.Ordinal));
        Assert.Contains(await stage.ToldAsync("owner"), told => told.Contains("\"invited\"", StringComparison.Ordinal));
    }
}
