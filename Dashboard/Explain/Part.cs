using Dashboard.Domain.Rollups;

namespace Dashboard.Explain;

/// <summary>What one branch brings to a number.</summary>
/// <param name="Committee">Number of the committee directly below, with all below it; the committee itself for what is its own.</param>
/// <param name="Amount">How much, and how well it is known.</param>
public readonly record struct Part(int Committee, Rollup Amount);
