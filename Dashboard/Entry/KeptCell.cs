namespace Dashboard.Entry;

/// <summary>What a browser kept of a cell that was not saved.</summary>
/// <param name="Code">Code of the line.</param>
/// <param name="Text">What was typed.</param>
/// <param name="Seen">Revision of the line that was shown then.</param>
/// <param name="At">When, UTC.</param>
public sealed record KeptCell(string Code, string Text, int Seen, DateTime At);
