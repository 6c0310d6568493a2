using Dashboard.Charts;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Overview;

/// <summary>
/// A part of the page that Blazor draws for each viewer, because it has handlers or keeps a choice of theirs. It is drawn
/// anew only when something in it changed that no block and no chart tells by itself.
/// </summary>
public abstract class ScreenPart : ComponentBase, IDisposable
{
    private OverviewScreen? _heard;
    private object? _drawn;
    private bool _mustRedraw;

    /// <summary>What the viewer sees.</summary>
    [Parameter, EditorRequired]
    public required OverviewScreen Screen { get; set; }

    /// <summary>What is drawn; always the newest that the page has been told.</summary>
    protected OverviewDrawing Now => Screen.Now;

    /// <summary>What of the drawing the part's own markup shows, compared by equality.</summary>
    protected abstract object? Look { get; }

    /// <summary>The blocks in it, which are drawn anew when their structure changes.</summary>
    protected virtual IEnumerable<string> Blocks => [];

    /// <inheritdoc />
    protected sealed override void OnParametersSet()
    {
        if (_heard != Screen)
        {
            Leave();
            _heard = Screen;
            _heard.Changed += Hear;
            _mustRedraw = true;
            TakeForDrawing();
        }
    }

    /// <inheritdoc />
    protected sealed override bool ShouldRender()
    {
        bool differs = _mustRedraw || !Equals(Look, _drawn);
        if (differs)
        {
            TakeForDrawing();
        }

        return differs;
    }

    /// <summary>Computes what the markup needs, before each drawing.</summary>
    protected virtual void Prepare()
    {
    }

    /// <summary>Draws anew because something else than the drawing changed, such as a choice of the reader's.</summary>
    protected void Redraw()
    {
        _mustRedraw = true;
        StateHasChanged();
    }

    /// <summary>A block's markup.</summary>
    protected MarkupString Markup(string block) => Now.Block(block).Markup;

    /// <summary>An icon as a piece of fixed markup.</summary>
    protected MarkupString Mark(string name, int size = 15) => Marks.Of(Assets, name, size);

    /// <inheritdoc />
    public void Dispose()
    {
        Leave();
        GC.SuppressFinalize(this);
    }

    private void Leave()
    {
        if (_heard is not null)
        {
            _heard.Changed -= Hear;
        }
    }

    private void Hear(OverviewChange change)
    {
        _mustRedraw |= change.Reshaped.Count > 0 && Blocks.Any(change.Reshaped.Contains);
        if (_mustRedraw || !Equals(Look, _drawn))
        {
            _mustRedraw = true;
            StateHasChanged();
        }
    }

    private void TakeForDrawing()
    {
        _mustRedraw = false;
        Prepare();
        _drawn = Look;
    }
}
