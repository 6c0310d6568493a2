using System.Data.Common;
using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Returns;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Inbox;

/// <summary>What an officer has to do: what came back and what is overdue first; what others do shows by itself.</summary>
public sealed partial class InboxPage
{
    private const int MostSheets = 3;

    private static readonly (InboxGroup Group, string Icon, string Tone)[] Groups =
    [
        (InboxGroup.Back, "undo-2", "t-crit"), (InboxGroup.Overdue, "alarm-clock", "t-crit"), (InboxGroup.Owed, "file-pen", "t-warn"),
        (InboxGroup.Waiting, "send", "t-info"), (InboxGroup.Approved, "circle-check", "t-ok"),
    ];

    private readonly CancellationTokenSource _left = new();
    private InboxAddress _address = new(null, null, null);
    private ClaimsPrincipal? _user;
    private Scope _scope = Scope.Nothing;
    private IReadOnlyList<InboxRow>? _rows;
    private IReadOnlyList<InboxRow> _shown = [];
    private ScopeWatch? _watch;
    private InboxRow? _asking;
    private string? _said;
    private bool _hasFailed;

    [Inject]
    private InboxReader Reader { get; set; } = default!;

    [Inject]
    private ReturnRights Rights { get; set; } = default!;

    [Inject]
    private LiveFigures Figures { get; set; } = default!;

    [Inject]
    private LocalCalendar Calendar { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ILogger<InboxPage> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? StateText { get; set; }

    [SupplyParameterFromQuery(Name = "form")]
    private string? FormText { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? TypedText { get; set; }

    private string[] Forms => [.. (_rows ?? []).Select(r => r.Return.Form).Distinct().Order(StringComparer.Ordinal)];

    /// <inheritdoc />
    public void Dispose()
    {
        _watch?.Dispose();
        _left.Cancel();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        await Figures.Ready;
        ClaimsPrincipal? user = SignedIn is null ? null : (await SignedIn).User;
        if (user?.ToRights()?.HasAny(AccountRole.Officer) != true)
        {
            Navigation.NotFound();
            return;
        }

        (_user, _scope) = (user, Rights.Entering(user));
        _address = InboxAddress.Read(StateText, FormText, TypedText);
        if (_rows is null)
        {
            await LoadAsync();
        }
        else
        {
            Choose();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _user is not null)
        {
            _watch = new ScopeWatch(Feed, _scope, () => InvokeAsync(FollowAsync));
            await FollowAsync();
        }
    }

    private static string? Text(ChangeEventArgs change) => change.Value as string is { Length: > 0 } text ? text : null;

    private async Task FollowAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        try
        {
            _rows = await Reader.ReadAsync(_scope, _left.Token);
            _hasFailed = false;
            Choose();
        }
        catch (DbException exception)
        {
            LogReadFailed(Logger, exception);
            _hasFailed = true;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // Left meanwhile.
        }
    }

    private void Choose()
    {
        string[] words = Folding.Words(_address.Typed);
        _shown =
        [
            .. (_rows ?? []).Where(r => (_address.Group is null || r.Group == _address.Group) && (_address.Form is null || r.Return.Form == _address.Form)
                && (words.Length == 0 || words.All(TextOf(r).Contains))),
        ];
    }

    private string TextOf(InboxRow row) =>
        string.Join(' ', Folding.Words($"{row.Committee.Code} {row.Committee.Name} {row.Committee.NameEn} {ReturnNames.Form(Figures.Now, row.Return.Form)} {PeriodNames.Of(row.Return.Period)}"));

    // What was typed is no page to go back to.
    private void Go(InboxAddress address) => Navigation.NavigateTo(address.Href, replace: true);

    private void Asked()
    {
        _said = ExtensionTexts.Get("Asked");
        _asking = null;
    }

    /// <summary>Where many committees are entered side by side: the last period of each form that several of them owe.</summary>
    private IEnumerable<(string Href, string Name)> Sheets()
    {
        LiveState state = Figures.Now;
        IEnumerable<int> tops = _scope.Roots.Count > 0 ? _scope.Roots : _scope.IsNothing ? [] : state.Hierarchy.On(Calendar.Today).Roots;
        return (from alike in (_rows ?? []).GroupBy(r => r.Return.Form)
                let period = alike.MaxBy(r => r.Return.Period.End)!.Return.Period
                where alike.Count(r => r.Return.Period == period) > 1
                from top in tops
                select ($"/returns/sheet/{Uri.EscapeDataString(state.Hierarchy[top].Code)}/{Uri.EscapeDataString(alike.Key)}/{period}",
                    tops.Count() == 1 ? PeriodNames.Of(period) : $"{ReturnNames.Committee(state, top)}, {PeriodNames.Of(period)}")).Take(MostSheets);
    }

    [LoggerMessage(LogLevel.Error, "The returns of an officer could not be read for the page.")]
    private static partial void LogReadFailed(ILogger logger, Exception exception);
}
