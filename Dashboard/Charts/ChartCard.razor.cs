using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Charts;

/// <summary>
/// The frame of every chart. Its table is what is rendered without JavaScript and what assistive technology reads; the
/// chart takes its place once it is drawn, and the table is then only rendered while it is asked for.
/// </summary>
public sealed partial class ChartCard
{
    private ChartCanvas? _canvas;
    private bool _showTable;
    private bool _hasFailed;
    private int _attempt;

    /// <summary>Identity of the section, unique on the page.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>One line: what exactly, and of when.</summary>
    [Parameter, EditorRequired]
    public required string Subtitle { get; set; }

    /// <summary>Downloads.</summary>
    [Parameter, EditorRequired]
    public required ChartExport Export { get; set; }

    /// <summary>The accessible equivalent.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment Table { get; set; }

    /// <summary>The chart: exactly one chart component.</summary>
    [Parameter]
    public RenderFragment? Chart { get; set; }

    /// <summary>Markup that is the picture itself, where there is no <see cref="Chart"/> to draw (a heat map).</summary>
    [Parameter]
    public RenderFragment? Picture { get; set; }

    /// <summary>Controls beside the toggle, such as a choice of order.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    /// <summary>Key above the plot, with the totals.</summary>
    [Parameter]
    public RenderFragment? Key { get; set; }

    /// <summary>A line under the plot.</summary>
    [Parameter]
    public RenderFragment? Below { get; set; }

    /// <summary>State of the body.</summary>
    [Parameter]
    public ChartBody Body { get; set; } = ChartBody.Drawn;

    /// <summary>Asked for by "Thử lại" when <see cref="ChartBody.Failed"/>.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }

    /// <summary>Further class of the section.</summary>
    [Parameter]
    public string? Class { get; set; }

    private string? Message => Body is ChartBody.FailedBody failed ? failed.Message : _hasFailed ? ChartTexts.Get("DrawingFailed") : null;

    // The style sheet hides the table while a script draws: rendering it then would only cost every viewer its memory.
    private bool IsDrawing => RendererInfo.IsInteractive && !_hasFailed;

    /// <summary>The canvas tells that it is drawn: the table gives way.</summary>
    internal void Show(ChartCanvas canvas)
    {
        _canvas = canvas;
        _hasFailed = false;
        StateHasChanged();
    }

    /// <summary>The canvas tells that it could not be drawn: the table stays.</summary>
    internal void ShowFailure()
    {
        _canvas = null;
        _hasFailed = true;
        StateHasChanged();
    }

    /// <summary>The canvas tells that it is gone.</summary>
    internal void Forget(ChartCanvas canvas)
    {
        if (_canvas == canvas)
        {
            _canvas = null;
        }
    }

    private MarkupString Mark(string name, int size = 15) => Marks.Of(Assets, name, size);

    private void ShowTable(bool table)
    {
        _showTable = table;
        if (table)
        {
            _canvas = null;
        }
    }

    private async Task RetryAsync()
    {
        _hasFailed = false;
        _attempt++;
        await OnRetry.InvokeAsync();
    }

    private Task DownloadPictureAsync() =>
        _canvas?.DownloadPictureAsync(Export.FileName, Title, Subtitle, Export.Source) ?? Task.CompletedTask;

    private Task DownloadTableAsync() => SaveAsync(Export.FileName, Export.Lines());

    // Not the chart that is on the page: another one, drawn from what may be passed on.
    private async Task CirculatePictureAsync()
    {
        if (_canvas is { } canvas && Export.Circulate is { } circulate && await circulate("png") is { Picture: not null } chart)
        {
            await canvas.DownloadAsync(chart);
        }
    }

    private async Task CirculateTableAsync()
    {
        if (Export.Circulate is { } circulate)
        {
            CirculatedChart chart = await circulate("csv");
            await SaveAsync(chart.FileName, chart.Lines.Prepend([chart.Notice]));
        }
    }

    private async Task SaveAsync(string fileName, IEnumerable<IReadOnlyList<string>> lines)
    {
        await using IJSObjectReference module = await JS.InvokeAsync<IJSObjectReference>("import", "./Charts/ChartCanvas.razor.js");
        await module.InvokeVoidAsync("download", fileName + ".csv", CsvText.Of(lines));
    }
}
