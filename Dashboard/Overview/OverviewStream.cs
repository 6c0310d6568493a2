using Dashboard.Live;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Overview;

/// <summary>
/// One reader's overview while it is open: what is on their screen, and word when a newer drawing is there. Only the
/// interactive page listens; what is rendered before that, and without JavaScript, is read once.
/// </summary>
public sealed class OverviewStream : IDisposable
{
    private readonly OverviewBoard _board;
    private readonly Func<OverviewModel, OverviewDrawing> _draw;
    private readonly IDisposable? _subscription;
    private OverviewDrawing _latest;
    private bool _isHidden;
    private bool _isStale;

    /// <summary>Reads, after it has subscribed, so that nothing falls between.</summary>
    /// <param name="board">Where overviews are read.</param>
    /// <param name="draw">Draws one in the reader's language.</param>
    /// <param name="feed">Where changes are told; null for a page that does not stay open.</param>
    /// <param name="question">What is shown.</param>
    /// <param name="onPage">Runs on the page's own thread.</param>
    public OverviewStream(OverviewBoard board, Func<OverviewModel, OverviewDrawing> draw, ChangeFeed? feed, OverviewQuestion question, Func<Action, Task> onPage)
    {
        _board = board;
        _draw = draw;
        Question = question;
        _subscription = feed?.Subscribe(question.Committee, () => onPage(Refresh));
        _latest = draw(board.Read(question));
        Screen = new OverviewScreen(_latest);
    }

    /// <summary>A newer drawing is there; told on the page's own thread.</summary>
    public event Action? Changed;

    /// <summary>What is shown.</summary>
    public OverviewQuestion Question { get; }

    /// <summary>What the reader has before their eyes.</summary>
    public OverviewScreen Screen { get; }

    /// <summary>A hidden page reads nothing; when it is seen again it catches up once.</summary>
    public void SetHidden(bool isHidden)
    {
        _isHidden = isHidden;
        if (!isHidden && _isStale)
        {
            Refresh();
        }
    }

    /// <summary>Brings the screen up to date, while rendering.</summary>
    /// <returns>What the page's script has to be told; null when the screen shows the newest already.</returns>
    public string? CatchUp() => Screen.Now == _latest ? null : Screen.Show(_latest);

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
        if (model.Sequence != _latest.Model.Sequence || model.Today != _latest.Model.Today)
        {
            _latest = _draw(model);
            Changed?.Invoke();
        }
    }
}
