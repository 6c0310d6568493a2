using System.Collections.Concurrent;
using System.Globalization;
using Dashboard.Layout;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Overview;

/// <summary>
/// A part of the screen that is drawn anew only when its own part of the model changed: what keeps a change of one figure
/// from costing more than the places that show it.
/// </summary>
/// <typeparam name="TPart">An immutable value, compared by equality.</typeparam>
public abstract class LivePart<TPart> : ComponentBase
{
    private static readonly ConcurrentDictionary<(string Sprite, string Name, int Size), MarkupString> Marks = new();

    private TPart? _drawn;
    private Viewpoint? _drawnFrom;
    private bool _isDrawn;
    private bool _mustRedraw;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required TPart Part { get; set; }

    /// <summary>Who it is shown of, and of when.</summary>
    [Parameter, EditorRequired]
    public required Viewpoint Seen { get; set; }

    /// <inheritdoc />
    protected sealed override void OnParametersSet()
    {
        // The first drawing is not asked for by ShouldRender.
        if (!_isDrawn)
        {
            TakeForDrawing();
        }
    }

    /// <inheritdoc />
    protected sealed override bool ShouldRender()
    {
        bool differs = _mustRedraw || !EqualityComparer<TPart>.Default.Equals(Part, _drawn) || !Seen.Equals(_drawnFrom);
        if (differs)
        {
            TakeForDrawing();
        }

        return differs;
    }

    /// <summary>Computes what the markup needs, once before each drawing.</summary>
    protected virtual void Prepare()
    {
    }

    /// <summary>Draws anew because something else than the part changed, such as a choice of the reader's.</summary>
    protected void Redraw()
    {
        _mustRedraw = true;
        StateHasChanged();
    }

    /// <summary>"hiện tại", or the day that open cases are counted on where that is not today.</summary>
    protected string Basis => Seen.StockDay == Seen.Today ? OverviewTexts.Get("NowBasis") : OverviewTexts.Get("DayBasis", Numerals.Day(Seen.StockDay));

    /// <summary>A width in percent, to a tenth: finer ones would be sent and not be seen.</summary>
    protected static string Width(double share) => $"width:{Css(share)}";

    /// <summary>A share as CSS writes it.</summary>
    protected static string Css(double share) => (Math.Clamp(share, 0, 1) * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary>An icon as a piece of fixed markup, shared by all viewers: rows have too many for components.</summary>
    protected MarkupString Mark(string name, int size = 13) => Marks.GetOrAdd((Assets["icons/lucide.svg"], name, size), Draw);

    // Taken here and not after the drawing: that is told only when the browser has answered, and by then more may have changed.
    private void TakeForDrawing()
    {
        (_drawn, _drawnFrom, _isDrawn, _mustRedraw) = (Part, Seen, true, false);
        Prepare();
    }

    private static MarkupString Draw((string Sprite, string Name, int Size) mark) => new(
        $"""<svg class="i" width="{mark.Size}" height="{mark.Size}" viewBox="0 0 24 24" aria-hidden="true"><use href="/{mark.Sprite}#{mark.Name}"></use></svg>""");
}
