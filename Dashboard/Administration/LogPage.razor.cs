using System.Data.Common;
using Dashboard.Access;
using Dashboard.Changes;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Administration;

/// <summary>The change log: newest first, a page at a time, within the administrator's scope. New entries are counted as they come and shown when asked for.</summary>
public sealed partial class LogPage
{
    private readonly CancellationTokenSource _left = new();
    private LogAddress _address = new();
    private LogSight? _sight;
    private LogWindow _window = default!;
    private IDisposable? _subscription;
    private ElementReference _list;
    private string? _refused;
    private bool _hasFailed, _isLoading, _isToBeFocused;

    [Inject]
    private CommitteeDirectory Directory { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [SupplyParameterFromQuery(Name = "subject")]
    private string? SubjectText { get; set; }

    [SupplyParameterFromQuery(Name = "account")]
    private string? AccountText { get; set; }

    [SupplyParameterFromQuery(Name = "committee")]
    private string? CommitteeText { get; set; }

    [SupplyParameterFromQuery(Name = "below")]
    private string? BelowText { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? FromText { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? ToText { get; set; }

    [SupplyParameterFromQuery(Name = "key")]
    private string? KeyText { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    private string? BeforeText { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? AfterText { get; set; }

    [SupplyParameterFromQuery(Name = "refused")]
    private string? RefusedText { get; set; }

    private bool IsUnknown => _address.Committee is { } code && !_sight!.Sees(code);

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _left.Cancel();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => _window = new LogWindow(Log);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        await Figures.Ready;
        System.Security.Claims.ClaimsPrincipal? reader = SignedIn is null ? null : (await SignedIn).User;
        if (reader?.ToRights()?.HasAny(AccountRole.Administrator) != true)
        {
            Navigation.NotFound();
            return;
        }

        _sight = Desk.SightOf(reader);
        (_address, _refused) = (LogAddress.Read(Value), RefusedText);
        await LoadAsync();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _subscription = Feed.Subscribe(ChangeFeed.EveryEntry, () => InvokeAsync(CountNewsAsync));
        }

        if (_isToBeFocused && _window.Entries is { Count: > 0 })
        {
            _isToBeFocused = false;
            await _list.FocusAsync(preventScroll: false);
        }
    }

    private string? Value(string name) => name switch
    {
        "subject" => SubjectText,
        "account" => AccountText,
        "committee" => CommitteeText,
        "below" => BelowText,
        "from" => FromText,
        "to" => ToText,
        "key" => KeyText,
        "before" => BeforeText,
        "after" => AfterText,
        _ => null,
    };

    private async Task ShowNewsAsync()
    {
        _isToBeFocused = true;
        if (_address == _address.Newest)
        {
            await LoadAsync();
        }
        else
        {
            Navigation.NavigateTo(_address.Newest.Href);
        }
    }

    private async Task LoadAsync()
    {
        (_isLoading, _hasFailed) = (true, false);
        try
        {
            await _window.ReadAsync(Desk.FilterOf(_address, _sight!), _address.Before, _address.After, _sight!, _left.Token);
        }
        catch (DbException exception)
        {
            LogReadFailed(Logger, exception);
            _hasFailed = true;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // Left: nobody is there to be shown anything.
        }
        finally
        {
            _isLoading = false;
        }
    }

    private async Task CountNewsAsync()
    {
        if (_sight is null || _left.IsCancellationRequested)
        {
            return;
        }

        try
        {
            if (await _window.CountNewsAsync(Desk.FilterOf(_address, _sight), _left.Token))
            {
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // Left meanwhile.
        }
    }

    /// <summary>In groups of eight, as one can copy it by hand.</summary>
    private static string Grouped(string hash) => string.Join(' ', hash.Chunk(8).Select(group => new string(group)));

    [LoggerMessage(LogLevel.Error, "The change log could not be read for its page.")]
    private static partial void LogReadFailed(ILogger logger, Exception exception);
}
