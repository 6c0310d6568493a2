using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Tests.Accounts;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Tests.Access;

/// <summary>What an open page hears of its account, and what it does not.</summary>
public sealed class CircuitAccountTests(AccountOffice office) : IClassFixture<AccountOffice>
{
    private static readonly SecondFactorDuty NoDuty = new([]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_stays_as_it_is_when_its_account_signs_in_elsewhere_or_anything_else_that_changes_no_right()
    {
        (string account, string secret) = await EnterAsync("viewer:HU-MAU-01");
        using CircuitAccount page = Open(secret, NoDuty, out List<ClaimsPrincipal> heard);
        await SignInAsync(account);
        await office.Book.RefreshAsync(account, Cancelled);
        await new TokenRegister(office.Ledger).IssueAsync(account, account, "reads", null, cancellationToken: Cancelled);
        await office.Book.RefreshAsync(account, Cancelled);
        Assert.Empty(heard);
        Assert.False(page.IsOver);
    }

    [Fact]
    public async Task A_page_is_told_once_of_each_change_of_its_rights()
    {
        (string account, string secret) = await EnterAsync("viewer:HU-MAU-01");
        using CircuitAccount page = Open(secret, NoDuty, out List<ClaimsPrincipal> heard);
        await PutAsync(account, "viewer:HU-MAU-02");
        await office.Book.RefreshAsync(account, Cancelled);
        Assert.Equal("viewer:HU-MAU-02", Assert.Single(heard).ToRights()!.Grants.Single().ToString());
        await PutAsync(account, "viewer:HU-MAU-02", "officer:HU-MAU-02");
        await office.Book.RefreshAsync(account, Cancelled);
        Assert.Equal(2, heard.Count);
    }

    [Fact]
    public async Task A_page_ends_with_its_session()
    {
        (string account, string secret) = await EnterAsync("viewer:HU-MAU-01");
        using CircuitAccount page = Open(secret, NoDuty, out List<ClaimsPrincipal> heard);
        await new SessionRegister(office.Ledger).EndAsync(account, account, _ => true, cancellationToken: Cancelled);
        await office.Book.RefreshAsync(account, Cancelled);
        Assert.Null(Assert.Single(heard).ToRights());
        Assert.True(page.IsOver);
        Assert.False(page.OwesSecondFactor);
    }

    [Fact]
    public async Task A_page_ends_when_a_grant_makes_a_second_factor_a_duty()
    {
        (string account, string secret) = await EnterAsync("viewer:HU-MAU-01");
        using CircuitAccount page = Open(secret, new SecondFactorDuty([AccountRole.Reviewer]), out List<ClaimsPrincipal> heard);
        await PutAsync(account, "viewer:HU-MAU-01", "reviewer:HU-MAU-01");
        await office.Book.RefreshAsync(account, Cancelled);
        Assert.Null(Assert.Single(heard).ToRights());
        Assert.True(page.IsOver);
        Assert.True(page.OwesSecondFactor);
    }

    [Fact]
    public async Task Changes_told_on_many_threads_leave_the_last_one_standing()
    {
        (string account, string secret) = await EnterAsync("viewer:HU-MAU-01");
        using CircuitAccount page = Open(secret, NoDuty, out _);
        for (int time = 0; time < 20; time++)
        {
            string committee = time % 2 == 0 ? "HU-MAU-02" : "HU-MAU-01";
            await PutAsync(account, $"viewer:{committee}");
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.Book.RefreshAsync(account, Cancelled), Cancelled)));
            Assert.Equal($"viewer:{committee}", (await page.GetAuthenticationStateAsync()).User.ToRights()!.Grants.Single().ToString());
        }
    }

    private CircuitAccount Open(string secret, SecondFactorDuty duty, out List<ClaimsPrincipal> heard)
    {
        var page = new CircuitAccount(office.Book, duty);
        ClaimsPrincipal user = office.Book.OfSession(secret)!.ToPrincipal(SignIn.Scheme, secret);
        page.SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        List<ClaimsPrincipal> told = heard = [];
        page.AuthenticationStateChanged += async state =>
        {
            ClaimsPrincipal changed = (await state).User;
            lock (told)
            {
                told.Add(changed);
            }
        };
        page.Open();
        return page;
    }

    private async Task<(string Account, string Secret)> EnterAsync(params string[] grants)
    {
        string account = (await office.AccountAsync(grants)).Account;
        await new CredentialRegister(office.Ledger).ChangeAsync("test", account, c => c.PasswordHash = "x", null, Cancelled);
        return (account, await SignInAsync(account));
    }

    private async Task<string> SignInAsync(string account)
    {
        await office.Book.RefreshAsync(account, Cancelled);
        string secret = RandomSecret.New();
        var session = new Session
        {
            Hash = RandomSecret.HashOf(secret),
            Account = account,
            Kind = SessionKind.Password,
            Stamp = office.Book.StampOf(account),
            Device = "test",
            Address = "127.0.0.1",
            StartedAt = TestClock.Now,
            SeenAt = TestClock.Now,
            ExpiresAt = TestClock.Now.AddDays(1),
        };
        await new SessionRegister(office.Ledger).StartAsync(account, session, Cancelled);
        await office.Book.RefreshAsync(account, Cancelled);
        return secret;
    }

    private Task<WriteReceipt> PutAsync(string account, params string[] grants) =>
        new AccountRegister(office.Ledger).PutAsync("test", [office.Book.Find(account)! with { Grants = [.. grants.Select(Grant.Parse)] }], cancellationToken: Cancelled);
}
