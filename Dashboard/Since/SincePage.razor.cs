using System.Data.Common;
using System.Security.Claims;
using Dashboard.Committees;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Since;

/// <summary>What changed at a committee and below between two moments; as long as the later one is now, it goes on telling.</summary>
public sealed partial class SincePage(SinceDesk desk, CommitteeDoor door, ChangeFeed feed, NavigationManager navigation, ILogger<SincePage> logger)
{
    private readonly CancellationTokenSource _left = new();
    private SinceAddress? _address;
    private CommitteeVisit? _visit;
    private string? _asker;
    private SinceModel? _model;
    private int? _entries;
    private bool _hasFailed;
    private int _heard = -1;
    private long _asked;
    private IDisposable? _subscription;

    /// <summary>Code of the committee.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    [SupplyParameterFromQuery(Name = "period")]
    private string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? FromText { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? ToText { get; set; }

    [SupplyParameterFromQuery(Name = "asof")]
    private string? AsOfText { get; set; }

    [SupplyParameterFromQuery(Name = "number")]
    private string? NumberText { get; set; }

    [SupplyParameterFromQuery(Name = "each")]
    private string? EachText { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [Inject]
    private LiveFigures Figures { get; set; } = default!;

    [Inject]
    private LocalCalendar Calendar { get; set; } = default!;

    [Inject]
    private CommitteeDirectory Directory { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _left.Cancel();
        _left.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        await Figures.Ready;
        ClaimsPrincipal? reader = SignedIn is null ? null : (await SignedIn).User;
        if (door.Enter(reader, Code, "/c") is not { } visit)
        {
            navigation.NotFound();
            return;
        }

        var page = PageAddress.Read(Code, Period, null, null, Calendar.Today);
        var address = SinceAddress.Read(page, Calendar, desk.Now, later => desk.UsualFrom(visit.Number, later), name => name switch { "from" => FromText, "to" => ToText, "asof" => AsOfText, "number" => NumberText, _ => EachText });
        if (_visit?.Number != visit.Number || _address?.From != address.From || _address.To != address.To || _address.Page.Period != address.Page.Period)
        {
            (_model, _entries) = (null, null);
        }

        (_visit, _address, _asker) = (visit, address, reader?.Identity?.Name);
        Listen(visit.Number);
        await ReadAsync();
    }

    private SinceChange Shown(SinceModel model) => model.Of(_address?.Number);

    private void Listen(int committee)
    {
        if (!RendererInfo.IsInteractive || _heard == committee)
        {
            return;
        }

        _subscription?.Dispose();
        _heard = committee;
        _subscription = feed.Subscribe(committee, () => InvokeAsync(HearAsync));
    }

    private Task HearAsync() => _address is { To: null } && !_left.IsCancellationRequested ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        if (_address is not { } address || _visit is not { } visit)
        {
            return;
        }

        long asked = ++_asked;
        try
        {
            if (await desk.ReadAsync(new SinceQuestion(visit.Number, address.Page.Period) { Asker = _asker }, address.From, address.To, visit.Scope, _left.Token) is not { } model)
            {
                navigation.NotFound();
                return;
            }

            // A log that begins in between tells of no change, only of what there was.
            int entries = model.Span.IsBeforeLog ? 0 : await desk.EntriesAsync(visit.Number, model, Shown(model), visit.Scope, _left.Token);
            if (asked == _asked)
            {
                (_model, _entries, _hasFailed) = (model, entries, false);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // Left: nobody is there to be shown anything.
        }
        catch (DbException exception)
        {
            LogReadFailed(logger, exception);
            _hasFailed = true;
            StateHasChanged();
        }
    }

    [LoggerMessage(LogLevel.Error, "What changed between two moments could not be read.")]
    private static partial void LogReadFailed(ILogger logger, Exception exception);
}
