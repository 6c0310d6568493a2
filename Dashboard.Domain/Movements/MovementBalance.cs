namespace Dashboard.Domain.Movements;

/// <summary>How a number went from what was known at one moment to what was known at another: start and movements add up to the end.</summary>
public sealed record MovementBalance
{
    private readonly Dictionary<int, long> _starts;

    internal MovementBalance(Dictionary<int, long> starts, IEnumerable<Movement> movements)
    {
        _starts = starts;
        Movements =
        [
            .. movements.GroupBy(m => (m.Committee, m.Kind)).OrderBy(g => g.Key)
                .Select(g => new Movement(g.Key.Committee, g.Key.Kind, g.Sum(m => m.Amount), g.Sum(m => m.Count))),
        ];
        Start = starts.Values.Sum();
        End = Start + Movements.Sum(m => m.Amount);
    }

    /// <summary>What it was; what nobody reported adds nothing.</summary>
    public long Start { get; }

    /// <summary>What moved it, by committee and kind, each pair once.</summary>
    public IReadOnlyList<Movement> Movements { get; }

    /// <summary>What it became.</summary>
    public long End { get; }

    /// <summary>What each committee had of it of its own at the start; those that had nothing are left out.</summary>
    public IReadOnlyDictionary<int, long> Starts => _starts;

    /// <summary>The same from the later moment to the earlier one.</summary>
    public MovementBalance Reversed
    {
        get
        {
            var ends = new Dictionary<int, long>(_starts);
            foreach (Movement movement in Movements)
            {
                ends[movement.Committee] = ends.GetValueOrDefault(movement.Committee) + movement.Amount;
            }

            return new MovementBalance(ends.Where(e => e.Value != 0).ToDictionary(), Movements.Select(m => m.Reversed));
        }
    }
}
