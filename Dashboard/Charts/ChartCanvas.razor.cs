using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Charts;

/// <summary>
/// One canvas and its life: created once when the page is interactive, destroyed with the component. Changes of its rows
/// come to the script by the page's own messages, under the chart's name; only another frame or another chart is told from
/// here. A new circuit creates a new one.
/// </summary>
public sealed partial class ChartCanvas(IJSRuntime js) : IAsyncDisposable
{
    private ElementReference _canvas;
    private IJSObjectReference? _module;
    private IJSObjectReference? _chart;
    private (string Name, object Frame)? _sent;
    private (string, string, int?)? _drawn;
    private bool _isSending;
    private bool _isDisposed;

    /// <summary>Which drawing the script makes: <c>bars</c>, <c>run</c>, <c>dots</c> or <c>waterfall</c>.</summary>
    [Parameter, EditorRequired]
    public required string Kind { get; set; }

    /// <summary>One sentence that says what the picture shows, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public required string Sentence { get; set; }

    /// <summary>What the page's messages call the chart.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>What is drawn at the moment it is asked: what the page has been told so far, so that later messages go on from there.</summary>
    [Parameter, EditorRequired]
    public required Func<ChartData> Data { get; set; }

    /// <summary>Height in pixels above which the drawing would only stretch; null fills the card.</summary>
    [Parameter]
    public int? MostHeight { get; set; }

    /// <summary>The card around it, which shows its table until the chart is drawn.</summary>
    [CascadingParameter]
    public ChartCard? Card { get; set; }

    private (string, string, int?) Look => (Name, Sentence, MostHeight);

    /// <summary>Downloads the picture with title, subtitle and source drawn in.</summary>
    public async Task DownloadPictureAsync(string fileName, string title, string subtitle, string source)
    {
        if (_chart is not null)
        {
            await _chart.InvokeVoidAsync("picture", fileName, title, subtitle, source);
        }
    }

    /// <summary>Draws another chart out of sight, and downloads its picture with all that is said of it drawn in.</summary>
    public async Task DownloadAsync(CirculatedChart chart)
    {
        if (_chart is not null && chart.Picture is { } picture)
        {
            await _chart.InvokeVoidAsync("pictureOf", picture.Kind, picture.Data.Frame, picture.Data.Rows, picture.Height, chart.FileName, picture.Title, picture.Subtitle, picture.Source, chart.Notice);
        }
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        _drawn ??= Look;
        return _chart is null ? Task.CompletedTask : SendAsync();
    }

    /// <inheritdoc />
    protected override bool ShouldRender()
    {
        bool differs = _drawn != Look;
        _drawn = Look;
        return differs;
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
            await CreateAsync();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone; there is nothing left to draw on.
        }
        catch (JSException) when (Card is not null)
        {
            Card.ShowFailure();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        Card?.Forget(this);
        try
        {
            await ReleaseAsync();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone and took the chart with it.
        }
    }

    private async Task CreateAsync()
    {
        _module = await js.InvokeAsync<IJSObjectReference>("import", "./Charts/ChartCanvas.razor.js");
        ChartData data = Data();
        (string, object) sent = (Name, data.Frame);
        string culture = CultureInfo.CurrentCulture.Name;
        _chart = await _module.InvokeAsync<IJSObjectReference>("create", _canvas, Kind, Assets["lib/chart.js/chart.umd.js"], culture, data.Frame, data.Rows);
        _sent = sent;
        if (_isDisposed)
        {
            await ReleaseAsync();
            return;
        }

        Card?.Show(this);
        await SendAsync();
    }

    // One call at a time: what comes meanwhile goes together in the next one.
    private async Task SendAsync()
    {
        if (_isSending)
        {
            return;
        }

        _isSending = true;
        try
        {
            while (!_isDisposed && _sent is { } sent && Data() is var data && (sent.Name != Name || !sent.Frame.Equals(data.Frame)))
            {
                _sent = (Name, data.Frame);
                await _chart!.InvokeVoidAsync("replace", data.Frame, data.Rows);
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // A new page draws anew.
        }
        catch (JSException) when (Card is not null)
        {
            Card.ShowFailure();
        }
        finally
        {
            _isSending = false;
        }
    }

    private async Task ReleaseAsync()
    {
        if (_chart is { } chart)
        {
            _chart = null;
            await chart.InvokeVoidAsync("destroy");
            await chart.DisposeAsync();
        }

        if (_module is { } module)
        {
            _module = null;
            await module.DisposeAsync();
        }
    }
}
