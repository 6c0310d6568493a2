using System.Globalization;
using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Meetings;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Explain;

/// <summary>The proof of a number: what it is made of, how it came to be what it is, and the entries it rests on.</summary>
public sealed partial class ExplainPage(
    Outlooks outlooks, CommitteeDoor door, ChangeFeed feed, NavigationManager navigation)
{
    private readonly CancellationTokenSource _leaving = new();
    private PageAddress? _address;
    private CommitteeHead? _head;
    private Scope _scope = Scope.Nothing;
    private ProofQuestion? _question;
    private Proof? _proof;
    private ValueList<CountedCase> _cases = [];
    private Outlook _outlook = default!;
    private ChangeStory? _story;
    private EvidencePage? _evidence;
    private DateOnly? _since;
    private long? _before;
    private long _asked;
    private bool _isGone;
    private string _name = "";
    private int _heard = -1;
    private string? _decide;
    private IDisposable? _subscription;
    private IDisposable? _meetings;

    /// <summary>Code of the committee.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    [SupplyParameterFromQuery(Name = "indicator")]
    private string? Indicator { get; set; }

    [SupplyParameterFromQuery(Name = "period")]
    private string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "compare")]
    private string? Compare { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    private string? View { get; set; }

    [SupplyParameterFromQuery(Name = "asof")]
    private string? AsOf { get; set; }

    [SupplyParameterFromQuery(Name = "since")]
    private string? Since { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    private string? Before { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [Inject]
    private CommitteeDirectory Directory { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        ClaimsPrincipal? reader = SignedIn is null ? null : (await SignedIn).User;
        _outlook = await outlooks.OfAsync(AsOf, reader, _leaving.Token);
        if (door.Enter(reader, Code, "/explain", _outlook) is not { } visit)
        {
            navigation.NotFound();
            return;
        }

        (ProofQuestion? before, string? moment) = (_question, _address?.AsOf);
        long? page = _before;
        Ask(visit);
        if (_question != before || _before != page || _outlook.Text != moment)
        {
            (_story, _evidence) = (null, null);
        }

        Listen(visit.Number);
        await ReadAsync(isAsked: true);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _isGone = true;
        _subscription?.Dispose();
        _meetings?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private void Ask(CommitteeVisit visit)
    {
        LiveState state = _outlook.Figures.Now;
        var measured = Measured.Of(state.Indicators, Indicator);
        _since = QueryText.Day(Since) is { Year: > 1900 } day && day <= _outlook.Figures.Today ? day : null;
        _before = QueryText.Number(Before);
        PageAddress address = PageAddress.Read(Code, Period, Compare, View, _outlook.Figures.Today).OfProof(measured.Code) with { AsOf = _outlook.Text };
        bool seesPast = door.SeesAllBelow(visit.Scope, _outlook.Figures, visit.Number, address.Period.Start, address.Period.End);
        _address = address with
        {
            View = seesPast ? address.View : StructureView.Now,
            Further = _since is { } since ? [.. address.Further, ("since", QueryText.Of(since)!)] : address.Further,
        };
        _scope = visit.Scope;
        _head = visit.Head with { ViewsDiffer = seesPast && state.Hierarchy.ViewsDifferFor(visit.Number, address.Period, _outlook.Figures.Today) };
        _name = measured.Name(state.Indicators, ExplainTexts.Get("Total"));
        _question = new ProofQuestion(visit.Number, measured, address.Period, _address.View == StructureView.Then ? Domain.Rollups.View.Then : Domain.Rollups.View.Now);
        _decide = DecideHref();
    }

    private void Listen(int committee)
    {
        if (_outlook.IsPast)
        {
            _subscription?.Dispose();
            _meetings?.Dispose();
            (_subscription, _meetings, _heard) = (null, null, -1);
        }
        else if (RendererInfo.IsInteractive && _heard != committee)
        {
            _subscription?.Dispose();
            _heard = committee;
            _subscription = feed.Subscribe(committee, () => InvokeAsync(() => ReadAsync(isAsked: false)));
            // A meeting that is opened or closed above is no change of the number, nor at its committee.
            _meetings ??= feed.Subscribe(ChangeFeed.EveryEntry, () => InvokeAsync(FollowMeetings));
        }
    }

    /// <summary>Reads anew what is asked for; after a change, only if it is one of the number.</summary>
    private async Task ReadAsync(bool isAsked)
    {
        if (_question is not { } question || _isGone)
        {
            return;
        }

        Proof proof = _outlook.Reader<ProofReader>().Read(question);
        ValueList<CountedCase> counted = _outlook.Reader<CaseReader>().Read(question);
        if (!isAsked && proof.Equals(_proof) && counted.Equals(_cases))
        {
            return;
        }

        // What the number is shows at once; what is read from the log follows.
        (_proof, _cases) = (proof, counted);
        StateHasChanged();
        long asked = ++_asked;
        try
        {
            ChangeStory? story = _since is { } since ? await _outlook.Reader<ChangeReader>().ReadAsync(question, since, _leaving.Token) : null;
            EvidencePage evidence = await _outlook.Reader<EvidenceReader>().PageAsync(question, _since, _before, _leaving.Token);
            if (asked == _asked)
            {
                (_story, _evidence) = (story, evidence);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (_isGone)
        {
            // Nobody reads it any more.
        }
    }

    private void Choose(string indicator) => navigation.NavigateTo(_address!.OfProof(indicator).Href);

    private void FollowMeetings()
    {
        if (!_isGone && DecideHref() is var decide && decide != _decide)
        {
            _decide = decide;
            StateHasChanged();
        }
    }

    /// <summary>Where the meeting that goes on here or above decides about the number; null when there is none.</summary>
    private string? DecideHref()
    {
        LiveState state = _outlook.Figures.Now;
        return !_outlook.IsPast && _question is { } question
            && state.OpenMeetingAbove(question.Committee, Directory.Search.ParentOf, number => _scope.Sees(number, Directory.Search.ParentOf)) is { } meeting
            ? QueryText.Join(
                new PageAddress(state.Hierarchy[meeting.Committee].Code, _outlook.Figures.Today).OfTab("meetings").Href,
                [("new", "decision"), ("about", Code), ("indicator", question.Measured.IsTotal ? null : question.Measured.Code)])
            : null;
    }

    private string To(string code) => (_address! with { Code = code }).Href;
}
