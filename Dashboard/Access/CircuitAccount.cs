using System.Security.Claims;
using Dashboard.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Dashboard.Access;

/// <summary>
/// Who an open page belongs to. It hears of each change of the account: a page whose session is over, or whose owner must
/// turn a second factor on first, loses everything at once; one whose grants changed is made anew with what is left. What
/// changes nothing of its rights, a sign-in elsewhere, does not touch it.
/// </summary>
public sealed class CircuitAccount : ServerAuthenticationStateProvider, IDisposable
{
    private readonly AccessBook _book;
    private readonly SecondFactorDuty _duty;
    private string? _secret;
    private string? _account;
    private string? _standing;
    private ExecutionContext? _page;
    private int _told;
    private volatile bool _isOver;

    /// <summary>Takes note of who it is.</summary>
    public CircuitAccount(AccessBook book, SecondFactorDuty duty)
    {
        (_book, _duty) = (book, duty);
        AuthenticationStateChanged += Note;
    }

    /// <summary>Whether the page has lost everything for good: the session it was opened in is over, or a second factor is owed first.</summary>
    public bool IsOver => _isOver;

    /// <summary>Whether it has lost everything for want of a second factor.</summary>
    public bool OwesSecondFactor => _isOver && _duty.IsUnmet(_secret, _book);

    /// <summary>
    /// Follows the account from now on: the page is open. One that is only written and sent is done with the account it began
    /// with, even when it ends that account's sessions itself and begins a new one.
    /// </summary>
    public void Open()
    {
        _book.Changed += Follow;
        if (_account is not null)
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
            (_secret, _account, _standing) = (secret, user.Identity?.Name, user.ToRights()?.Standing);
        }
    }

    // Told on several threads at once: one of them looks, and looks again for those that came meanwhile, so that what was
    // read first cannot be shown last.
    private void Follow(string account)
    {
        if (account != _account || Interlocked.Increment(ref _told) > 1)
        {
            return;
        }

        try
        {
            int heard;
            do
            {
                heard = Volatile.Read(ref _told);
                Turn();
            }
            while (Interlocked.CompareExchange(ref _told, 0, heard) != heard);
        }
        catch
        {
            Volatile.Write(ref _told, 0);
            throw;
        }
    }

    /// <summary>Shows what the account may do now, if that is not what the page was made for.</summary>
    private void Turn()
    {
        Rights? rights = _duty.IsUnmet(_secret, _book) ? null : _book.OfSession(_secret);
        if (_isOver || (rights is not null && rights.Standing == _standing))
        {
            return;
        }

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
