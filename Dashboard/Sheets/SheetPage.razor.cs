using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Returns;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace Dashboard.Sheets;

/// <summary>One form and one period of many committees in one grid, entered like a spreadsheet: each cell is kept when it is left.</summary>
public sealed partial class SheetPage
{
    private const int MostPasted = 20_000;

    private readonly CancellationTokenSource _left = new();
    private ClaimsPrincipal? _user;
    private List<SheetRow>? _rows;
    private IReadOnlyList<SheetPastRow>? _past;
    private Outlook _outlook = default!;
    private Form _form = default!;
    private FormLine[] _lines = [];
    private Domain.Periods.Period _period;
    private string _name = "";
    private int _top;
    private IReadOnlyList<SheetRow>? _asked;
    private IReadOnlyList<SheetOutcome>? _outcomes;
    private string? _said;
    private bool _isBusy;
    private IDisposable? _subscription;
    private DotNetObjectReference<SheetPage>? _self;
    private IJSObjectReference? _keys;
    private ElementReference _root;

    [Inject]
    private SheetDesk Desk { get; set; } = default!;

    [Inject]
    private CommitteeDoor Door { get; set; } = default!;

    [Inject]
    private CommitteeDirectory Directory { get; set; } = default!;

    [Inject]
    private Outlooks Outlooks { get; set; } = default!;

    [Inject]
    private ReturnRights Rights { get; set; } = default!;

    [Inject]
    private Denials Denials { get; set; } = default!;

    [Inject]
    private LiveFigures Figures { get; set; } = default!;

    [Inject]
    private LocalCalendar Calendar { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    /// <summary>Code of the committee at the top.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    /// <summary>Code of the form.</summary>
    [Parameter]
    public string Form { get; set; } = "";

    /// <summary>Notation of the period.</summary>
    [Parameter]
    public string Period { get; set; } = "";

    [SupplyParameterFromQuery(Name = "asof")]
    private string? AsOf { get; set; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        _self?.Dispose();
        await _left.CancelAsync();
        try
        {
            if (_keys is not null)
            {
                await _keys.InvokeVoidAsync("stop");
                await _keys.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and what listened on it.
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _user = SignedIn is null ? null : (await SignedIn).User;
        _outlook = await Outlooks.OfAsync(AsOf, _user, _left.Token);
        if (Door.Enter(_user, Code, SheetDesk.Path, _outlook) is not { } visit || !Domain.Periods.Period.TryParse(Period, out _period))
        {
            Navigation.NotFound();
            return;
        }

        // Reading more than entering: such a committee is there, and its sheet is not this account's.
        if (!Rights.MayEnter(_user!, visit.Number))
        {
            Denials.Note(_user!, SheetDesk.Path, visit.Number);
            Navigation.NotFound();
            return;
        }

        Form? form = _outlook.Figures.Now.Forms.FirstOrDefault(f => f.Code == Form && f.IsFor(_period));
        if (form is null)
        {
            Navigation.NotFound();
            return;
        }

        (_top, _name, _form) = (visit.Number, visit.Head.Committee.LocalName(), form);
        _lines = [.. form.Lines.Where(l => !ReturnReading.IsCounted(l.Indicator))];
        if (_outlook.IsPast)
        {
            // Nothing is entered at a moment that is over.
            (_rows, _past) = (null, Desk.ReadAt(_user!, _outlook, _top, form, _period, [.. _lines.Select(l => l.Indicator)]));
            return;
        }

        _rows = [.. await Desk.ReadAsync(_user!, _top, Form, _period, _left.Token)];
        _past = null;
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_keys is not null || _self is not null || _rows is null)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _subscription = Feed.Subscribe(_top, () => InvokeAsync(FollowAsync));
        IJSObjectReference script = await Js.InvokeAsync<IJSObjectReference>("import", "./Sheets/SheetPage.razor.js");
        _keys = await script.InvokeAsync<IJSObjectReference>("listen", _root, _self);
        await script.DisposeAsync();
        await FollowAsync();
        StateHasChanged();
    }

    /// <summary>Cells that were pasted from another sheet: from a cell on to the right and down, row by row as far as there are any.</summary>
    [JSInvokable]
    public async Task PasteAsync(int row, int column, string text)
    {
        if (_rows is null || text is null || text.Length > MostPasted || column < 0)
        {
            return;
        }

        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
        var writes = new List<Task>();
        for (int i = 0; i < lines.Length && row + i < _rows.Count; i++)
        {
            if (row + i >= 0 && _rows[row + i] is { IsOpen: true } one)
            {
                string[] cells = lines[i].Split('\t');
                writes.Add(SaveAsync(one, [.. cells.Take(_lines.Length - column).Select((cell, c) => (_lines[column + c].Indicator, cell))]));
            }
        }

        StateHasChanged();
        await Task.WhenAll(writes);
        StateHasChanged();
    }

    private Task TypeAsync(SheetRow row, string indicator, string? typed) => SaveAsync(row, [(indicator, typed ?? "")]);

    private async Task SaveAsync(SheetRow row, IReadOnlyList<(string Indicator, string Text)> typed)
    {
        if (!row.IsOpen)
        {
            return;
        }

        var good = new List<(string Indicator, TypedFigure Figure)>();
        foreach ((string indicator, string text) in typed)
        {
            if (FigureText.TryRead(text, out TypedFigure figure, out _))
            {
                good.Add((indicator, figure));
            }
            else
            {
                row.Refuse(indicator, text);
            }
        }

        if (good.Count > 0)
        {
            row.Begin(good.Select(g => g.Indicator));
            await Desk.SaveAsync(_user!, row, sheet => [.. good.Select(g => new LineEdit(g.Figure.In(sheet.Lines.First(l => l.Indicator == g.Indicator))))], _left.Token);
        }
    }

    private async Task SettleAsync((SheetRow Row, string Indicator, bool IsMine) choice)
    {
        ReturnLine mine = choice.Row.Conflicts.First(c => c.Mine.Indicator == choice.Indicator).Mine;
        choice.Row.Settle(choice.Indicator);
        if (choice.IsMine)
        {
            choice.Row.Begin([choice.Indicator]);
            await Desk.SaveAsync(_user!, choice.Row, _ => [new LineEdit(mine, Overwrite: true)], _left.Token);
        }
    }

    private void Ask(IReadOnlyList<SheetRow> rows) => (_asked, _outcomes) = (rows, null);

    private void Close() => (_asked, _outcomes) = (null, null);

    private async Task SubmitAsync(IReadOnlyList<SheetRow> rows)
    {
        if (_isBusy || _outcomes is not null)
        {
            return;
        }

        (_isBusy, _said) = (true, null);
        try
        {
            IReadOnlyList<SheetOutcome> outcomes = await Desk.SubmitAsync(_user!, rows, _left.Token);
            if (_asked is not null || outcomes.Any(o => !o.IsIn))
            {
                (_asked, _outcomes) = (rows, outcomes);
            }
            else
            {
                _said = Texts["Submitted", rows[0].Committee.LocalName()];
            }
        }
        finally
        {
            _isBusy = false;
        }
    }

    /// <summary>Rows that moved on without this page are read again; what is typed meanwhile is not touched.</summary>
    private async Task FollowAsync()
    {
        LiveState state = Figures.Now;
        foreach (SheetRow row in (_rows ?? []).Where(r => r.Saving == 0 && IsOlder(state, r.Sheet)).ToArray())
        {
            ReturnSheet now = await Desk.ReadAsync(row.Sheet.Key, _left.Token);
            if (row.Saving == 0)
            {
                row.Take(now);
            }
        }

        StateHasChanged();
    }

    private static bool IsOlder(LiveState state, ReturnSheet sheet) =>
        state.Returns.GetValueOrDefault((sheet.Key.Form, sheet.Key.Period))?.GetValueOrDefault(sheet.Key.Committee) is { } now && now.Revision > sheet.Return.Revision;
}
