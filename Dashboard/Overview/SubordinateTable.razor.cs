using Dashboard.Charts;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Overview;

/// <summary>
/// The committees below. While figures arrive rows keep their places, since somebody may be about to click; that another
/// order would now be right is said by a button.
/// </summary>
public sealed partial class SubordinateTable : ScreenPart
{
    private const int MostAtOnce = 200;
    private readonly List<int> _places = [];
    private List<SubordinateRow> _shown = [];
    private TableOrder _order = TableOrder.First;
    private TableChoice _choice = TableChoice.First;
    private Viewpoint? _arrangedFor;
    private ToolsPart _tools = null!;
    private Dictionary<int, Block> _given = [];
    private IJSObjectReference? _module;

    [Inject]
    private IJSRuntime JS { get; set; } = null!;

    [Inject]
    private CommitteeFiles Files { get; set; } = null!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Dispose();
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone; nothing is held there.
        }
    }

    /// <inheritdoc />
    protected override object Look => (Now.Table.Numbers, Now.Table.Counts, Now.Table.Wanted(_order), Now.Seen);

    /// <inheritdoc />
    protected override IEnumerable<string> Blocks => _shown.Select(row => BlockName.Row(row.Number)).Append(BlockName.Foot);

    private bool IsLong => _shown.Count > MostAtOnce;

    /// <inheritdoc />
    protected override void Prepare()
    {
        if (!Now.Seen.Equals(_arrangedFor))
        {
            _arrangedFor = Now.Seen;
            _places.Clear();
        }

        ValueList<int> wanted = Now.Table.Wanted(_order);
        if (_places.Count == 0)
        {
            _places.AddRange(wanted);
        }

        KeepPlaces(wanted);
        _tools = new(_order, _choice, Now.Table.Counts, !_places.SequenceEqual(wanted));
        _given = IsLong ? [] : _shown.ToDictionary(row => row.Number, row => Give(row.Number));
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _module = await JS.InvokeAsync<IJSObjectReference>("import", "./Overview/SubordinateTable.razor.js");
            TableChoice choice = TableChoice.Read(await _module.InvokeAsync<string?>("read"));
            if (!choice.Equals(_choice))
            {
                _choice = choice;
                Redraw();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone.
        }
    }

    // Rows that left are dropped, new ones stand at the end until the reader asks for the right order.
    private void KeepPlaces(ValueList<int> wanted)
    {
        _places.RemoveAll(number => Now.Table.Row(number) is null);
        _places.AddRange(wanted.Except(_places).ToList());
        _shown = [.. _places.Select(number => Now.Table.Row(number)!)];
    }

    // A row that stays keeps the markup it was drawn from, as long as that has the right shape: the page has been told its
    // values since, and to draw it anew would send it whole to say nothing.
    private Block Give(int number)
    {
        Block now = Now.Block(BlockName.Row(number));
        return _given.TryGetValue(number, out Block? given) && given.HasShapeOf(now) ? given : now;
    }

    private void Arrange(TableOrder order)
    {
        _order = order;
        _places.Clear();
        Redraw();
    }

    private void ClearFilter() => Arrange(_order with { Filter = TableFilter.All, Search = "" });

    private async Task ChooseAsync(TableChoice choice)
    {
        _choice = choice;
        Redraw();
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("write", choice.ToString());
        }
    }

    private async Task DownloadAsync()
    {
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("download", Now.Seen.FileName("committees") + ".csv", CsvText.Of(CommitteeLines.Of(_places.Select(Now.Table.Row).OfType<SubordinateRow>(), Now.Seen.Question.Compare)));
        }
    }

    private async Task CirculateAsync()
    {
        if (_module is not null)
        {
            (string name, string text) = await Files.TakeAsync(Now.Seen);
            await _module.InvokeVoidAsync("download", name, text);
        }
    }
}
