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
    private readonly ConcurrentDictionary<(OverviewQuestion, string), TaskCompletionSource> _underWay = new();

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

    /// <summary>
    /// Does work that all readers of an overview in one language share: whoever asks first does it at once, whoever asks
    /// meanwhile waits for that without holding a thread.
    /// </summary>
    /// <param name="question">What is shown.</param>
    /// <param name="work">What leaves its result in what is kept; whoever waited finds it there, or makes it anew.</param>
    public Task OnceAsync(OverviewQuestion question, Action work)
    {
        (OverviewQuestion, string) key = (question, CultureInfo.CurrentUICulture.Name);
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource first = _underWay.GetOrAdd(key, mine);
        if (first != mine)
        {
            return first.Task;
        }

        try
        {
            work();
            return Task.CompletedTask;
        }
        finally
        {
            _underWay.TryRemove(key, out _);
            mine.SetResult();
        }
    }
}
