namespace Dashboard.Data;

/// <summary>A write is on the disk.</summary>
/// <param name="LastSequence">Sequence number of its last log entry, or of the last one before it when it changed nothing.</param>
/// <param name="Entries">How many log entries it made.</param>
public readonly record struct WriteReceipt(long LastSequence, int Entries);
