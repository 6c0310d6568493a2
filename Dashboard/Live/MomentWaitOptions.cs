namespace Dashboard.Live;

/// <summary>When a reader is told that the log is still to be read.</summary>
public sealed class MomentWaitOptions
{
    /// <summary>
    /// A hundred thousand entries take about a second: half of that is read within the time that a page may take, and a page that
    /// says so would be gone before it was understood.
    /// </summary>
    public const long MostUntold = 50_000;

    /// <summary>Entries that may be left to be read without telling.</summary>
    public long Untold { get; set; } = MostUntold;
}
