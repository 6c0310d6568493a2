using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Accounts;

/// <summary>The accounts within an administrator's reach, as they are now: another administrator's change shows by itself.</summary>
public sealed partial class AccountsPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private static readonly (AccountOrder? Order, string Head)[] Heads =
        [(AccountOrder.Name, "Head.Name"), (AccountOrder.Shown, "Head.Shown"), (null, "Head.Grants"), (AccountOrder.LastSignIn, "Head.LastSignIn"), (AccountOrder.State, "Head.State")];

    private readonly CancellationTokenSource _left = new();
    private Rights? _rights;
    private IReadOnlyList<AccountRow>? _rows;
    private AccountOrder _order;
    private string? _typed;
    private int _isDue, _asked, _shown;
    private ExecutionContext? _reader;

    /// <summary>Name of the account in the panel.</summary>
    [SupplyParameterFromQuery(Name = "account")]
    private string? Name { get; set; }

    /// <summary>Whether the panel makes a new one: <c>true</c>. Anything else is no fault of a reader who typed it.</summary>
    [SupplyParameterFromQuery(Name = "new")]
    private string? New { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    private bool IsNew => New == "true";

    private bool IsPanelOpen => IsNew || Name is not null;

    private AccountRow? Chosen => _rows?.FirstOrDefault(r => r.Account.Name == Name);

    private IReadOnlyList<AccountRow> Shown => [.. _rows!.Holding(_typed, WordsOf).By(_order)];

    /// <inheritdoc />
    public void Dispose()
    {
        Book.Changed -= Hear;
        _left.Cancel();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            // Whoever changes an account reads another language than this page, and the server itself none.
            _reader = ExecutionContext.Capture();
            Book.Changed += Hear;
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        Rights? rights = SignedIn is null ? null : (await SignedIn).User.ToRights();
        _rights = rights?.HasAny(AccountRole.Administrator) == true ? rights : null;
        if (_rights is null)
        {
            Navigation.NotFound();
            return;
        }

        await ReadAsync();
    }

    // Asked for by the panel, by the address and by what is heard: an earlier answer never takes the place of a later one.
    private async Task ReadAsync()
    {
        int turn = ++_asked;
        IReadOnlyList<AccountRow>? rows = _rights is null ? null : await List.ReadAsync(_rights, _left.Token);
        if (turn > _shown)
        {
            (_shown, _rows) = (turn, rows);
        }
    }

    private string WordsOf(AccountRow row) =>
        $"{string.Join(' ', row.Account.Grants.Select(g => $"{g.Committee} {Texts.Of(g, Directory.Search)}"))} {Texts[$"State.{row.State}"]}";

    // Told on the thread of whoever writes, once for every account: what comes within a moment is read once.
    private void Hear(string account)
    {
        if (Interlocked.Exchange(ref _isDue, 1) == 0)
        {
            ExecutionContext.Run(_reader!, _ => _ = ShowAsync(), null);
        }
    }

    private async Task ShowAsync()
    {
        try
        {
            await Task.Delay(Pause, _left.Token);
            Interlocked.Exchange(ref _isDue, 0);
            await InvokeAsync(async () =>
            {
                await ReadAsync();
                StateHasChanged();
            });
        }
        catch (Exception exception) when (_left.IsCancellationRequested || exception is ObjectDisposedException)
        {
            // The page was left meanwhile.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }
}
