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
    private readonly OverviewDrawings _drawings;
    private readonly ResourceAssetCollection _assets;
    private readonly Func<Action, Task> _onPage;
    private readonly IDisposable? _subscription;
    private OverviewDrawing _latest;
    private bool _isHidden;
    private bool _isStale;

    /// <summary>Reads, after it has subscribed, so that nothing falls between.</summary>
    /// <param name="board">Where overviews are read.</param>
    /// <param name="drawings">Where they are drawn in the reader's language.</param>
    /// <param name="assets">The addresses of assets, as the page has them.</param>
    /// <param name="feed">Where changes are told; null for a page that does not stay open.</param>
    /// <param name="question">What is shown.</param>
    /// <param name="onPage">Runs on the page's own thread.</param>
    public OverviewStream(OverviewBoard board, OverviewDrawings drawings, ResourceAssetCollection assets, ChangeFeed? feed, OverviewQuestion question, Func<Action, Task> onPage)
    {
        (_board, _drawings, _assets, _onPage) = (board, drawings, assets, onPage);
        Question = question;
        _subscription = feed?.Subscribe(question.Committee, HearAsync);
        _latest = drawings.Of(board.Read(question), assets);
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

    // All who look at this are woken at once: what they share is made by the first, while the others hold no thread.
    private async Task HearAsync()
    {
        if (!_isHidden)
        {
            await _drawings.OnceAsync(Question, () => _drawings.Of(_board.Read(Question), _assets).ChangeFrom(_latest));
        }

        await _onPage(Refresh);
    }

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
            _latest = _drawings.Of(model, _assets);
            Changed?.Invoke();
        }
    }
}
