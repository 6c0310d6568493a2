namespace Dashboard.Data;

/// <summary>A setting that belongs to the database rather than to a server.</summary>
/// <param name="Key">Dotted name.</param>
/// <param name="Value">Its text.</param>
public sealed record Setting(string Key, string Value);
