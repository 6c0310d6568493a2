namespace Dashboard.Data;

/// <summary>Who chose a meeting's scenes last, and when.</summary>
/// <param name="Account">Name of the account.</param>
/// <param name="At">When, UTC.</param>
public sealed record AgendaChange(string Account, DateTime At);
