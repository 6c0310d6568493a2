using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>
/// Which account somebody is whom another sign-in service sends. Issuer and subject decide, both lasting and never given
/// to anybody else; the name that the service states is asked once, when they are new here, and an e-mail address never.
/// </summary>
public sealed partial class ExternalAccounts(ExternalLoginRegister logins, SessionRegister sessions, AccessBook book, ILogger<ExternalAccounts> logger)
{
    /// <summary>The account of a subject; null, and that is in the log, when it has none or that one is closed.</summary>
    /// <param name="issuer">The service, as its token names it.</param>
    /// <param name="subject">The subject, as the token names it.</param>
    /// <param name="name">Name of the account, as the service states it.</param>
    /// <param name="address">Network address of the browser.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<string?> FindAsync(string issuer, string subject, string? name, string address, CancellationToken cancellationToken = default)
    {
        string? account = await logins.FindAsync(issuer, subject, cancellationToken) ?? await LinkAsync(issuer, subject, name, cancellationToken);
        if (account is null)
        {
            LogUnknown(issuer, subject);
            await sessions.FailedAsync("", "external-unknown", address, cancellationToken);
            return null;
        }

        if (book.Find(account) is not { ClosedAt: null })
        {
            await sessions.FailedAsync(account, "external-closed", address, cancellationToken);
            return null;
        }

        return account;
    }

    /// <summary>Takes note of an answer of the service, or of what claimed to be one, that was not taken. Not in the change log: anybody can send such answers.</summary>
    public void NoteFailure(Exception? failure) => LogRefused(failure?.Message);

    private async Task<string?> LinkAsync(string issuer, string subject, string? name, CancellationToken cancellationToken)
    {
        if (book.Find(name) is not { ClosedAt: null, IsSample: false } account || !await logins.LinkAsync(issuer, subject, account.Name, cancellationToken))
        {
            return null;
        }

        await book.RefreshAsync(account.Name, cancellationToken);
        return account.Name;
    }

    [LoggerMessage(LogLevel.Warning, "The sign-in service {Issuer} sent {Subject}, who has no account here.")]
    private partial void LogUnknown(string issuer, string subject);

    [LoggerMessage(LogLevel.Warning, "An answer of the sign-in service was not taken: {Message}")]
    private partial void LogRefused(string? message);
}
