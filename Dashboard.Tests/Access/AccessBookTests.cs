using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

/// <summary>What is taken away from an account is gone for its sessions, its tokens and its open pages.</summary>
public sealed class AccessBookTests(AccessBookTests.Site site) : IClassFixture<AccessBookTests.Site>, IAsyncLifetime
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);
    private readonly string _account = $"reader-{Guid.NewGuid():N}";

    private AccessBook Book => site.App.Services.GetRequiredService<AccessBook>();

    private AccountRegister Accounts => site.App.Services.GetRequiredService<AccountRegister>();

    private SessionRegister Sessions => site.App.Services.GetRequiredService<SessionRegister>();

    private TokenRegister Tokens => site.App.Services.GetRequiredService<TokenRegister>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changed_grants_hold_for_sessions_that_are_open()
    {
        string secret = await BeginAsync();
        await Accounts.PutAsync("admin", [Book.Find(_account)! with { Grants = [new(AccountRole.Viewer, "TW")] }], cancellationToken: Cancelled);
        await UntilAsync(() => Book.OfSession(secret)!.Grants is [{ Committee: "TW" }]);
    }

    [Fact]
    public async Task A_closed_account_has_no_session_and_no_token_any_more()
    {
        string secret = await BeginAsync();
        string token = await Tokens.IssueAsync(_account, _account, "t", null, cancellationToken: Cancelled);
        await Book.RefreshAsync(_account, Cancelled);
        Assert.NotNull(Book.OfToken(token));
        await Accounts.PutAsync("admin", [Book.Find(_account)! with { ClosedAt = new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc) }], cancellationToken: Cancelled);
        await UntilAsync(() => Book.OfSession(secret) is null && Book.OfToken(token) is null);
    }

    [Fact]
    public async Task A_session_that_is_ended_is_over_and_the_others_are_not()
    {
        string first = await BeginAsync();
        string second = await BeginAsync();
        await Sessions.EndAsync(_account, _account, s => s.Hash == RandomSecret.HashOf(first), cancellationToken: Cancelled);
        await UntilAsync(() => Book.FindSession(first) is null);
        Assert.NotNull(Book.FindSession(second));
    }

    [Fact]
    public async Task A_new_stamp_ends_every_session_of_before()
    {
        string secret = await BeginAsync();
        await site.App.Services.GetRequiredService<CredentialRegister>().ChangeAsync(_account, _account, c => c.Stamp = RandomSecret.New(), "signed-out-everywhere", Cancelled);
        await UntilAsync(() => Book.FindSession(secret) is null);
    }

    [Fact]
    public async Task A_token_that_was_taken_back_or_has_run_out_is_worth_nothing()
    {
        string kept = await Tokens.IssueAsync(_account, _account, "kept", null, cancellationToken: Cancelled);
        string over = await Tokens.IssueAsync(_account, _account, "over", new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc), cancellationToken: Cancelled);
        await Book.RefreshAsync(_account, Cancelled);
        Assert.Null(Book.OfToken(over));
        Assert.NotNull(Book.OfToken(kept));
        await Tokens.RevokeAsync(_account, _account, RandomSecret.HashOf(kept), Cancelled);
        await UntilAsync(() => Book.OfToken(kept) is null);
    }

    [Fact]
    public async Task Another_process_that_changes_an_account_is_heard()
    {
        var database = new SqliteDatabase($"Data Source={Path.Combine(site.Folder, "dashboard.db")}");
        await using var elsewhere = new Ledger(database, TestClock.Shared, Microsoft.Extensions.Logging.Abstractions.NullLogger<Ledger>.Instance);
        await new AccountRegister(elsewhere).PutAsync("admin", [Book.Find(_account)! with { DisplayName = "Khác" }], cancellationToken: Cancelled);
        await UntilAsync(() => Book.Find(_account)!.DisplayName == "Khác");
    }

    public async ValueTask InitializeAsync()
    {
        await Accounts.PutAsync("admin", [new() { Name = _account, DisplayName = "R", Grants = [new(AccountRole.Viewer, "TU-MAU")] }], cancellationToken: Cancelled);
        await Book.RefreshAsync(_account, Cancelled);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<string> BeginAsync()
    {
        string secret = RandomSecret.New();
        DateTime now = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);
        await Sessions.StartAsync(_account, new Session
        {
            Hash = RandomSecret.HashOf(secret),
            Account = _account,
            Kind = SessionKind.Password,
            Stamp = Book.StampOf(_account),
            Device = "test",
            Address = "127.0.0.1",
            StartedAt = now,
            SeenAt = now,
            ExpiresAt = now + SessionCookie.Longest,
        }, Cancelled);
        await Book.RefreshAsync(_account, Cancelled);
        return secret;
    }

    /// <summary>Waits for what must come true when the book hears of a change; fails when it does not within moments.</summary>
    private async Task UntilAsync(Func<bool> holds)
    {
        using var heard = new SemaphoreSlim(0);
        void Hear(string account) => heard.Release();
        Book.Changed += Hear;
        while (!holds())
        {
            Assert.True(await heard.WaitAsync(Moment, Cancelled), "The book was not told.");
        }

        Book.Changed -= Hear;
    }

    /// <summary>One application for these tests, each of which has an account of its own.</summary>
    public sealed class Site : IAsyncLifetime
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("dashboard-book-").FullName;

        public DashboardApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = new DashboardApp(Folder);
            await App.StartAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Folders.DeleteAsync(Folder);
        }
    }
}
