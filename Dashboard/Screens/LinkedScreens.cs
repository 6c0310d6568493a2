using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Live;

namespace Dashboard.Screens;

/// <summary>
/// The screens that were let in: each is a session of the account that did so, which may show one meeting and nothing
/// else. Their account keeps them; whoever administers the committee sees them too and may end them, not prolong them.
/// </summary>
public sealed class LinkedScreens(
    AccessBook book, AccountScopes scopes, SessionRegister sessions, CommitteeDirectory committees, LocalCalendar calendar, TimeProvider time)
{
    private const int IdLength = 12;

    /// <summary>The screens of an account and, below what it administers, those of others; the account's own first.</summary>
    public IReadOnlyList<LinkedScreen> SeenBy(Rights rights) =>
    [
        .. from account in book.Accounts
           from session in book.SessionsOf(account.Name)
           where session.Kind == SessionKind.Screen
           let screen = Linked(account, session)
           where account.Name == rights.Account || Administers(rights, screen.Committee)
           orderby account.Name != rights.Account, session.StartedAt
           select screen,
    ];

    /// <summary>When a screen let in now for this long ends, UTC.</summary>
    public DateTime EndOf(ScreenTerm term) => time.GetUtcNow().UtcDateTime + term switch
    {
        ScreenTerm.Today => calendar.UntilMidnight(),
        ScreenTerm.Month => TimeSpan.FromDays(30),
        _ => TimeSpan.FromDays(365),
    };

    /// <summary>Prolongs a screen of one's own, counted from now and never to less than it had; false when there is none.</summary>
    public async Task<bool> ProlongAsync(Rights rights, string? id, ScreenTerm term, CancellationToken cancellationToken = default)
    {
        if (SeenBy(rights).FirstOrDefault(s => s.Id == id && s.Account == rights.Account) is not { } screen)
        {
            return false;
        }

        DateTime until = EndOf(term);
        await sessions.ProlongAsync(rights.Account, screen.Account, s => IdOf(s) == id, until > screen.EndsAt ? until : screen.EndsAt, cancellationToken);
        await book.RefreshAsync(screen.Account, cancellationToken);
        return true;
    }

    /// <summary>Ends a screen; false when there is none that the account may end.</summary>
    public async Task<bool> EndAsync(Rights rights, string? id, CancellationToken cancellationToken = default)
    {
        if (SeenBy(rights).FirstOrDefault(s => s.Id == id) is not { } screen)
        {
            return false;
        }

        await sessions.EndAsync(rights.Account, screen.Account, s => s.Kind == SessionKind.Screen && IdOf(s) == id, cancellationToken: cancellationToken);
        // Before the answer: who ended it looks up at the wall next.
        await book.RefreshAsync(screen.Account, cancellationToken);
        return true;
    }

    private LinkedScreen Linked(Account account, Session session)
    {
        string code = session.Limit is [{ Committee: { } own }, ..] ? own : "";
        var rights = new Rights(account.Name, account.DisplayName, account.DisplayNameEn ?? account.DisplayName, account.Grants, session.Limit);
        return new LinkedScreen(IdOf(session), account.Name, session.Device, code, session.SeenAt, session.ExpiresAt, LastUse.Lasts(session), scopes.ShowsMeeting(rights, code, committees.Search.ParentOf));
    }

    private bool Administers(Rights rights, string code) => rights.AdministersAll
        || (committees.Search.Find(code) is { } found && scopes.Of(rights, AccountRole.Administrator).Sees(found.Number, committees.Search.ParentOf));

    private static string IdOf(Session session) => session.Hash[..IdLength];
}
