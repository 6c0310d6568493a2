using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Domain;
using Dashboard.Domain.Complaints;
using Dashboard.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using static Dashboard.Complaints.ComplaintTexts;

namespace Dashboard.Complaints;

/// <summary>One case: how it stands, what happened to it, and what its officer may do. What was done last can be undone as long as nobody else touched the case.</summary>
public sealed partial class CasePanel : IDisposable
{
    private const string Form = "case-form";

    private readonly CancellationTokenSource _left = new();
    private CaseAct _step;
    private CaseDraft _draft = new();
    private CaseDraft _initial = new();
    private CaseCheck _check = default!;
    private Complaint? _seen;
    private long? _told;
    private IReadOnlyList<CaseEvent>? _events;
    private UnsavedGuard? _guard;
    private (string Said, Complaint Before, Complaint After)? _done;
    private string? _problem;
    private bool _isTried, _isBusy;

    [Inject]
    private ComplaintDesk Desk { get; set; } = default!;

    [Inject]
    private ComplaintReading Reading { get; set; } = default!;

    [Inject]
    private CaseHistory History { get; set; } = default!;

    [Inject]
    private CommitteeDirectory Directory { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>The case as it stands now; null when there is none that the reader may see.</summary>
    [Parameter, EditorRequired]
    public ComplaintRow? Row { get; set; }

    /// <summary>Committees that the reader enters for.</summary>
    [Parameter]
    public Scope Officer { get; set; } = Scope.Nothing;

    /// <summary>The list without the panel.</summary>
    [Parameter, EditorRequired]
    public string Back { get; set; } = "";

    /// <summary>Where a further case is entered; null for who may not.</summary>
    [Parameter]
    public string? NewHref { get; set; }

    /// <summary>The last log entry of its history that is told; null for all.</summary>
    [Parameter]
    public long? Last { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    private bool MayWrite => Row is not null && Officer.Sees(Row.Case.Committee, Directory.Search.ParentOf);

    private (CaseAct Act, string Icon)[] Acts
    {
        get
        {
            Complaint one = Row!.Case;
            bool mayExtend = one.ResolvedOn is null && one.AcceptedOn is not null && one.Extensions < DeadlineRules.Starting.Of(one.Kind).MaxExtensions;
            return
            [
                .. one.Step == ComplaintStep.Waiting ? [(CaseAct.Accept, "check")] : Array.Empty<(CaseAct, string)>(),
                .. one.ResolvedOn is null ? [(CaseAct.Resolve, "circle-check")] : Array.Empty<(CaseAct, string)>(),
                .. mayExtend ? [(CaseAct.Extend, "calendar-plus")] : Array.Empty<(CaseAct, string)>(),
                (CaseAct.Correct, "square-pen"),
            ];
        }
    }

    /// <inheritdoc />
    public void Dispose() => _left.Cancel();

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Row?.Case is { } now && (now != _seen || Last != _told))
        {
            bool isOthers = _seen is not null && _step != CaseAct.None && !_isBusy;
            _problem = isOthers ? Get("Broken.complaint.changed", now.Reference) : _problem;
            _done = _done?.After == now ? _done : null;
            (_seen, _told) = (now, Last);
            await RememberAsync(now);
        }
    }

    private async Task RememberAsync(Complaint now)
    {
        try
        {
            _events = await History.OfAsync(now, Last, _left.Token);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // Closed meanwhile.
        }
    }

    private void Begin(CaseAct act)
    {
        (_step, _problem, _isTried) = (_step == act ? CaseAct.None : act, null, false);
        if (_step == CaseAct.Correct)
        {
            _done = null;
            _draft = CaseDraft.Of(Row!.Case);
            _initial = _draft with { };
            Check();
        }
    }

    private void Check() => _check = CaseCheck.Of(
        _draft, Reading.Of(Row!.Case.Committee).Where(c => c.Id != Row.Case.Id).Select(c => c.Reference).ToHashSet(StringComparer.Ordinal), Row.Today, Row.Case);

    private Task AcceptAsync((DateOnly Day, bool IsComplex) chosen) => DoAsync((by, seen) => Desk.AcceptAsync(by, seen, chosen.Day, chosen.IsComplex), "Done.Accept");

    private Task ExtendAsync() => DoAsync((by, seen) => Desk.ExtendAsync(by, seen), "Done.Extend");

    private Task ResolveAsync((DateOnly Day, ComplaintOutcome Outcome) chosen) => DoAsync((by, seen) => Desk.ResolveAsync(by, seen, chosen.Day, chosen.Outcome), "Done.Resolve");

    private async Task CorrectAsync()
    {
        _isTried = true;
        Check();
        if (_check.Case is { } corrected)
        {
            await DoAsync((by, seen) => Desk.CorrectAsync(by, seen, corrected, _draft.Reason), "Done.Correct");
        }
    }

    private async Task UndoAsync()
    {
        if (_done is { } done)
        {
            await DoAsync((by, _) => Desk.UndoAsync(by, done.After, done.Before), null);
        }
    }

    private async Task DoAsync(Func<Rights, Complaint, Task<Complaint>> work, string? said)
    {
        if (_isBusy || SignedIn is null || (await SignedIn).User.ToRights() is not { } by)
        {
            return;
        }

        (_isBusy, _problem) = (true, null);
        Complaint before = Row!.Case;
        try
        {
            Complaint after = await work(by, before);
            _done = said is null ? null : (Get(said, Numerals.Day(after.DueOn)), before, after);
            _step = CaseAct.None;
        }
        catch (BrokenRuleException broken)
        {
            _problem = Of(broken);
        }
        finally
        {
            _isBusy = false;
        }
    }
}
