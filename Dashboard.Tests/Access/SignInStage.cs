using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Dashboard.Tests.Access;

/// <summary>What signing in is made of, on a database and a clock of its own, and with a hash that costs next to nothing.</summary>
internal sealed class SignInStage : IAsyncDisposable
{
    public const string Password = "thuyen ve ben cu lang im";

    private readonly TemporaryDatabase _database;

    private SignInStage(TemporaryDatabase database, int iterations)
    {
        _database = database;
        Ledger = new Ledger(database.Database, Clock, NullLogger<Ledger>.Instance);
        Register = new CredentialRegister(Ledger);
        var sessions = new SessionRegister(Ledger);
        var hasher = new PasswordHasher<Credential>(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        Tries = new SignInTries(Ledger, Clock);
        Passwords = new Passwords(Register, hasher, Clock);
        SignIn = new PasswordSignIn(database.Database, Tries, Passwords, sessions);
        Factor = new SecondFactor(Ledger, Register, Tries, sessions, new EphemeralDataProtectionProvider(), Clock);
        Invitations = new Invitations(database.Database, Ledger, Passwords, Clock);
        First = new FirstStart(database.Database, Ledger, Passwords, Clock);
    }

    public HandClock Clock { get; } = new();

    public SqliteDatabase Database => _database.Database;

    public LogReader Log => _database.Log;

    public Ledger Ledger { get; }

    public CredentialRegister Register { get; }

    public SignInTries Tries { get; }

    public Passwords Passwords { get; }

    public PasswordSignIn SignIn { get; }

    public SecondFactor Factor { get; }

    public Invitations Invitations { get; }

    public FirstStart First { get; }

    /// <summary>With one account, <c>owner</c>.</summary>
    public static async Task<SignInStage> CreateAsync(int iterations = 1)
    {
        SignInStage stage = await CreateEmptyAsync(iterations);
        await stage.AddAsync("owner");
        return stage;
    }

    /// <summary>Without any account.</summary>
    public static async Task<SignInStage> CreateEmptyAsync(int iterations = 1)
    {
        var database = new TemporaryDatabase();
        await database.InitializeAsync();
        return new SignInStage(database, iterations);
    }

    /// <summary>Adds an account with <see cref="Password"/>.</summary>
    public async Task AddAsync(string name, bool isClosed = false)
    {
        Account account = new() { Name = name, DisplayName = name, Grants = [new Grant(AccountRole.Viewer, null)], ClosedAt = isClosed ? Clock.GetUtcNow().UtcDateTime : null };
        await new AccountRegister(Ledger).PutAsync("test", [account]);
        await Passwords.SetAsync("test", name, Password);
    }

    /// <summary>Tries a password from a device that is not known.</summary>
    public Task<SignInAnswer> TryAsync(string name, string password, string? device = null) => SignIn.TryAsync(name, password, _ => device, "192.0.2.1");

    /// <summary>The account's secrets as they are kept.</summary>
    public async Task<Credential> ReadAsync(string account)
    {
        await using DashboardDb db = Database.CreateDbContext();
        return (await db.Credentials.FindAsync(account))!;
    }

    /// <summary>All entries of the log about an account.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(string account)
    {
        var told = new List<string>();
        await foreach (IReadOnlyList<Dashboard.Domain.Changes.LogEntry> page in Log.ReadAllAfterAsync(0))
        {
            told.AddRange(page.Where(e => e.Key == account).Select(e => e.After ?? ""));
        }

        return told;
    }

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await _database.DisposeAsync();
    }
}
