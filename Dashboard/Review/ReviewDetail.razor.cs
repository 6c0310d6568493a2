using System.Security.Claims;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Returns;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Review;

/// <summary>One return as it was read: what is approved or sent back is this and nothing that came meanwhile.</summary>
public sealed partial class ReviewDetail : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly HashSet<string> _ticked = [];
    private ReturnSheet? _sheet;
    private IReadOnlyList<ReturnStep> _steps = [];
    private IReadOnlyDictionary<string, ReturnLine>? _earlier;
    private IReadOnlyList<Finding> _open = [];
    private string? _fault;
    private bool _isBusy, _isSendingBack, _isCorrecting;

    /// <summary>Which return.</summary>
    [Parameter, EditorRequired]
    public ReturnKey Key { get; set; }

    /// <summary>Who reviews.</summary>
    [Parameter, EditorRequired]
    public ClaimsPrincipal User { get; set; } = default!;

    /// <summary>Where the return stands by now; null before it is begun.</summary>
    [Parameter]
    public Return? Now { get; set; }

    /// <summary>Address of the page without it.</summary>
    [Parameter, EditorRequired]
    public string Close { get; set; } = "";

    /// <summary>Address of the page with the return that comes next; null where none is offered.</summary>
    [Parameter]
    public string? Next { get; set; }

    /// <summary>Whose that one is.</summary>
    [Parameter]
    public string? NextName { get; set; }

    /// <summary>Done with: what was done, in words.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [Inject]
    private ReviewDesk Desk { get; set; } = default!;

    [Inject]
    private ReturnReading Reading { get; set; } = default!;

    [Inject]
    private ReturnHistory History { get; set; } = default!;

    [Inject]
    private LiveFigures Figures { get; set; } = default!;

    [Inject]
    private LocalCalendar Calendar { get; set; } = default!;

    [Inject]
    private IDbContextFactory<DashboardDb> Databases { get; set; } = default!;

    private bool MayDecide => _sheet?.Return.State == ReturnState.Submitted;

    /// <summary>Whether it was changed since it was read.</summary>
    private bool IsStale => !_isBusy && _sheet is not null && (Now?.Revision ?? 0) > _sheet.Return.Revision;

    /// <inheritdoc />
    public void Dispose() => _left.Cancel();

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        // Where there is something to decide, what was read stays until the reader wants the new one.
        if (_sheet is null || (IsStale && !MayDecide && !_isCorrecting))
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        (_fault, _isSendingBack, _isCorrecting, _open) = (null, false, false, []);
        try
        {
            await using (DashboardDb db = await Databases.CreateDbContextAsync(_left.Token))
            {
                _sheet = await Reading.ReadAsync(db, Key, _left.Token);
            }

            _steps = await History.StepsAsync(Key, _left.Token);
            _earlier = await History.LastSubmissionAsync(_sheet, _steps, _left.Token);
            _ticked.Clear();
        }
        catch (BrokenRuleException broken)
        {
            _fault = ReturnTexts.Of(broken);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // Closed meanwhile.
        }
    }

    private void Tick(string indicator)
    {
        if (!_ticked.Remove(indicator))
        {
            _ticked.Add(indicator);
        }
    }

    private Task ApproveAsync() => ActAsync(() => Desk.ApproveAsync(User, Key, _sheet!.Version, _left.Token), "Approved");

    private Task SendBackAsync((SentBack Why, DateOnly? DueOn) answer) =>
        ActAsync(() => Desk.SendBackAsync(User, Key, _sheet!.Version, answer.Why, _ticked, answer.DueOn, _left.Token), "WasSentBack");

    private async Task CorrectAsync((IReadOnlyList<LineEdit> Edits, string Reason) correction)
    {
        await ActAsync(() => Desk.CorrectAsync(User, Key, correction.Edits, correction.Reason, _left.Token), null);
        if (_fault is null)
        {
            await LoadAsync();
        }
    }

    /// <summary>One act at a time: a second click while the first is under way does nothing.</summary>
    private async Task ActAsync(Func<Task> act, string? said)
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _fault, _open) = (true, null, []);
        try
        {
            await act();
            if (said is not null)
            {
                await OnDone.InvokeAsync(Texts[said, ReturnNames.Committee(Figures.Now, Key.Committee), PeriodNames.Of(Key.Period)]);
                await LoadAsync();
            }
        }
        catch (ReturnNotReadyException notReady)
        {
            (_fault, _open) = (Texts["Correct.NotReady"], notReady.Findings);
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

    private Standing? StandingOf(string indicator) => Figures.Now.Indicators.TryNumberOf(indicator, out int number)
        ? Figures.Read(cube => cube.Stated(Key.Committee, number, Key.Period))?.Standing
        : null;

    private static string? ReasonOf(ReturnStep step) => step.Reason is { } reason ? SentBack.WordsOf(reason) : null;
}
