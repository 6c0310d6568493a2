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
public sealed partial class SubordinateTable : LivePart<TablePart>
{
    private const int MostAtOnce = 200;
    private readonly List<int> _places = [];
    private List<SubordinateRow> _shown = [];
    private TableOrder _order = TableOrder.First;
    private TableChoice _choice = TableChoice.First;
    private Viewpoint? _arrangedFor;
    private ToolsPart _tools = null!;
    private long _scale;
    private string _planText = "";
    private IJSObjectReference? _module;

    [Inject]
    private IJSRuntime JS { get; set; } = null!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
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
    protected override void Prepare()
    {
        _scale = RowPart.ScaleFor(Part.Rows.Select(row => Math.Max(row.Vetted.Value ?? 0, row.PeriodPlan ?? 0)).DefaultIfEmpty().Max());
        _planText = Part.Plan is > 0 and { } plan ? $" / {Numerals.Whole(plan)} ({Numerals.Percent(Part.Total.Value is { } value ? (double)value / plan : null, 2)})" : "";
        if (!Seen.Equals(_arrangedFor))
        {
            _arrangedFor = Seen;
            _places.Clear();
        }

        List<SubordinateRow> wanted = [.. _order.Of(Part.Rows)];
        if (_places.Count == 0)
        {
            _places.AddRange(wanted.Select(row => row.Number));
        }

        KeepPlaces(wanted);
        _tools = new(_order, _choice, Enum.GetValues<TableFilter>().Select(filter => Part.Rows.Count(row => TableOrder.Matches(row, filter))).ToValueList(), !_places.SequenceEqual(wanted.Select(row => row.Number)));
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
    private void KeepPlaces(List<SubordinateRow> wanted)
    {
        Dictionary<int, SubordinateRow> rows = Part.Rows.ToDictionary(row => row.Number);
        _places.RemoveAll(number => !rows.ContainsKey(number));
        _places.AddRange(wanted.Select(row => row.Number).Except(_places).ToList());
        _shown = [.. _places.Select(number => rows[number])];
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
            await _module.InvokeVoidAsync("download", Seen.FileName("committees") + ".csv", CsvText.Of(Lines()));
        }
    }

    private IEnumerable<IReadOnlyList<string>> Lines()
    {
        yield return [OverviewTexts.Get("Code"), .. Enum.GetValues<TableColumn>().Select(column => SubordinateHead.NameOf(column, Seen.Question.Compare)), OverviewTexts.Get("Plan")];
        foreach (SubordinateRow row in _shown)
        {
            yield return
            [
                row.Committee.Code, Wording.Name(row), Wording.Plain(row.Vetted.Value), Numerals.Percent(PurposeBars.ShareOf(row), 2), Wording.Plain(row.Delta.Base is null ? null : row.Delta.Difference),
                Wording.Plain(row.LapsesOpen), Wording.Plain(row.ComplaintsWithin + row.ComplaintsDueSoon + row.ComplaintsOverdue), $"{row.Returns.In}/{row.Returns.Owed}",
                row.OwnReturn is { } state ? OverviewTexts.Get("State." + state) : "", Wording.Plain(row.PeriodPlan),
            ];
        }
    }
}
