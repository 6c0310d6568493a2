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
    private ClaimsPrincipal? _reader;
    private IDisposable? _subscription;
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
        await Figures.Ready;
        _reader = SignedIn is null ? null : (await SignedIn).User;
        Read();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (_visit is { } visit && _subscribedTo != visit.Number)
        {
            _subscription?.Dispose();
            _subscribedTo = visit.Number;
            _subscription = Feed.Subscribe(visit.Number, () => InvokeAsync(Follow));
        }
    }

    private void Read()
    {
        if (Door.Enter(_reader, Code, "/c") is not { } visit)
        {
            _visit = null;
            Navigation.NotFound();
            return;
        }

        (LiveState state, _today) = (Figures.Now, Calendar.Today);
        MeetingBookAddress address = MeetingBookAddress.Read(new PageAddress(Code, _today) { Tab = "meetings" }, Value);
        _list = new MeetingList(state, visit.Number, address, _today, committee => visit.Scope.Sees(committee, Directory.Search.ParentOf));
        (_visit, _address, _changedAt) = (visit, address, state.ChangedAt);
        _maySteer = Rights.MaySteer(_reader, visit.Number) && visit.Head.ClosedOn is null;
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
