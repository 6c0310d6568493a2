namespace Dashboard.Domain.Changes;

/// <summary>
/// What the log's end was at some moment, kept outside the database. A log whose end was cut off or that was written anew agrees
/// with itself, but not with its anchors.
/// </summary>
/// <param name="Sequence">Sequence number of the entry that was the last.</param>
/// <param name="Hash">Its hash, or at least the first <see cref="FewestDigits"/> hex digits of it.</param>
/// <param name="Source">Where the anchor comes from, for a message: a line of a file, the minutes of a meeting.</param>
public sealed record LogAnchor(long Sequence, string Hash, string Source)
{
    /// <summary>Fewest hex digits that stand for a hash: enough that no other entry can be made to match.</summary>
    public const int FewestDigits = 16;

    /// <summary>Whether an entry's hash is the one that was anchored.</summary>
    public bool Agrees(string hash) => hash.StartsWith(Hash, StringComparison.Ordinal);
}
