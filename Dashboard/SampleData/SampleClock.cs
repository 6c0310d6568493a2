namespace Dashboard.SampleData;

/// <summary>The hour at which something of the sample was written, on a day that is over.</summary>
internal sealed class SampleClock : TimeProvider
{
    /// <summary>What it shows, UTC.</summary>
    public DateTime Now { get; set; }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
