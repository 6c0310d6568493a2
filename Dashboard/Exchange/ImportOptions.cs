namespace Dashboard.Exchange;

/// <summary>How a file is taken in.</summary>
/// <param name="Account">Name of the account that the log names.</param>
public sealed record ImportOptions(string Account)
{
    /// <summary>Checks everything and writes nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Marks new committees as made-up sample data.</summary>
    public bool IsSample { get; init; }

    /// <summary>Why, for the log.</summary>
    public string? Reason { get; init; }

    /// <summary>Told of the rows read and written so far, on whatever thread does it.</summary>
    public IProgress<ImportProgress>? Progress { get; init; }
}

/// <summary>How far an import is.</summary>
/// <param name="Read">Rows read so far.</param>
/// <param name="Written">Rows written so far.</param>
public readonly record struct ImportProgress(int Read, int Written);
