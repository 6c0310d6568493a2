namespace Dashboard.SampleData;

/// <summary>Whether this server is to have sample data: in development, or by <c>Dashboard__Sample</c>.</summary>
/// <param name="IsWanted">True to load and simulate.</param>
public sealed record SampleChoice(bool IsWanted);
