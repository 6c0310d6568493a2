using Dashboard.Live;

namespace Dashboard.Figures;

/// <summary>
/// One reader's pivot while it is open. Only the interactive page listens; what is rendered before that, and without JavaScript,
/// is read once.
/// </summary>
public sealed class PivotStream : IDisposable
{
    private readonly PivotBoard _board;
    private readonly IDisposable? _subscription;
    private PivotGround? _ground;

    /// <summary>Reads, after it has subscribed, so that nothing falls between.</summary>
    /// <param name="board">Where pivots are read.</param>
    /// <param name="feed">Where changes are told; null for a page that does not stay open.</param>
    /// <param name="question">What is shown.</param>
    /// <param name="onPage">Runs on the page's own thread.</param>
    public PivotStream(PivotBoard board, ChangeFeed? feed, PivotQuestion question, Func<Action, Task> onPage)
    {
        _board = board;
        Question = question;
        _subscription = feed?.Subscribe(question.Committee, () => onPage(Refresh));
        Now = board.Read(question, ref _ground);
    }

    /// <summary>A newer one is there; told on the page's own thread.</summary>
    public event Action? Changed;

    /// <summary>What is shown.</summary>
    public PivotQuestion Question { get; }

    /// <summary>The newest.</summary>
    public Pivot Now { get; private set; }

    /// <inheritdoc />
    public void Dispose() => _subscription?.Dispose();

    private void Refresh()
    {
        Pivot read = _board.Read(Question, ref _ground);
        if (read.Sequence != Now.Sequence || read.Today != Now.Today)
        {
            Now = read;
            Changed?.Invoke();
        }
    }
}
