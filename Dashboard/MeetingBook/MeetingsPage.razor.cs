using System.Security.Claims;
using Dashboard.Committees;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.MeetingBook;

/// <summary>The meetings of a committee: the one that goes on, those that are over, and what they decided. It follows others' changes and midnight.</summary>
public sealed partial class MeetingsPage
{
    private MeetingBookAddress? _address;
    private CommitteeVisit? _visit;
    private MeetingList? _list;
    private Outlook? _outlook;
    private ClaimsPrincipal? _reader;
    private IDisposable? _subscription;
    private LiveState _state = new();
    private DateTime? _changedAt;
    private DateOnly _today;
    private int? _subscribedTo;
    private bool _maySteer;
    private string? _said;

    /// <summary>Code of the committee.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [SupplyParameterFromQuery(Name = "asof")]
    private string? AsOf { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "committee")]
    private string? Committee { get; set; }

    [SupplyParameterFromQuery(Name = "case")]
    private string? Case { get; set; }

    [SupplyParameterFromQuery(Name = "new")]
    private string? New { get; set; }

    [SupplyParameterFromQuery(Name = "about")]
    private string? About { get; set; }

    [SupplyParameterFromQuery(Name = "indicator")]
    private string? Indicator { get; set; }

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
        int? followed = _outlook is { IsPast: false } ? _visit?.Number : null;
        if (_subscribedTo != followed)
        {
            _subscription?.Dispose();
            _subscribedTo = followed;
            _subscription = followed is not { } number ? null : Feed.Subscribe(number, () => InvokeAsync(Follow));
        }
    }

    private void Read()
    {
        if (_outlook is not { } outlook || Door.Enter(_reader, Code, "/c", outlook) is not { } visit)
        {
            _visit = null;
            Navigation.NotFound();
            return;
        }

        (_state, _today) = (outlook.Figures.Now, outlook.Figures.Today);
        MeetingBookAddress address = MeetingBookAddress.Read(new PageAddress(Code, _today) { Tab = "meetings", AsOf = outlook.Text }, Value);
        _list = new MeetingList(_state, visit.Number, address, _today, committee => visit.Scope.Sees(committee, Directory.Search.ParentOf));
        (_visit, _address, _changedAt) = (visit, address, _state.ChangedAt);
        _maySteer = !outlook.IsPast && Rights.MaySteer(_reader, visit.Number) && visit.Head.ClosedOn is null;
    }

    /// <summary>Something changed at or below the committee, or a new day began: everything is read anew, and so is whether the reader may still be here.</summary>
    private void Follow()
    {
        Read();
        StateHasChanged();
    }

    private void Say(string said)
    {
        _said = said;
        Read();
    }

    private Task SavedAsync(string said)
    {
        _said = said;
        Close();
        return Task.CompletedTask;
    }

    private void Close() => Navigation.NavigateTo(_address!.Closed.Href);

    private string? Value(string name) => name switch
    {
        "state" => State,
        "committee" => Committee,
        "case" => Case,
        "new" => New,
        "about" => About,
        "indicator" => Indicator,
        _ => null,
    };
}
