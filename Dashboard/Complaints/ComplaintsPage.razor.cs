using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Complaints;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using static Dashboard.Complaints.ComplaintTexts;

namespace Dashboard.Complaints;

/// <summary>The register of complaints of a committee and those below it; what another officer enters and what a new day makes overdue shows by itself.</summary>
public sealed partial class ComplaintsPage
{
    /// <summary>Cases on one page of the list.</summary>
    public const int PageSize = 50;

    private static readonly TimeSpan WhileTyping = TimeSpan.FromMilliseconds(200);

    private IDisposable? _subscription;
    private int? _subscribedTo;
    private ComplaintAddress? _address;
    private CommitteeVisit? _visit;
    private ComplaintView? _view;
    private Outlook _outlook = default!;
    private Scope _officer = Scope.Nothing;
    private bool _mayEnter;
    private int? _start;
    private long _entered;
    private string? _typed;
    private string? _asked;
    private CancellationTokenSource _typing = new();

    [Inject]
    private CommitteeDoor Door { get; set; } = default!;

    [Inject]
    private CommitteeDirectory Directory { get; set; } = default!;

    [Inject]
    private AccountScopes Scopes { get; set; } = default!;

    [Inject]
    private Outlooks Outlooks { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private IFigures Figures => _outlook.Figures;

    private ComplaintReading Reading => _outlook.Reader<ComplaintReading>();

    /// <summary>Code of the committee.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    [SupplyParameterFromQuery(Name = "period")]
    private string? PeriodText { get; set; }

    [SupplyParameterFromQuery(Name = "asof")]
    private string? AsOf { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "at")]
    private string? At { get; set; }

    [SupplyParameterFromQuery(Name = "category")]
    private string? Category { get; set; }

    [SupplyParameterFromQuery(Name = "step")]
    private string? Step { get; set; }

    [SupplyParameterFromQuery(Name = "extended")]
    private string? Extended { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Words { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "desc")]
    private string? Desc { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    [SupplyParameterFromQuery(Name = "new")]
    private string? New { get; set; }

    [SupplyParameterFromQuery(Name = "case")]
    private string? Case { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _typing.Cancel();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        ClaimsPrincipal? reader = SignedIn is null ? null : (await SignedIn).User;
        _outlook = await Outlooks.OfAsync(AsOf, reader);
        _visit = Door.Enter(reader, Code, "/c", _outlook);
        if (_visit is null)
        {
            Navigation.NotFound();
            return;
        }

        PageAddress page = PageAddress.Read(Code, PeriodText, null, null, Figures.Today) with { AsOf = _outlook.Text };
        _address = ComplaintAddress.Read(page, Value);
        if (_address.Words != _asked)
        {
            (_typed, _asked) = (_address.Words, _address.Words);
        }

        _officer = _outlook.IsPast ? Scope.Nothing : Scopes.Of(reader!, AccountRole.Officer);
        ListenTo(_visit.Number);
        Look();
    }

    private void ListenTo(int committee)
    {
        int? followed = RendererInfo.IsInteractive && !_outlook.IsPast ? committee : null;
        if (_subscribedTo != followed)
        {
            _subscription?.Dispose();
            _subscription = followed is null ? null : Feed.Subscribe(committee, () => InvokeAsync(() =>
            {
                Look();
                StateHasChanged();
            }));
            _subscribedTo = followed;
        }
    }

    private void Look()
    {
        if (_visit is null)
        {
            return;
        }

        // The day may be another than when the page was opened, and with it the usual period and every band.
        PageAddress page = PageAddress.Read(Code, PeriodText, null, null, Figures.Today) with { AsOf = _outlook.Text };
        _address = _address! with { Page = page with { Tab = ComplaintAddress.Tab } };
        int top = _visit.Number;
        _visit = _visit with { Head = Door.Visible(CommitteeDoor.HeadOf(Figures.Now, top, Figures.Today), _visit.Scope) };
        _view = Reading.Read(top, _visit.Scope, _address with { Words = _typed });
        var below = Scope.Below([top]);
        _start = _officer.Sees(top, Directory.Search.ParentOf) ? top : _officer.Roots.Cast<int?>().FirstOrDefault(root => below.Sees(root!.Value, Directory.Search.ParentOf) && _officer.Sees(root.Value, Directory.Search.ParentOf));
        _mayEnter = _start is not null;
    }

    /// <summary>Shows what is typed at once; the address follows when the typing pauses.</summary>
    private async Task LookAsync(string typed)
    {
        _typed = typed;
        Look();
        await _typing.CancelAsync();
        _typing = new CancellationTokenSource();
        CancellationToken token = _typing.Token;
        try
        {
            await Task.Delay(WhileTyping, token);
            ComplaintAddress found = ComplaintAddress.Read(_address!.Page, name => name == "q" ? typed : Value(name)).First;
            _asked = found.Words;
            Navigation.NavigateTo(found.Href, replace: true);
        }
        catch (OperationCanceledException)
        {
            // Typed on, or left.
        }
    }

    private void ShowSaved(Complaint saved)
    {
        _entered = saved.Id;
        Navigation.NavigateTo((_address! with { IsNew = false, Case = saved.Id }).Href, replace: true);
    }

    private string? Value(string name) => name switch
    {
        "state" => State,
        "kind" => Kind,
        "at" => At,
        "category" => Category,
        "step" => Step,
        "extended" => Extended,
        "q" => Words,
        "sort" => Sort,
        "desc" => Desc,
        "page" => PageText,
        "new" => New,
        "case" => Case,
        _ => null,
    };

    private static IReadOnlyList<ComplaintRow> Shown(ComplaintView view, ComplaintAddress address) =>
        [.. view.Rows.Skip((Math.Min(address.PageNumber, ComplaintFoot.PagesOf(view.Rows.Count)) - 1) * PageSize).Take(PageSize)];

    /// <summary>Where to look for what is not in the chosen card: in the whole register, when something is looked for.</summary>
    private static string? Elsewhere(ComplaintView view, ComplaintAddress address) =>
        address.Words is not null && address.Group != CaseGroup.All && view.Counts[CaseGroup.All] > view.Counts[address.Group] ? (address.First with { Group = CaseGroup.All }).Href : null;

    private static string Lead(ComplaintView view, CommitteeVisit visit) => visit.Head.Children == 0
        ? Get("Lead.Alone", visit.Head.Committee.LocalName(), Numerals.Day(view.Today))
        : Count("Lead", visit.Head.Children, visit.Head.Committee.LocalName(), visit.Head.Children, Numerals.Day(view.Today));
}
