namespace Dashboard.Domain.Movements;

/// <summary>By how much one committee's own moved a number, in one way.</summary>
/// <param name="Committee">Number of the committee.</param>
/// <param name="Kind">In which way.</param>
/// <param name="Amount">How much more, or less; never 0.</param>
/// <param name="Count">How many cases or figures.</param>
public readonly record struct Movement(int Committee, MovementKind Kind, long Amount, int Count = 1)
{
    /// <summary>The same seen from the later moment to the earlier one.</summary>
    public Movement Reversed => this with { Kind = Kind.Opposite(), Amount = -Amount };
}
