namespace Dashboard.Domain.Meetings;

/// <summary>One scene of a meeting and how long it stays.</summary>
/// <param name="Scene">What is shown.</param>
/// <param name="Seconds">Seconds until the next scene comes by itself, 5 to 3600; 0 waits for somebody to go on.</param>
public sealed record AgendaItem(SceneKind Scene, int Seconds);
