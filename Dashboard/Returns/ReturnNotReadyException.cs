using Dashboard.Domain;
using Dashboard.Domain.Returns;

namespace Dashboard.Returns;

/// <summary>A return cannot be handed in as it is.</summary>
/// <param name="findings">What stops it: errors, and warnings without a reason.</param>
public sealed class ReturnNotReadyException(IReadOnlyList<Finding> findings)
    : BrokenRuleException("return.notReady", $"{findings.Count} lines keep the return from being handed in, the first: {findings[0].Fault.Message}", findings.Count)
{
    /// <summary>What stops it.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
