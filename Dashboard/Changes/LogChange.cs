namespace Dashboard.Changes;

/// <summary>What an entry says of one field.</summary>
/// <param name="Field">Name of the field in the JSON, e.g. <c>outOf</c>.</param>
/// <param name="Before">What held before, in the reader's language; null when there was nothing.</param>
/// <param name="After">What holds now; null when there is nothing.</param>
public sealed record LogChange(string Field, string? Before, string? After);
