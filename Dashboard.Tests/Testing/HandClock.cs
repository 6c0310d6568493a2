namespace Dashboard.Tests.Testing;

/// <summary>A clock that stands until it is moved on; it starts on 2026-11-23, 09:00 in Vietnam.</summary>
internal sealed class HandClock : TimeProvider
{
    private DateTimeOffset _now = new(SampleDatabase.Today.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);

    /// <summary>Moves it on.</summary>
    public void Pass(TimeSpan time) => _now += time;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _now;
}
