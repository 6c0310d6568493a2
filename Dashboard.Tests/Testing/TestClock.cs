namespace Dashboard.Tests.Testing;

/// <summary>
/// The clock of the tests and of what they start: 10:00 in Vietnam on the sample's day when the first of them begins, and running on
/// from there, the same for all, so that they mean the same on whichever day they run.
/// </summary>
public sealed class TestClock : TimeProvider
{
    /// <summary>The one there is.</summary>
    public static readonly TimeProvider Shared = new TestClock();

    private static readonly DateTimeOffset Start = new(SampleDatabase.Today.ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero);

    private readonly long _begun = System.GetTimestamp();

    private TestClock()
    {
    }

    /// <summary>What time it is, UTC.</summary>
    public static DateTime Now => Shared.GetUtcNow().UtcDateTime;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Start + System.GetElapsedTime(_begun);
}
