using Dashboard.Live;
using Dashboard.Overview;

namespace Dashboard.Meeting;

/// <summary>One screen's meeting while it is open: what it shows, and word when that has changed.</summary>
public sealed class MeetingStream : IDisposable
{
    private readonly OverviewBoard _board;
    private readonly IDisposable? _subscription;

    /// <summary>Reads, after it has subscribed, so that nothing falls between.</summary>
    /// <param name="board">Where overviews are read.</param>
    /// <param name="feed">Where changes are told; null for a page that does not stay open.</param>
    /// <param name="question">What is shown.</param>
    /// <param name="onPage">Runs on the page's own thread.</param>
    public MeetingStream(OverviewBoard board, ChangeFeed? feed, OverviewQuestion question, Func<Action, Task> onPage)
    {
        _board = board;
        Question = question;
        _subscription = feed?.Subscribe(question.Committee, () => onPage(Refresh));
        Model = board.Read(question);
    }

    /// <summary>What is shown has changed; told on the page's own thread.</summary>
    public event Action? Changed;

    /// <summary>What is shown.</summary>
    public OverviewQuestion Question { get; }

    /// <summary>The figures.</summary>
    public OverviewModel Model { get; private set; }

    /// <inheritdoc />
    public void Dispose() => _subscription?.Dispose();

    private void Refresh()
    {
        OverviewModel model = _board.Read(Question);
        if (model.Sequence != Model.Sequence || model.Today != Model.Today)
        {
            Model = model;
            Changed?.Invoke();
        }
    }
}
