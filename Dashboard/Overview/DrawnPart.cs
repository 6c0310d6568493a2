using System.Globalization;
using Dashboard.Charts;
using Dashboard.Layout;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Overview;

/// <summary>
/// The markup of a block: drawn once for all who look at the same overview in the same language, and therefore without
/// handlers and without anything of one reader's.
/// </summary>
/// <typeparam name="TPart">An immutable value, compared by equality.</typeparam>
public abstract class DrawnPart<TPart> : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required TPart Part { get; set; }

    /// <summary>Who it is shown of, and of when.</summary>
    [Parameter, EditorRequired]
    public required Viewpoint Seen { get; set; }

    /// <inheritdoc />
    protected sealed override void OnParametersSet() => Prepare();

    /// <summary>Computes what the markup needs.</summary>
    protected virtual void Prepare()
    {
    }

    /// <summary>"hiện tại", or the day that open cases are counted on where that is not today.</summary>
    protected string Basis => Seen.StockDay == Seen.Today ? OverviewTexts.Get("NowBasis") : OverviewTexts.Get("DayBasis", Numerals.Day(Seen.StockDay));

    /// <summary>A width in percent, to a tenth: finer ones would be sent and not be seen.</summary>
    protected static string Width(double share) => $"width:{Css(share)}";

    /// <summary>A share as CSS writes it.</summary>
    protected static string Css(double share) => (Math.Clamp(share, 0, 1) * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary>An icon as a piece of fixed markup.</summary>
    protected MarkupString Mark(string name, int size = 13) => Marks.Of(Assets, name, size);
}
