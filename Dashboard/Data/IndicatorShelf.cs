using Dashboard.Domain.Changes;
using Dashboard.Domain.Indicators;

namespace Dashboard.Data;

/// <summary>
/// Indicators that the ledger has read before: nearly every write asks for one, and they hardly ever change. They are good as long
/// as the log ends where the ledger left it, so that nobody else has written, and nothing was recorded about an indicator.
/// </summary>
internal sealed class IndicatorShelf
{
    private readonly Dictionary<int, Indicator> _known = [];
    private (long Sequence, string Hash) _end = (-1, "");

    /// <summary>A transaction begins on a log that ends here.</summary>
    public void Begin((long Sequence, string Hash) end)
    {
        if (end != _end)
        {
            _known.Clear();
        }
    }

    /// <summary>The transaction was committed, and the log ends here now.</summary>
    public void End((long Sequence, string Hash) end) => _end = end;

    /// <summary>Something of it, or all of it, was taken back.</summary>
    public void Forget() => _known.Clear();

    /// <summary>An entry is written about something.</summary>
    public void Hear(Subject subject)
    {
        if (subject == Subject.Indicator)
        {
            _known.Clear();
        }
    }

    /// <summary>The indicator with a number, if it is known.</summary>
    public Indicator? Find(int number) => _known.GetValueOrDefault(number);

    /// <summary>Keeps one that was read.</summary>
    public void Keep(Indicator indicator) => _known[indicator.Number] = indicator;
}
