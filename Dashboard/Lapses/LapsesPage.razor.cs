using System.Security.Claims;
using Dashboard.Committees;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Lapses;

/// <summary>The register of lapses of a committee and those below it: cards, list, and a panel to enter and to look closer. It follows others' changes and midnight.</summary>
public sealed partial class LapsesPage
{
    private LapseAddress? _address;
    private CommitteeVisit? _visit;
    private LapseList? _list;
    private Outlook _outlook = default!;
    private ClaimsPrincipal? _reader;
    private IDisposable? _subscription;
    private DateTime? _changedAt;
    private DateOnly _today;
    private int? _subscribedTo;
    private bool _mayRecord;
    private string? _said;

    /// <summary>Code of the committee.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [SupplyParameterFromQuery(Name = "period")]
    private string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "asof")]
    private string? AsOf { get; set; }

    [SupplyParameterFromQuery(Name = "band")]
    private string? Band { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "severity")]
    private string? Severity { get; set; }

    [SupplyParameterFromQuery(Name = "found")]
    private string? FoundBy { get; set; }

    [SupplyParameterFromQuery(Name = "committee")]
    private string? Committee { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Typed { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "case")]
    private string? Case { get; set; }

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
        if (Door.Enter(_reader, Code, "/c", _outlook) is not { } visit)
        {
            _visit = null;
            Navigation.NotFound();
            return;
        }

        (LiveState state, _today) = (_outlook.Figures.Now, _outlook.Figures.Today);
        PageAddress page = PageAddress.Read(Code, Period, null, null, _today) with { Tab = "lapses", AsOf = _outlook.Text };
        LapseAddress address = LapseAddress.Read(page, Value);
        _list = new LapseList(state, visit.Number, address, _today);
        (_visit, _address, _changedAt) = (visit, address, state.ChangedAt);
        _mayRecord = !_outlook.IsPast && Rights.MayWriteBelow(_reader, visit.Number) && visit.Head.ClosedOn is null;
    }

    /// <summary>Something changed at or below the committee, or a new day began: everything is read anew, and so is whether the reader may still be here.</summary>
    private void Follow()
    {
        Read();
        StateHasChanged();
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
        "band" => Band,
        "kind" => Kind,
        "severity" => Severity,
        "found" => FoundBy,
        "committee" => Committee,
        "q" => Typed,
        "sort" => Sort,
        "case" => Case,
        "new" => New,
        _ => null,
    };
}
