namespace Dashboard.Data;

/// <summary>Where the change log ends: who knows this, kept outside the database, notices when entries at the end are cut off or all are rewritten.</summary>
/// <param name="Sequence">Sequence number of the last entry; 0 for an empty log.</param>
/// <param name="Hash">Its hash, 64 lower-case hex digits.</param>
public readonly record struct LogHead(long Sequence, string Hash);
