using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>
/// Keeps who is signed in where. Beginnings and ends are in the log, the time of the last use is not. An entry's key is the name
/// of an account that there is, or nothing: never what somebody typed.
/// </summary>
public sealed class SessionRegister(Ledger ledger)
{
    /// <summary>Begins a session.</summary>
    public Task<WriteReceipt> StartAsync(string by, Session session, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        by,
        (page, _) =>
        {
            page.Db.Add(session);
            page.Record(Subject.SignIn, null, session.Account, null, Told("started", session));
            return Task.CompletedTask;
        },
        null,
        cancellationToken);

    /// <summary>Ends sessions of an account: those <paramref name="which"/> picks of the open ones.</summary>
    public Task<WriteReceipt> EndAsync(string by, string account, Func<Session, bool> which, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(by, (page, cancel) => EndAsync(page, account, which, cancel), reason, cancellationToken);

    /// <summary>Ends sessions of an account as part of a larger write.</summary>
    public static async Task EndAsync(LedgerPage page, string account, Func<Session, bool> which, CancellationToken cancellationToken = default)
    {
        foreach (Session session in (await page.Db.Sessions.Where(s => s.Account == account && s.EndedAt == null).ToListAsync(cancellationToken)).Where(which))
        {
            session.EndedAt = page.At;
            page.Record(Subject.SignIn, null, account, null, Told("ended", session));
        }
    }

    /// <summary>Lets sessions of an account last until <paramref name="until"/>, UTC: those <paramref name="which"/> picks of the open ones.</summary>
    public Task<WriteReceipt> ProlongAsync(string by, string account, Func<Session, bool> which, DateTime until, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        by,
        async (page, cancel) =>
        {
            foreach (Session session in (await page.Db.Sessions.Where(s => s.Account == account && s.EndedAt == null && s.ExpiresAt > page.At).ToListAsync(cancel)).Where(which))
            {
                session.ExpiresAt = until;
                page.Record(Subject.SignIn, null, account, null, Told("prolonged", session));
            }
        },
        null,
        cancellationToken);

    /// <summary>Notes that sessions were used just now.</summary>
    public Task SeenAsync(IReadOnlyCollection<string> hashes, DateTime at, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        "system",
        (page, cancel) => page.Db.Sessions.Where(s => hashes.Contains(s.Hash)).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, at), cancel),
        null,
        cancellationToken);

    /// <summary>Puts an attempt to sign in that failed into the log. What was typed as the name is not, unless it is one: it may have been a password.</summary>
    /// <param name="account">The account, if there is one of that name; else empty.</param>
    /// <param name="what">A stable word: <c>password</c>, <c>second-factor</c>, <c>locked</c>, <c>closed</c>, <c>unknown</c> …</param>
    /// <param name="address">Network address it came from.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    public Task<WriteReceipt> FailedAsync(string account, string what, string address, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        account.Length == 0 ? "system" : account,
        (page, _) =>
        {
            page.Record(Subject.SignIn, null, account, null, LogPayload.Write(new { Event = "failed", What = what, Address = address }));
            return Task.CompletedTask;
        },
        null,
        cancellationToken);

    private static string Told(string what, Session session) => LogPayload.Write(new
    {
        Event = what,
        session.Kind,
        Session = session.Hash[..12],
        session.Device,
        session.Address,
        Limit = session.Limit?.Select(g => g.ToString()),
    });
}
