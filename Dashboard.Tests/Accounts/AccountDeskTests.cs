using Dashboard.Access;
using Dashboard.Accounts;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Tests.Testing;
using static Dashboard.Tests.Accounts.AccountOffice;

namespace Dashboard.Tests.Accounts;

public sealed class AccountDeskTests(AccountOffice office) : IClassFixture<AccountOffice>
{
    private const string Own = "HU-MAU-01", Other = "HU-MAU-02", Above = "TU-MAU";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static Grant Grant(string text) => Dashboard.Data.Grant.Parse(text);

    private Task<Rights> AdministratorAsync(string committee = Own) => office.AccountAsync($"administrator:{committee}");

    [Theory]
    [InlineData("viewer:HU-MAU-01")]
    [InlineData("officer:HU-MAU-01")]
    [InlineData("screen:HU-MAU-01")]
    [InlineData("administrator:HU-MAU-01")]
    public async Task An_administrator_gives_any_role_in_the_own_committees(string grant)
    {
        Rights by = await AdministratorAsync();
        Rights clerk = await office.AccountAsync($"viewer:{office.Below(Own)}");
        await office.Desk.GrantAsync(by, clerk.Account, Grant(grant), "post changed", cancellationToken: Cancelled);
        Assert.Equal([$"viewer:{office.Below(Own)}", grant], office.GrantsOf(clerk.Account));
        var entry = await office.LastEntryAsync();
        Assert.Equal((by.Account, clerk.Account, "post changed"), (entry.Account, entry.Key, entry.Reason));
    }

    [Theory]
    [InlineData("viewer:HU-MAU-02")]
    [InlineData("viewer:TU-MAU")]
    [InlineData("viewer:TW")]
    [InlineData("viewer:*")]
    [InlineData("administrator:*")]
    [InlineData("viewer:NOWHERE")]
    public async Task Nothing_is_given_outside_them(string grant)
    {
        Rights by = await AdministratorAsync();
        Rights clerk = await office.AccountAsync($"viewer:{Own}");
        Assert.Equal("account.outside", await RefusedAsync(() => office.Desk.GrantAsync(by, clerk.Account, Grant(grant))));
        Assert.Equal("account.outside", await RefusedAsync(() => office.Desk.AddAsync(by, new Account { Name = "fresh", DisplayName = "Fresh", Grants = [Grant(grant)] })));
        Assert.Null(office.Book.Find("fresh"));
        Assert.Equal([$"viewer:{Own}"], office.GrantsOf(clerk.Account));
    }

    [Theory]
    [InlineData("viewer:HU-MAU-02")]
    [InlineData("viewer:TU-MAU")]
    [InlineData("administrator:*")]
    public async Task An_account_wholly_outside_is_not_there(string grant)
    {
        Rights by = await AdministratorAsync();
        Rights stranger = await office.AccountAsync(grant);
        foreach (string name in (string[])[stranger.Account, "no-such-account"])
        {
            Assert.Equal("account.unknown", await RefusedAsync(() => office.Desk.GrantAsync(by, name, Grant($"viewer:{Own}"))));
            Assert.Equal("account.unknown", await RefusedAsync(() => office.Desk.WithdrawAsync(by, name, Grant(grant))));
            Assert.Equal("account.unknown", await RefusedAsync(() => office.Desk.RenameAsync(by, name, "Taken over", null)));
            Assert.Equal("account.unknown", await RefusedAsync(() => office.Desk.CloseAsync(by, name)));
            Assert.Equal("account.unknown", await RefusedAsync(() => office.Desk.ReopenAsync(by, name)));
            Assert.Equal("account.unknown", await RefusedAsync(() => office.Desk.EndSessionsAsync(by, name)));
        }

        Assert.DoesNotContain(await office.List.ReadAsync(by, Cancelled), r => r.Account.Name == stranger.Account);
    }

    [Fact]
    public async Task Of_an_account_that_works_elsewhere_too_only_the_own_part_is_seen_and_changed()
    {
        Rights by = await AdministratorAsync();
        Rights shared = await office.AccountAsync($"officer:{Own}", $"viewer:{Other}");
        var row = Assert.Single(await office.List.ReadAsync(by, Cancelled), r => r.Account.Name == shared.Account);
        Assert.Equal([$"officer:{Own}"], row.Account.Grants.Select(g => g.ToString()));
        Assert.False(row.IsWhole);
        Assert.Equal("account.shared", await RefusedAsync(() => office.Desk.CloseAsync(by, shared.Account)));
        Assert.Equal("account.shared", await RefusedAsync(() => office.Desk.RenameAsync(by, shared.Account, "Other", null)));
        Assert.Equal("account.shared", await RefusedAsync(() => office.Desk.EndSessionsAsync(by, shared.Account)));
        Assert.Equal("account.outside", await RefusedAsync(() => office.Desk.WithdrawAsync(by, shared.Account, Grant($"viewer:{Other}"))));
        await office.Desk.WithdrawAsync(by, shared.Account, Grant($"officer:{Own}"), cancellationToken: Cancelled);
        Assert.Equal([$"viewer:{Other}"], office.GrantsOf(shared.Account));
    }

    [Theory]
    [InlineData("administrator:TU-MAU")]
    [InlineData("viewer:HU-MAU-01")]
    public async Task Nobody_changes_their_own_rights(string grant)
    {
        Rights by = await office.AccountAsync($"administrator:{Above}", $"viewer:{Own}");
        Assert.Equal("account.self", await RefusedAsync(() => office.Desk.GrantAsync(by, by.Account, Grant(grant))));
        Assert.Equal("account.self", await RefusedAsync(() => office.Desk.WithdrawAsync(by, by.Account, Grant($"viewer:{Own}"))));
        Assert.Equal("account.self", await RefusedAsync(() => office.Desk.CloseAsync(by, by.Account)));
    }

    [Fact]
    public async Task Whoever_lost_the_right_a_moment_ago_changes_nothing_whatever_the_page_still_believes()
    {
        Rights by = await AdministratorAsync();
        Rights clerk = await office.AccountAsync($"viewer:{Own}");
        await office.Desk.CloseAsync(office.Of("admin"), by.Account, cancellationToken: Cancelled);
        Assert.Equal("account.unknown", await RefusedAsync(() => office.Desk.CloseAsync(by, clerk.Account)));
        Rights viewer = await office.AccountAsync($"viewer:{Own}");
        Assert.Equal("account.unknown", await RefusedAsync(() => office.Desk.CloseAsync(viewer with { Grants = [Grant("administrator:*")] }, clerk.Account)));
    }

    [Fact]
    public async Task A_session_with_a_limit_administers_no_more_than_the_limit()
    {
        Rights by = await AdministratorAsync(Above) with { Limit = [Grant($"administrator:{Own}")] };
        Rights clerk = await office.AccountAsync($"viewer:{Other}");
        Assert.Equal("account.unknown", await RefusedAsync(() => office.Desk.CloseAsync(by, clerk.Account)));
    }

    [Theory]
    [InlineData("administrator:HU-MAU-01", "officer:HU-MAU-01")]
    [InlineData("administrator:TU-MAU", "officer:HU-MAU-01")]
    [InlineData("officer:TU-MAU", "administrator:HU-MAU-01")]
    [InlineData("reviewer:TU-MAU", "administrator:TU-MAU")]
    [InlineData("administrator:*", "reviewer:HU-MAU-02")]
    [InlineData("reviewer:HU-MAU-02", "administrator:*")]
    public async Task Who_administers_a_committee_does_not_enter_or_approve_its_figures(string held, string wanted)
    {
        Rights clerk = await office.AccountAsync(held);
        Assert.Equal("account.duties", await RefusedAsync(() => office.Desk.GrantAsync(office.Of("admin"), clerk.Account, Grant(wanted))));
        Assert.Equal([held], office.GrantsOf(clerk.Account));
    }

    [Theory]
    [InlineData("administrator:HU-MAU-01", "officer:HU-MAU-02")]
    [InlineData("administrator:HU-MAU-01", "viewer:TU-MAU")]
    [InlineData("officer:HU-MAU-01", "reviewer:TU-MAU")]
    public async Task Other_duties_go_together(string held, string wanted)
    {
        Rights clerk = await office.AccountAsync(held);
        await office.Desk.GrantAsync(office.Of("admin"), clerk.Account, Grant(wanted), cancellationToken: Cancelled);
        Assert.Equal([held, wanted], office.GrantsOf(clerk.Account));
    }

    [Fact]
    public async Task The_last_right_is_not_taken_away()
    {
        Rights by = await AdministratorAsync();
        Rights clerk = await office.AccountAsync($"viewer:{Own}");
        Assert.Equal("account.lastGrant", await RefusedAsync(() => office.Desk.WithdrawAsync(by, clerk.Account, Grant($"viewer:{Own}"))));
    }

    [Fact]
    public async Task Of_two_administrators_of_everything_who_close_each_other_one_stays()
    {
        (Rights one, Rights two) = (await office.AccountAsync("administrator:*"), await office.AccountAsync("administrator:*"));
        await Task.WhenAll(TryAsync(one, two.Account), TryAsync(two, one.Account));
        Assert.Single(new[] { one, two }, r => office.Book.Find(r.Account)!.ClosedAt is null);

        async Task TryAsync(Rights by, string name)
        {
            try
            {
                await office.Desk.CloseAsync(by, name, cancellationToken: Cancelled);
            }
            catch (BrokenRuleException broken)
            {
                Assert.Equal("account.unknown", broken.Rule);
            }
        }
    }

    [Fact]
    public async Task Closing_ends_the_sessions_for_good()
    {
        Rights by = await AdministratorAsync();
        Rights clerk = await office.AccountAsync($"viewer:{Own}");
        string secret = RandomSecret.New();
        await new SessionRegister(office.Ledger).StartAsync(clerk.Account, Session(clerk.Account, secret), Cancelled);
        await office.Book.RefreshAsync(clerk.Account, Cancelled);
        Assert.NotNull(office.Book.OfSession(secret));
        await office.Desk.CloseAsync(by, clerk.Account, cancellationToken: Cancelled);
        Assert.Null(office.Book.OfSession(secret));
        await office.Desk.ReopenAsync(by, clerk.Account, cancellationToken: Cancelled);
        Assert.Null(office.Book.OfSession(secret));
    }

    [Fact]
    public async Task Closing_ends_the_tokens_for_good()
    {
        Rights by = await AdministratorAsync();
        Rights clerk = await office.AccountAsync($"viewer:{Own}");
        var tokens = new TokenRegister(office.Ledger);
        string token = await tokens.IssueAsync(clerk.Account, clerk.Account, "reads", null, cancellationToken: Cancelled);
        await office.Book.RefreshAsync(clerk.Account, Cancelled);
        Assert.NotNull(office.Book.OfToken(token));
        await office.Desk.CloseAsync(by, clerk.Account, cancellationToken: Cancelled);
        Assert.Equal("account.unknown", await RefusedAsync(() => tokens.IssueAsync("console", clerk.Account, "late", null, cancellationToken: Cancelled)));
        await office.Desk.ReopenAsync(by, clerk.Account, cancellationToken: Cancelled);
        Assert.Null(office.Book.OfToken(token));
        Assert.Empty(office.Book.TokensOf(clerk.Account));
    }

    [Fact]
    public async Task The_link_with_another_sign_in_service_is_taken_away_with_the_sessions_that_came_by_it()
    {
        Rights by = await AdministratorAsync(), stranger = await AdministratorAsync(Other);
        Rights clerk = await office.AccountAsync($"viewer:{Own}");
        var links = new ExternalLoginRegister(office.Ledger, office.Databases);
        await InviteAsync();
        Assert.True(await links.LinkAsync("https://id.example", $"subject of {clerk.Account}", clerk.Account, Cancelled));
        string secret = RandomSecret.New();
        await new SessionRegister(office.Ledger).StartAsync(clerk.Account, Session(clerk.Account, secret, SessionKind.External, office.Book.StampOf(clerk.Account)), Cancelled);
        await office.Book.RefreshAsync(clerk.Account, Cancelled);
        Assert.NotNull(office.Book.OfSession(secret));
        Assert.True((await office.List.ReadAsync(by, Cancelled)).Single(r => r.Account.Name == clerk.Account).IsLinked);
        Assert.Equal("account.unknown", await RefusedAsync(() => office.Desk.UnlinkAsync(stranger, clerk.Account)));
        Assert.Equal("account.self", await RefusedAsync(() => office.Desk.UnlinkAsync(by, by.Account)));

        await office.Desk.UnlinkAsync(by, clerk.Account, cancellationToken: Cancelled);
        Assert.Null(office.Book.OfSession(secret));
        Assert.False((await office.List.ReadAsync(by, Cancelled)).Single(r => r.Account.Name == clerk.Account).IsLinked);
        Assert.Null(await links.FindAsync("https://id.example", $"subject of {clerk.Account}", Cancelled));
        Assert.False(await links.LinkAsync("https://id.example", "another subject", clerk.Account, Cancelled));
        await InviteAsync();
        Assert.True(await links.LinkAsync("https://id.example", "another subject", clerk.Account, Cancelled));

        async Task InviteAsync()
        {
            await new CredentialRegister(office.Ledger).ChangeAsync("test", clerk.Account, c => (c.InvitationHash, c.InvitedUntil) = ("x", TestClock.Now.AddDays(1)), null, Cancelled);
            await office.Book.RefreshAsync(clerk.Account, Cancelled);
        }
    }

    [Fact]
    public async Task A_name_is_taken_once_and_an_account_has_a_role_from_the_start()
    {
        Rights by = await AdministratorAsync();
        Assert.Equal("account.taken", await RefusedAsync(() => office.Desk.AddAsync(by, new Account { Name = "leader", DisplayName = "x", Grants = [Grant($"viewer:{Own}")] })));
        Assert.Equal("account.noGrant", await RefusedAsync(() => office.Desk.AddAsync(by, new Account { Name = "fresh-2", DisplayName = "x", Grants = [] })));
        Assert.Equal("account.name", await RefusedAsync(() => office.Desk.AddAsync(by, new Account { Name = "Có dấu", DisplayName = "x", Grants = [Grant($"viewer:{Own}")] })));
        Assert.Equal("account.display", await RefusedAsync(() => office.Desk.AddAsync(by, new Account { Name = "fresh-3", DisplayName = "  ", Grants = [Grant($"viewer:{Own}")] })));
        Assert.Equal("text.personal", await RefusedAsync(() => office.Desk.AddAsync(by, new Account { Name = "fresh-4", DisplayName = "x", Grants = [Grant($"viewer:{Own}")] }, "gọi 0912 345 678")));
        await office.Desk.AddAsync(by, new Account { Name = "fresh-5", DisplayName = " Văn phòng ", DisplayNameEn = " ", IsSample = true, Grants = [Grant($"viewer:{Own}")] }, cancellationToken: Cancelled);
        Account made = office.Book.Find("fresh-5")!;
        Assert.Equal(("Văn phòng", null, false), (made.DisplayName, made.DisplayNameEn, made.IsSample));
    }

    [Fact]
    public async Task The_list_tells_who_can_sign_in_and_when_it_last_happened()
    {
        Rights by = await AdministratorAsync();
        Rights clerk = await office.AccountAsync($"viewer:{Own}");
        Assert.Equal(AccountState.Waiting, await StateAsync());
        await ChangeAsync(c => c.InvitedUntil = TestClock.Now.AddDays(1));
        Assert.Equal(AccountState.Invited, await StateAsync());
        await ChangeAsync(c => c.PasswordHash = "x");
        Assert.Equal(AccountState.Active, await StateAsync());
        await ChangeAsync(c => c.LockedUntil = TestClock.Now.AddMinutes(1));
        Assert.Equal(AccountState.Locked, await StateAsync());
        Session session = Session(clerk.Account, RandomSecret.New());
        await new SessionRegister(office.Ledger).StartAsync(clerk.Account, session, Cancelled);
        Assert.Equal(session.StartedAt, (await RowAsync()).LastSignIn!.Value, TimeSpan.FromMilliseconds(1));
        await office.Desk.CloseAsync(by, clerk.Account, cancellationToken: Cancelled);
        Assert.Equal(AccountState.Closed, await StateAsync());

        Task ChangeAsync(Action<Credential> change) => new CredentialRegister(office.Ledger).ChangeAsync("test", clerk.Account, change, null, Cancelled);
        async Task<AccountRow> RowAsync() => (await office.List.ReadAsync(by, Cancelled)).Single(r => r.Account.Name == clerk.Account);
        async Task<AccountState> StateAsync() => (await RowAsync()).State;
    }

    private static Session Session(string account, string secret, SessionKind kind = SessionKind.Password, string stamp = "") => new()
    {
        Hash = RandomSecret.HashOf(secret),
        Account = account,
        Kind = kind,
        Stamp = stamp,
        Device = "test",
        Address = "127.0.0.1",
        StartedAt = TestClock.Now,
        SeenAt = TestClock.Now,
        ExpiresAt = TestClock.Now.AddHours(1),
    };
}
