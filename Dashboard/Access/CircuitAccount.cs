using System.Security.Claims;
using Dashboard.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Dashboard.Access;

/// <summary>
/// Who an open page belongs to. It hears of each change of the account: a page whose session is over loses everything at
/// once, one whose grants changed is made anew with what is left.
/// </summary>
public sealed class CircuitAccount : ServerAuthenticationStateProvider, IDisposable
{
    private readonly AccessBook _book;
    private string? _secret;
    private string? _account;
    private ExecutionContext? _page;
    private volatile bool _isOver;

    /// <summary>Takes note of who it is.</summary>
    public CircuitAccount(AccessBook book)
    {
        _book = book;
        AuthenticationStateChanged += Note;
    }

    /// <summary>Whether the session that the page was opened in is over.</summary>
    public bool IsOver => _isOver;

    /// <summary>
    /// Follows the account from now on: the page is open. One that is only written and sent is done with the account it began
    /// with, even when it ends that account's sessions itself and begins a new one.
    /// </summary>
    public void Open()
    {
        _book.Changed += Follow;
        if (_account is not null && _book.OfSession(_secret) is null)
        {
            Follow(_account);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _book.Changed -= Follow;
        AuthenticationStateChanged -= Note;
    }

    private void Note(Task<AuthenticationState> state) => _ = NoteAsync(state);

    private async Task NoteAsync(Task<AuthenticationState> state)
    {
        // Whoever changes the account reads another language than this page.
        _page ??= ExecutionContext.Capture();
        ClaimsPrincipal user = (await state).User;
        if (user.FindFirstValue(AccountClaims.Session) is { } secret)
        {
            (_secret, _account) = (secret, user.Identity?.Name);
        }
    }

    private void Follow(string account)
    {
        if (account != _account || _isOver)
        {
            return;
        }

        Rights? rights = _book.OfSession(_secret);
        _isOver = rights is null;
        ClaimsPrincipal now = rights?.ToPrincipal(SignIn.Scheme, _secret) ?? new ClaimsPrincipal();
        Task<AuthenticationState> state = Task.FromResult(new AuthenticationState(now));
        if (_page is null)
        {
            SetAuthenticationState(state);
        }
        else
        {
            ExecutionContext.Run(_page, _ => SetAuthenticationState(state), null);
        }
    }
}
