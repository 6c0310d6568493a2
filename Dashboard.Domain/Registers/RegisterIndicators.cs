namespace Dashboard.Domain.Registers;

/// <summary>The codes of the four indicators that a register counts: two flows (<c>sum</c>) and two stocks (<c>last</c>).</summary>
/// <param name="Came">Flow: received or found.</param>
/// <param name="Left">Flow: resolved or remedied.</param>
/// <param name="Open">Stock: open on the last day.</param>
/// <param name="Overdue">Stock: open past the due day.</param>
public sealed record RegisterIndicators(string Came, string Left, string Open, string Overdue)
{
    /// <summary>Those of the complaints.</summary>
    public static RegisterIndicators Complaints { get; } = new("complaints.received", "complaints.resolved", "complaints.open", "complaints.overdue");

    /// <summary>Those of the lapses.</summary>
    public static RegisterIndicators Lapses { get; } = new("lapses.found", "lapses.remedied", "lapses.open", "lapses.overdue");
}
