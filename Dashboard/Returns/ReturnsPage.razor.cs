using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Returns;

/// <summary>The returns of a committee and those below it over the last periods, as they stand now.</summary>
public sealed partial class ReturnsPage
{
    /// <summary>Committees shown at first, and further ones at a time.</summary>
    public const int MostShown = 60;

    private static readonly ReturnState[] States = [ReturnState.NotStarted, ReturnState.Draft, ReturnState.Submitted, ReturnState.SentBack, ReturnState.Approved];

    private ClaimsPrincipal? _user;
    private PageAddress? _address;
    private CommitteeHead? _head;
    private Scope _scope = Scope.Nothing;
    private ReturnMatrix? _matrix;
    private Outlook _outlook = default!;
    private Period? _column;
    private IReadOnlyList<MatrixRow> _shown = [];
    private IReadOnlyDictionary<int, Return> _toRemind = new Dictionary<int, Return>();
    private IReadOnlyList<Return>? _reminding;
    private bool _mayRemind;
    private ReturnState? _state;
    private string? _typed;
    private IDisposable? _subscription;
    private int _committee = -1, _most = MostShown;

    [Inject]
    private CommitteeDirectory Directory { get; set; } = default!;

    [Inject]
    private CommitteeDoor Door { get; set; } = default!;

    [Inject]
    private ReturnRights Rights { get; set; } = default!;

    [Inject]
    private Outlooks Outlooks { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    /// <summary>Code of the committee.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    [SupplyParameterFromQuery(Name = "period")]
    private string? PeriodWord { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    private string? ViewWord { get; set; }

    [SupplyParameterFromQuery(Name = "asof")]
    private string? AsOf { get; set; }

    [SupplyParameterFromQuery(Name = "form")]
    private string? FormWord { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? StateWord { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? TypedWord { get; set; }

    /// <inheritdoc />
    public void Dispose() => _subscription?.Dispose();

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _user = SignedIn is null ? null : (await SignedIn).User;
        _outlook = await Outlooks.OfAsync(AsOf, _user);
        if (Door.Enter(_user, Code, "/c", _outlook) is not { } visit)
        {
            _matrix = null;
            Navigation.NotFound();
            return;
        }

        if (_committee != visit.Number || _outlook.IsPast)
        {
            _subscription?.Dispose();
            _subscription = null;
        }

        (_committee, _head, _scope) = (visit.Number, visit.Head, visit.Scope);
        _address = PageAddress.Read(Code, PeriodWord, null, ViewWord, _outlook.Figures.Today) with { Tab = "returns", AsOf = _outlook.Text };
        _state = Words.TryRead(StateWord, out ReturnState state) ? state : null;
        _typed = string.IsNullOrEmpty(TypedWord) ? null : TypedWord;
        _most = MostShown;
        _reminding = null;
        Read();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (_subscription is null && _matrix is not null && !_outlook.IsPast)
        {
            _subscription = Feed.Subscribe(_committee, () => InvokeAsync(Follow));
            Follow();
        }
    }

    private void Follow()
    {
        Read();
        StateHasChanged();
    }

    private void Read()
    {
        _matrix = ReturnMatrix.Of(_outlook.Figures.Now, _committee, _scope, FormWord, _outlook.Figures.Today);
        _column = _matrix.Periods.Count == 0 ? null : _matrix.Periods.Contains(_address!.Period) ? _address.Period : _matrix.Periods[^1];
        string[] words = Folding.Words(_typed);
        int at = _column is { } column ? _matrix.Periods.ToList().IndexOf(column) : -1;
        _shown =
        [
            .. _matrix.Rows.Where(r => (_state is null || r.Returns[at]?.State == _state)
                && (words.Length == 0 || words.All(string.Join(' ', Folding.Words($"{r.Committee.Code} {r.Committee.Name} {r.Committee.NameEn}")).Contains))),
        ];
        ReadReminders(at);
    }

    /// <summary>Which of the shown returns the reader may remind of now, by committee. A page of an earlier moment only tells.</summary>
    private void ReadReminders(int at)
    {
        Scope reviewing = _outlook.IsPast ? Scope.Nothing : Rights.Reviewing(_user!);
        bool[] mine = [.. _shown.Select(row => ReturnRights.IsAbove(reviewing, row.Number, Directory.Search.ParentOf))];
        _mayRemind = mine.Contains(true);
        _toRemind = at < 0 ? new Dictionary<int, Return>() : _shown.Where((_, i) => mine[i]).Select(row => row.Returns[at]).OfType<Return>()
            .Where(one => one.MayBeReminded(ReminderReading.Open(_outlook.Figures.Now, one), _outlook.Figures.Today)).ToDictionary(one => one.Committee);
    }

    private Reminder? ReminderOf(MatrixRow row, Period column) =>
        _mayRemind && row.Returns[_matrix!.Periods.ToList().IndexOf(column)] is { } one ? ReminderReading.Open(_outlook.Figures.Now, one) : null;

    /// <summary>Where a return is looked at by this reader: entered, reviewed, or as figures.</summary>
    private string LinkOf(ReturnKey key)
    {
        LiveState state = _outlook.Figures.Now;
        return _outlook.IsPast ? FiguresOf(state, key) : Rights.MayEnter(_user!, key.Committee) ? ReturnNames.Entry(state, key)
            : Rights.MayReview(_user!, key.Committee) ? ReturnNames.Review(state, key)
            : FiguresOf(state, key);
    }

    private string FiguresOf(LiveState state, ReturnKey key) =>
        (new PageAddress(state.Hierarchy[key.Committee].Code, _outlook.Figures.Today) with { Tab = "figures", Period = key.Period, AsOf = _outlook.Text }).Href;

    // What was typed is no page to go back to.
    private void Type(ChangeEventArgs change) => Navigation.NavigateTo(Href(_state, change.Value as string), replace: true);

    private string Href(ReturnState? state, string? typed, string? form = null)
    {
        (string Name, string? Value)[] chosen = [("form", form ?? FormWord), ("state", state is { } one ? Words.Of(one) : null), ("q", string.IsNullOrEmpty(typed) ? null : typed)];
        return QueryText.Join(_address!.Href, chosen);
    }
}
