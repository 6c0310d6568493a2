using System.Security.Claims;
using Dashboard.Committees;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Directives;

/// <summary>The directives that concern a committee and how far they were carried out below it. It follows others' changes.</summary>
public sealed partial class DirectivesPage
{
    private DirectiveAddress? _address;
    private CommitteeVisit? _visit;
    private DirectiveList? _list;
    private LiveState? _read;
    private Outlook _outlook = default!;
    private ClaimsPrincipal? _reader;
    private IDisposable? _subscription;
    private DateTime? _changedAt;
    private bool _mayRecord;
    private string? _said, _typed;

    /// <summary>Code of the committee.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [SupplyParameterFromQuery(Name = "asof")]
    private string? AsOf { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Typed { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "doc")]
    private string? Document { get; set; }

    [SupplyParameterFromQuery(Name = "new")]
    private string? New { get; set; }

    /// <inheritdoc />
    public void Dispose() => _subscription?.Dispose();

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _reader = SignedIn is null ? null : (await SignedIn).User;
        _outlook = await Outlooks.OfAsync(AsOf, _reader);
        Read();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            // A directive from above concerns the committee and is no change at or below it.
            _subscription = Feed.Subscribe(ChangeFeed.EveryEntry, () => InvokeAsync(Follow));
        }
    }

    private void Read()
    {
        if (Door.Enter(_reader, Code, "/c", _outlook) is not { } visit)
        {
            _visit = null;
            Navigation.NotFound();
            return;
        }

        LiveState state = _outlook.Figures.Now;
        _address = DirectiveAddress.Read(new PageAddress(Code, _outlook.Figures.Today) with { Tab = "directives", AsOf = _outlook.Text }, Show, Typed, Sort, Document, New);
        if (_visit?.Number != visit.Number || !IsSame(state))
        {
            _list = new DirectiveList(state, visit, Directory.Search.ParentOf, _outlook.Figures.Today);
            _read = state;
        }

        (_visit, _changedAt) = (visit, state.ChangedAt);
        _mayRecord = !_outlook.IsPast && Desk.MayRecord(_reader, visit.Number) && visit.Head.ClosedOn is null;
        // Not what is being typed: a blank at its end is no other search.
        if ((_typed?.Trim() is { Length: > 0 } typed ? typed : null) != _address.Search)
        {
            _typed = _address.Search;
        }
    }

    /// <summary>Whether a moment says of directives and committees what was read.</summary>
    private bool IsSame(LiveState state) => _read is { } read && ReferenceEquals(read.Directives, state.Directives) && ReferenceEquals(read.Hierarchy, state.Hierarchy);

    private void Follow()
    {
        if (_visit is null || !IsSame(_outlook.Figures.Now))
        {
            Read();
            StateHasChanged();
        }
    }

    private void Look(string? typed)
    {
        _typed = typed;
        Navigation.NavigateTo((_address!.Closed with { Search = typed?.Trim() is { Length: > 0 } words ? words : null }).Href, replace: true);
    }

    private void Saved(string said)
    {
        _said = said;
        Close();
    }

    private void Close() => Navigation.NavigateTo(_address!.Closed.Href);
}
