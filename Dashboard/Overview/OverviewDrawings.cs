using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Overview;

/// <summary>
/// Draws each overview once in each language that somebody reads it in. A drawing is kept by those who look at it: with the
/// last of them it goes.
/// </summary>
public sealed class OverviewDrawings
{
    private const int MostKept = 2_000;

    private readonly ConcurrentDictionary<(OverviewQuestion, string), WeakReference<OverviewDrawing>> _last = new();

    /// <summary>The drawing of a model in the reader's language.</summary>
    /// <param name="model">What is shown.</param>
    /// <param name="assets">The addresses of assets, as the asking page has them.</param>
    public OverviewDrawing Of(OverviewModel model, ResourceAssetCollection assets)
    {
        (OverviewQuestion, string) key = (model.Question, CultureInfo.CurrentUICulture.Name);
        WeakReference<OverviewDrawing> last = _last.GetOrAdd(key, _ => new(null!));
        if (_last.Count > MostKept)
        {
            _last.Clear();
        }

        lock (last)
        {
            if (last.TryGetTarget(out OverviewDrawing? drawing) && ReferenceEquals(drawing.Model, model))
            {
                return drawing;
            }

            drawing = new OverviewDrawing(model, assets, drawing);
            last.SetTarget(drawing);
            return drawing;
        }
    }
}
