using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>
/// One reader's overview while it is open: the model as it was last read, and word when a newer one is there. Only the
/// interactive page listens; what is rendered before that, and without JavaScript, is read once.
/// </summary>
public sealed class OverviewStream : IDisposable
{
    private readonly OverviewBoard _board;
    private readonly Func<Action, Task> _onPage;
    private readonly IDisposable? _subscription;
    private bool _isHidden;
    private bool _isStale;

    /// <summary>Reads, after it has subscribed, so that nothing falls between.</summary>
    /// <param name="board">Where overviews are read.</param>
    /// <param name="feed">Where changes are told; null for a page that does not stay open.</param>
    /// <param name="question">What is shown.</param>
    /// <param name="onPage">Runs on the page's own thread.</param>
    public OverviewStream(OverviewBoard board, ChangeFeed? feed, OverviewQuestion question, Func<Action, Task> onPage)
    {
        _board = board;
        _onPage = onPage;
        Question = question;
        _subscription = feed?.Subscribe(question.Committee, () => _onPage(Refresh));
        Model = board.Read(question);
    }

    /// <summary>A newer model is there; told on the page's own thread.</summary>
    public event Action? Changed;

    /// <summary>
    /// Told while the page draws a newer model: who asks to be drawn then goes out in the same message, and not in one of its own.
    /// </summary>
    public event Action? Drawing;

    /// <summary>What is shown.</summary>
    public OverviewQuestion Question { get; }

    /// <summary>The model last read.</summary>
    public OverviewModel Model { get; private set; }

    /// <summary>A hidden page reads nothing; when it is seen again it catches up once.</summary>
    public void SetHidden(bool isHidden)
    {
        _isHidden = isHidden;
        if (!isHidden && _isStale)
        {
            Refresh();
        }
    }

    /// <summary>The page is drawing a newer model.</summary>
    public void TellDrawing() => Drawing?.Invoke();

    /// <inheritdoc />
    public void Dispose() => _subscription?.Dispose();

    private void Refresh()
    {
        if (_isHidden)
        {
            _isStale = true;
            return;
        }

        _isStale = false;
        OverviewModel model = _board.Read(Question);
        if (model.Sequence != Model.Sequence || model.Today != Model.Today)
        {
            Model = model;
            Changed?.Invoke();
        }
    }
}
