using System.Data.Common;
using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Returns;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace Dashboard.Review;

/// <summary>What waits to be approved, the most pressing first: somebody else's submission appears by itself, what was approved elsewhere goes.</summary>
public sealed partial class ReviewPage
{
    /// <summary>Lines shown at first, and further ones at a time.</summary>
    public const int MostShown = 100;

    private readonly CancellationTokenSource _left = new();
    private ReviewAddress _address = new();
    private ClaimsPrincipal? _user;
    private Scope _scope = Scope.Nothing;
    private IReadOnlyList<ReviewItem>? _items;
    private IReadOnlyList<ReviewItem> _shown = [];
    private IReadOnlyList<Extension> _requests = [];
    private IReadOnlyList<ReviewItem>? _asked;
    private IReadOnlyList<ReviewOutcome>? _outcomes;
    private ScopeWatch? _watch;
    private ReturnKey? _key;
    private ReviewItem? _next;
    private ElementReference _root;
    private IJSObjectReference? _keys;
    private string? _said, _fault, _following;
    private int _most = MostShown;
    private bool _hasFailed, _isBusy;

    [Inject]
    private ReviewQueue Queue { get; set; } = default!;

    [Inject]
    private ReviewDesk Desk { get; set; } = default!;

    [Inject]
    private ReturnRights Rights { get; set; } = default!;

    [Inject]
    private Denials Denials { get; set; } = default!;

    [Inject]
    private LiveFigures Figures { get; set; } = default!;

    [Inject]
    private LocalCalendar Calendar { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ILogger<ReviewPage> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [SupplyParameterFromQuery(Name = "return")]
    private string? ReturnText { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? WordsText { get; set; }

    [SupplyParameterFromQuery(Name = "under")]
    private string? UnderText { get; set; }

    [SupplyParameterFromQuery(Name = "form")]
    private string? FormText { get; set; }

    [SupplyParameterFromQuery(Name = "period")]
    private string? PeriodText { get; set; }

    [SupplyParameterFromQuery(Name = "risk")]
    private string? RiskText { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? SortText { get; set; }

    /// <summary>What may be approved in one go of what is shown: nothing was found in it.</summary>
    private List<ReviewItem> Clean => [.. _shown.Where(i => i.IsClean)];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _watch?.Dispose();
        await _left.CancelAsync();
        try
        {
            if (_keys is not null)
            {
                await _keys.InvokeVoidAsync("stop");
                await _keys.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and what listened on it.
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        await Figures.Ready;
        ClaimsPrincipal? user = SignedIn is null ? null : (await SignedIn).User;
        if (user?.ToRights()?.HasAny(AccountRole.Reviewer) != true)
        {
            Navigation.NotFound();
            return;
        }

        (_user, _scope) = (user, Rights.Reviewing(user));
        _address = ReviewAddress.Read(Value);
        ReturnKey? key = KeyOf(_address.Return);
        (_key, _next) = (key, key == _key ? _next : null);
        if (_items is null)
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
        if (!firstRender || _user is null)
        {
            return;
        }

        _watch = new ScopeWatch(Feed, _scope, () => InvokeAsync(FollowAsync));
        IJSObjectReference script = await Js.InvokeAsync<IJSObjectReference>("import", "./Review/ReviewPage.razor.js");
        _keys = await script.InvokeAsync<IJSObjectReference>("listen", _root);
        await script.DisposeAsync();
        await FollowAsync();
    }

    private string? Value(string name) => name switch
    {
        "return" => ReturnText,
        "q" => WordsText,
        "under" => UnderText,
        "form" => FormText,
        "period" => PeriodText,
        "risk" => RiskText,
        "sort" => SortText,
        _ => null,
    };

    /// <summary>The return that an address names; null for one that is not there or that this reviewer does not review.</summary>
    private ReturnKey? KeyOf(string? text)
    {
        if (text?.Split('|') is not [{ } code, { } form, { } notation] || !Period.TryParse(notation, out Period period) || !Figures.Now.Hierarchy.TryNumberOf(code, out int committee))
        {
            return null;
        }

        if (!Rights.MayReview(_user!, committee))
        {
            Denials.Note(_user!, ReviewAddress.Path, committee);
            return null;
        }

        LiveState state = Figures.Now;
        return state.Forms.Any(f => f.Code == form && f.IsOwedBy(committee, period, state.Hierarchy)) ? new ReturnKey(committee, form, period) : null;
    }

    /// <summary>Where a return stands by now, for a page that shows it as it was.</summary>
    private Return? NowOf(ReturnKey key) => Figures.Now.Returns.GetValueOrDefault((key.Form, key.Period))?.GetValueOrDefault(key.Committee);

    private async Task FollowAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        try
        {
            _items = await Queue.ReadAsync(_scope, _left.Token);
            _requests = Queue.Requests(_scope);
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
        ReviewItem[] shown = [.. (_items ?? []).By(_address, Figures.Now)];
        _shown = shown;
        // The open one may be gone from the list by the time it is done with.
        int at = Array.FindIndex(shown, i => i.Name == _address.Return);
        if (at >= 0)
        {
            _following = at + 1 < shown.Length ? shown[at + 1].Name : at > 0 ? shown[at - 1].Name : null;
        }
    }

    private string? On(ReviewOrder order) => order == _address.Order ? "on" : null;

    private string? Sorted(ReviewOrder order) => order == _address.Order ? "ascending" : null;

    /// <summary>
    /// A return is done with. It stays where it is and the next one of the list is offered: opened by itself it would stand
    /// under the second click of a double click.
    /// </summary>
    private void Done(string said)
    {
        _said = said;
        _next = _shown.FirstOrDefault(i => i.Name == _following);
    }

    private void AskClean() => (_asked, _outcomes) = (Clean, null);

    private void CloseClean() => (_asked, _outcomes) = (null, null);

    private async Task ApproveCleanAsync()
    {
        if (_isBusy || _asked is null || _outcomes is not null)
        {
            return;
        }

        _isBusy = true;
        try
        {
            _outcomes = await Desk.ApproveAsync(_user!, _asked, _left.Token);
        }
        finally
        {
            _isBusy = false;
        }
    }

    private Task GrantAsync(Extension request) => AnswerAsync(() => Desk.GrantAsync(_user!, request.Id, _left.Token), "Request.Granted", request);

    private Task RefuseAsync((Extension Request, ExtensionRefusal Refusal) answer) =>
        AnswerAsync(() => Desk.RefuseAsync(_user!, answer.Request.Id, answer.Refusal, _left.Token), "Request.Refused", answer.Request);

    private async Task AnswerAsync(Func<Task> act, string said, Extension request)
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _fault) = (true, null);
        try
        {
            await act();
            _said = Texts[said, ReturnNames.Committee(Figures.Now, request.Committee), Layout.Numerals.Day(request.Until)];
        }
        catch (BrokenRuleException broken)
        {
            _fault = ReturnTexts.Of(broken);
        }
        finally
        {
            _isBusy = false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The returns that wait to be reviewed could not be read for the page.")]
    private static partial void LogReadFailed(ILogger logger, Exception exception);
}
