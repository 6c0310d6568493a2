using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Domain.Committees;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Tree;

/// <summary>
/// The tree of committees at the left of a page: only the rows in sight are drawn, and while it is put away nothing is drawn,
/// counted or listened to.
/// </summary>
public sealed partial class CommitteeTree(LiveFigures figures, LocalCalendar calendar, OverdueWork overdue, ChangeFeed feed, TreeMemory memory, IJSRuntime js)
{
    /// <summary>How many committees a search lists.</summary>
    public const int FoundLimit = 50;

    private const int LongName = 24;

    // Before the browser has said how much is in sight.
    private const int FirstWindow = 40;

    private readonly List<IDisposable> _subscriptions = [];
    private ElementReference _list;
    private IJSObjectReference? _script;
    private DotNetObjectReference<CommitteeTree>? _self;
    private Hierarchy _hierarchy = Hierarchy.Empty;
    private Structure? _structure;
    private OpenRows? _tree;
    private IReadOnlyList<TreeRow> _rows = [];
    private OverdueCounts _overdue = new([]);
    private string _overdueWord = "";
    private PageAddress? _shown;
    private int _current = -1;
    private bool _isOpen = true;
    private bool _isLive;
    private bool _wantsWatch;
    private bool _wantsSight;
    private bool _wantsFocus;
    private int _from;
    private int _to;

    /// <summary>The page's address: links to other committees keep what is chosen on it.</summary>
    [Parameter, EditorRequired]
    public PageAddress Address { get; set; } = default!;

    /// <summary>What the reader may see.</summary>
    [Parameter, EditorRequired]
    public Scope Scope { get; set; } = default!;

    /// <summary>The committees to search in.</summary>
    [Parameter, EditorRequired]
    public CommitteeSearch Search { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized() => (_isOpen, _isLive) = (memory.IsOpen != false && !memory.IsSheet, memory.IsOpen is not null);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Address == _shown)
        {
            return;
        }

        bool isElsewhere = _shown?.Code != Address.Code;
        _shown = Address;
        if (isElsewhere && memory.IsSheet)
        {
            // On a narrow screen the tree lies over the page it has just led to.
            Hide();
        }

        if (_isOpen)
        {
            Fill(isElsewhere);
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                await BeginAsync();
            }

            await WatchAsync();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, and the tree with it.
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Deafen();
        _self?.Dispose();
        try
        {
            if (_script is not null)
            {
                await _script.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone.
        }
    }

    /// <summary>The browser tells which rows are in sight.</summary>
    [JSInvokable]
    public void Show(int first, int count)
    {
        first = Math.Clamp(first, 0, _rows.Count);
        count = Math.Clamp(count, 1, 200);
        if (Frame(first - (count / 2), first + count + (count / 2)))
        {
            StateHasChanged();
        }
    }

    /// <summary>The browser tells that the mark in front of a row was clicked, or the row that stands for the rest of a group.</summary>
    [JSInvokable]
    public async Task ToggleAsync(int index)
    {
        if (index >= 0 && index < _rows.Count && _words.Length == 0)
        {
            _active = index;
            await TurnAsync(_rows[index]);
            StateHasChanged();
        }
    }

    private async Task BeginAsync()
    {
        _script = await js.InvokeAsync<IJSObjectReference>("import", "./Tree/CommitteeTree.razor.js");
        Remembered kept = await _script.InvokeAsync<Remembered>("remembered");
        memory.IsSheet = kept?.IsSmall == true;
        if (memory.IsOpen is null)
        {
            memory.IsOpen = kept?.IsClosed != true;
            memory.Opened.UnionWith((kept?.Open ?? []).Where(code => figures.Now.Hierarchy.TryNumberOf(code, out _)).Select(figures.Now.Hierarchy.NumberOf));
        }

        // Lying over the page it would hide what the reader came for.
        bool opens = memory.IsOpen == true && !memory.IsSheet;
        _isLive = true;
        if (opens)
        {
            _isOpen = true;
            Fill(leadsToCurrent: true);
            Listen();
        }
        else
        {
            Hide();
        }

        StateHasChanged();
    }

    private async Task WatchAsync()
    {
        if (_wantsWatch && _isOpen && _script is not null)
        {
            _wantsWatch = false;
            _self ??= DotNetObjectReference.Create(this);
            await _script.InvokeVoidAsync("watch", _list, _self);
        }

        if (_wantsSight && _isOpen && _script is not null)
        {
            _wantsSight = false;
            await _script.InvokeVoidAsync("bring", _list, _active);
        }

        if (_wantsFocus && _isOpen && _script is not null)
        {
            _wantsFocus = false;
            await _script.InvokeVoidAsync("focus", _list);
        }
    }

    private async Task OpenAsync()
    {
        memory.IsSheet = _script is not null && (await _script.InvokeAsync<Remembered>("remembered"))?.IsSmall == true;
        (_isOpen, memory.IsOpen) = (true, true);
        Fill(leadsToCurrent: true);
        Listen();
        await KeepAsync();
        _wantsFocus = true;
    }

    private async Task CloseAsync()
    {
        Hide();
        memory.IsOpen = false;
        await KeepAsync();
    }

    private void Hide()
    {
        _isOpen = false;
        (_tree, _structure, _rows, _hierarchy) = (null, null, [], Hierarchy.Empty);
        (_typed, _words, _from, _to) = (null, [], 0, 0);
        Deafen();
    }

    private async Task KeepAsync()
    {
        if (_script is not null)
        {
            IEnumerable<string> codes = _tree is null ? [] : _tree.Opened.Take(200).Select(n => _hierarchy[n].Code);
            await _script.InvokeVoidAsync("keep", memory.IsOpen == false, _isOpen ? codes : null);
        }
    }

    private sealed record Remembered(bool IsClosed, bool IsSmall, string[] Open);
}
