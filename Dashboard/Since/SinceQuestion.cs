using Dashboard.Domain.Periods;

namespace Dashboard.Since;

/// <summary>Of which committee changes are asked for.</summary>
/// <param name="Committee">Its number.</param>
/// <param name="Period">The period whose figures and returns are compared; registers are compared as they stood on the moments' days.</param>
public readonly record struct SinceQuestion(int Committee, Period Period)
{
    /// <summary>The account that asks, and waits its turn where it asks for many moments; null for the product itself.</summary>
    public string? Asker { get; init; }
}
