namespace Dashboard.Domain.Committees;

/// <summary>
/// <paramref name="Committee"/> stood directly under <paramref name="Parent"/> from <paramref name="From"/> to
/// <paramref name="To"/>, both days included; null means without limit on that side. On a day of its life on which
/// no placement is in force a committee is a root.
/// </summary>
/// <param name="Committee">Code of the committee placed.</param>
/// <param name="Parent">Code of the committee above it.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force.</param>
public sealed record Placement(string Committee, string Parent, DateOnly? From, DateOnly? To);
