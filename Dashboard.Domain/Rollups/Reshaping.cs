namespace Dashboard.Domain.Rollups;

/// <summary>Carries every total of a tally from the trees in force to new ones. All that can be refused is refused before anything moves.</summary>
internal sealed class Reshaping
{
    private readonly Tally _tally;
    private readonly Forest _forest;
    private readonly Dictionary<(int[] Old, int[] New), Moves?> _moves = [];
    private readonly Moves? _now;

    public Reshaping(Tally tally, Forest forest)
    {
        (_tally, _forest) = (tally, forest);
        if (forest.Count < tally.Forest.Count)
        {
            throw new ArgumentException("A structure never knows fewer committees than before.", nameof(forest));
        }

        _now = Between(tally.Forest.Now, forest.Now);
        foreach (Slot slot in tally.Slots.All)
        {
            _ = Between(slot.Parents, forest.On(slot.Period.End));
            foreach (Layer layer in slot.Layers)
            {
                _ = Between(layer.Parents, forest.On(layer.Day));
            }
        }
    }

    public void Carry()
    {
        foreach ((IPlane plane, int[] then, DateOnly day) in _tally.Planes())
        {
            plane.Move(Between(then, _forest.On(day)), _now);
        }

        foreach (Slot slot in _tally.Slots.All)
        {
            slot.Parents = _forest.On(slot.Period.End);
            foreach (Layer layer in slot.Layers)
            {
                layer.Parents = _forest.On(layer.Day);
            }
        }
    }

    private Moves? Between(int[] old, int[] now)
    {
        if (!_moves.TryGetValue((old, now), out Moves? moves))
        {
            _moves[(old, now)] = moves = Moves.Between(old, now);
        }

        return moves;
    }
}
