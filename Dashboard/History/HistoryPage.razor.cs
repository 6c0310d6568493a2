using System.Data.Common;
using System.Security.Claims;
using Dashboard.Changes;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.History;

/// <summary>What was changed of a committee and, by choice, of those below it: newest first, a page at a time. New entries are counted as they come and shown when asked for.</summary>
public sealed partial class HistoryPage
{
    private readonly CancellationTokenSource _left = new();
    private HistoryAddress? _address;
    private CommitteeVisit? _visit;
    private Outlook _outlook = default!;
    private ClaimsPrincipal? _reader;
    private LogSight? _sight;
    private LogFilter? _filter;
    private LogWindow _window = default!;
    private IReadOnlyList<string> _authors = [];
    private IDisposable? _subscription;
    private ElementReference _list;
    private bool _hasFailed, _isLoading, _isToBeFocused;

    /// <summary>Code of the committee.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [SupplyParameterFromQuery(Name = "below")]
    private string? BelowText { get; set; }

    [SupplyParameterFromQuery(Name = "subject")]
    private string? SubjectText { get; set; }

    [SupplyParameterFromQuery(Name = "by")]
    private string? ByText { get; set; }

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

    [SupplyParameterFromQuery(Name = "asof")]
    private string? AsOf { get; set; }

    private IEnumerable<(string Code, string Name)> Indicators =>
        _outlook.Figures.Now.Indicators.All.Select(indicator => (indicator.Code, Languages.IsVietnamese ? indicator.Name : indicator.NameEn));

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
        _reader = SignedIn is null ? null : (await SignedIn).User;
        _outlook = await Outlooks.OfAsync(AsOf, _reader, _left.Token);
        if (Enter())
        {
            await LoadAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        bool isFollowed = _outlook is { IsPast: false };
        if (!isFollowed)
        {
            // Nothing is added to what was known.
            _subscription?.Dispose();
            _subscription = null;
        }
        else if (_subscription is null)
        {
            _subscription = Feed.Subscribe(ChangeFeed.EveryEntry, () => InvokeAsync(CountNewsAsync));
        }

        if (_isToBeFocused && _window.Entries is { Count: > 0 })
        {
            _isToBeFocused = false;
            await _list.FocusAsync(preventScroll: false);
        }
    }

    private bool Enter()
    {
        if (Door.Enter(_reader, Code, "/c", _outlook) is not { } visit)
        {
            _visit = null;
            _window.Clear();
            Navigation.NotFound();
            return false;
        }

        PageAddress page = new PageAddress(Code, _outlook.Figures.Today) with { Tab = "history", AsOf = _outlook.Text };
        (_visit, _sight, _address) = (visit, Desk.SightOf(visit), HistoryAddress.Read(page, Value));
        return true;
    }

    private async Task ShowNewsAsync()
    {
        _isToBeFocused = true;
        if (_address == _address!.Newest)
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
            _filter = await Desk.FilterAsync(_address!, _sight!, HistoryDesk.LastOf(_outlook), _left.Token);
            await _window.ReadAsync(_filter, _address!.Before, _address.After, _sight!, _left.Token);
            _authors = await Desk.AuthorsAsync(_address!, _sight!, HistoryDesk.LastOf(_outlook), _left.Token);
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

    /// <summary>Counts what came, and asks whether the reader may still be here.</summary>
    private async Task CountNewsAsync()
    {
        if (_filter is null || _outlook.IsPast || _left.IsCancellationRequested)
        {
            return;
        }

        if (Enter())
        {
            try
            {
                _filter = await Desk.FilterAsync(_address!, _sight!, HistoryDesk.LastOf(_outlook), _left.Token);
                if (!await _window.CountNewsAsync(_filter, _left.Token))
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (_left.IsCancellationRequested)
            {
                return;
            }
        }

        StateHasChanged();
    }

    private string? Value(string name) => name switch
    {
        "below" => BelowText,
        "subject" => SubjectText,
        "by" => ByText,
        "from" => FromText,
        "to" => ToText,
        "key" => KeyText,
        "before" => BeforeText,
        "after" => AfterText,
        _ => null,
    };

    [LoggerMessage(LogLevel.Error, "The change log could not be read for a committee's history.")]
    private static partial void LogReadFailed(ILogger logger, Exception exception);
}
