using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Changes;
using Dashboard.Data;
using Dashboard.Live;

namespace Dashboard.Administration;

/// <summary>Turns what an administrator chose into what is read of the log, within the administrator's scope; for the page and the file alike.</summary>
public sealed class LogDesk(LiveFigures figures, LocalCalendar calendar, AccountScopes scopes)
{
    /// <summary>What an account may see of the log.</summary>
    public LogSight SightOf(ClaimsPrincipal reader) => new(scopes.Of(reader, AccountRole.Administrator), figures.Now.Hierarchy, calendar.Today);

    /// <summary>The entries that are chosen, and only those in sight.</summary>
    public LogFilter FilterOf(LogAddress address, LogSight sight) => new()
    {
        Subject = address.Subject,
        Account = address.Account,
        Key = address.Key,
        Committees = sight.Committees(address.Committee, address.WithBelow),
        From = address.From is { } first ? calendar.StartOf(first) : null,
        Until = calendar.EndOf(address.To),
    };
}
