namespace Dashboard.Exchange;

/// <summary>Everything that is wrong with a file: the first are kept in full, the rest are counted.</summary>
public sealed class FaultList
{
    /// <summary>How many are kept.</summary>
    public const int MostKept = 100;

    private readonly List<Fault> _kept = [];

    /// <summary>How many there are in all.</summary>
    public int Count { get; private set; }

    /// <summary>The first <see cref="MostKept"/> found, by line.</summary>
    public IReadOnlyList<Fault> Kept => [.. _kept.OrderBy(f => f.Line)];

    /// <summary>How many were counted and not kept.</summary>
    public int NotKept => Count - _kept.Count;

    /// <summary>Adds one.</summary>
    public void Add(int line, string? column, string code, params IReadOnlyList<object> arguments)
    {
        Count++;
        if (_kept.Count < MostKept)
        {
            _kept.Add(new Fault(line, column, code, arguments));
        }
    }
}
