using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Returns;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace Dashboard.Entry;

/// <summary>Where an officer enters a return; whoever else may see the committee reads it there.</summary>
public sealed partial class EntryPage
{
    private readonly CancellationTokenSource _left = new();
    private CommitteeVisit? _visit;
    private EntryDraft? _draft;
    private EntryView? _view;
    private IReadOnlyDictionary<string, LineGround> _grounds = new Dictionary<string, LineGround>();
    private IReadOnlyList<KeptCell> _kept = [];
    private IDisposable? _feed;
    private string? _account;
    private bool _isOfficer;
    private string? _sentBackFor;
    private string? _problem;
    private string? _done;
    private Panel _panel;
    private string? _pasteFrom;
    private string? _pasted;
    private int _isDue;
    private ExecutionContext? _reader;

    private enum Panel
    {
        None,
        Paste,
        Versions,
        Submit,
        Correction,
    }

    /// <summary>Code of the committee.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    /// <summary>Code of the form.</summary>
    [Parameter]
    public string Form { get; set; } = "";

    /// <summary>Notation of the period.</summary>
    [Parameter]
    public string Period { get; set; } = "";

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    private bool MayEdit => _isOfficer && _account is not null;

    private string Back => _isOfficer ? "/returns" : $"/c/{Uri.EscapeDataString(Code)}/returns";

    private string FormName => Languages.IsVietnamese ? _draft!.Sheet.Form.Name : _draft!.Sheet.Form.NameEn;

    // The committee above is named to whoever may see it.
    private string To => _visit!.Head.Path is [.., var above] ? EntryTexts.Get("Submit.To", above.LocalName()) : EntryTexts.Get("Submit.Up");

    private string SavedText => _draft!.IsSaving ? EntryTexts.Get("Saving") : _draft.SavedAt is { } at ? EntryTexts.Get("SavedAt", TimeOf(at)) : EntryTexts.Get("AllSaved");

    private IReadOnlyList<PasteTarget> Targets => [.. _view!.Editable.Select(r => new PasteTarget(r.Code, r.Number, r.Name, FigureText.Say(r.Line)))];

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        await Figures.Ready;
        ClaimsPrincipal? user = SignedIn is null ? null : (await SignedIn).User;
        if (KeyOf(Door.Enter(user, Code, "/returns")) is not { } key)
        {
            (_draft, _visit) = (null, null);
            Navigation.NotFound();
            return;
        }

        _account = user!.ToRights()?.Account;
        _isOfficer = Rights.MayEnter(user!, key.Committee);
        if (_draft?.Sheet.Key != key)
        {
            await OpenAsync(key);
        }

        Show();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_draft is not null && _feed is null)
        {
            // Whoever saves reads another language than this page.
            _reader = ExecutionContext.Capture();
            Figures.TakenIn += Hear;
            _feed = Feed.Subscribe(_draft.Sheet.Key.Committee, () => InvokeAsync(RefreshAsync));
        }

        if (_draft is not null && !_isAttached)
        {
            await AttachAsync();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Figures.TakenIn -= Hear;
        _feed?.Dispose();
        await _left.CancelAsync();
        await DetachAsync();
    }

    private ReturnKey? KeyOf(CommitteeVisit? visit)
    {
        if (visit is null || !Domain.Periods.Period.TryParse(Period, out Domain.Periods.Period period) || period.End >= Calendar.Today)
        {
            return null;
        }

        _visit = visit;
        var key = new ReturnKey(visit.Number, Form, period);
        return Figures.Now.Forms.Any(f => f.Code == Form && f.IsOwedBy(visit.Number, period, Figures.Now.Hierarchy)) ? key : null;
    }

    private async Task OpenAsync(ReturnKey key)
    {
        await DetachAsync();
        Figures.TakenIn -= Hear;
        _feed?.Dispose();
        _feed = null;
        ReturnSheet sheet = await Desk.ReadAsync(key, _left.Token);
        _draft = new EntryDraft(Desk, _account!, sheet, _left.Token);
        _draft.Changed += Show;
        await ReadAroundAsync();
        await _draft.RefreshAsync();
    }

    private async Task ReadAroundAsync()
    {
        _grounds = Grounds.Read(_draft!.Sheet);
        bool cameBack = _draft.Sheet.Return is { State: ReturnState.SentBack } or { State: ReturnState.Draft, SubmittedOn: not null };
        ReturnKey key = _draft.Sheet.Key;
        _sentBackFor = cameBack && (await History.SentBackAsync([key], _left.Token)).GetValueOrDefault(key) is { Reason: { } reason } ? SentBack.WordsOf(reason) : null;
    }

    private void Show()
    {
        if (_draft is not null)
        {
            _view = new ViewBuilder(_draft, _grounds, Figures.Now.Indicators, Code, MayEdit).Build();
            StateHasChanged();
        }
    }

    private async Task RefreshAsync()
    {
        try
        {
            await _draft!.RefreshAsync();
            await ReadAroundAsync();
            Show();
        }
        catch (OperationCanceledException)
        {
            // The page was left meanwhile.
        }
        catch (BrokenRuleException)
        {
            // The form changed and this return is owed no more.
            await InvokeAsync(() => Navigation.NavigateTo(Back));
        }
    }

    // Told on the follower's own thread, also of what this page saved itself; what comes within a moment is read once.
    private void Hear(IReadOnlyList<LogEntry> entries)
    {
        if (_draft?.Sheet.Key is { } key && entries.Any(e => e.Subject == Subject.Entry && e.Committee == key.Committee && e.Key.StartsWith(key.Text, StringComparison.Ordinal))
            && Interlocked.Exchange(ref _isDue, 1) == 0)
        {
            ExecutionContext.Run(_reader!, _ => _ = HearAsync(), null);
        }
    }

    private async Task HearAsync()
    {
        try
        {
            await Task.Delay(ChangeFeed.Pause, _left.Token);
            Interlocked.Exchange(ref _isDue, 0);
            await InvokeAsync(RefreshAsync);
        }
        catch (Exception exception) when (_left.IsCancellationRequested || exception is ObjectDisposedException)
        {
            // The page was left meanwhile.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private string TimeOf(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Calendar.Zone).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private string NameOf(string indicator) => _view!.Sections.SelectMany(s => s.Rows).FirstOrDefault(r => r.Code == indicator && !r.IsTotal)?.Name ?? indicator;
}
