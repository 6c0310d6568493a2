using System.Diagnostics;

namespace Dashboard.Guard;

/// <summary>
/// What one live connection may still send and cost: two buckets that fill evenly, one of messages and one of time in which the
/// page works for it. Asked by one message at a time; what it costs is known later, and on any thread.
/// </summary>
internal sealed class CircuitAllowance(Limits limits)
{
    /// <summary>Time that a connection may have at once: some dozen pages.</summary>
    public static readonly TimeSpan Burst = TimeSpan.FromSeconds(2);

    /// <summary>One message is never counted with more: most of a longer one is waiting for others.</summary>
    public static readonly TimeSpan Dearest = TimeSpan.FromMilliseconds(100);

    // Timers are coarse: short waits are saved up.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    private double _messages = limits.MessageBurst;
    private double _seconds = Burst.TotalSeconds;
    private long _asked = Stopwatch.GetTimestamp();
    private long _spent;

    /// <summary>Takes a message in; how long it has to wait.</summary>
    public TimeSpan Take()
    {
        long now = Stopwatch.GetTimestamp();
        double since = Stopwatch.GetElapsedTime(_asked, now).TotalSeconds;
        double share = limits.ProcessorPercent / 100.0;
        _asked = now;
        _messages = Math.Min(limits.MessageBurst, _messages + (since * limits.MessagesPerSecond)) - 1;
        _seconds = Math.Min(Burst.TotalSeconds, _seconds + (since * share)) - TimeSpan.FromTicks(Interlocked.Exchange(ref _spent, 0)).TotalSeconds;
        TimeSpan owed = TimeSpan.FromSeconds(Math.Max(-_messages / limits.MessagesPerSecond, -_seconds / share));
        return owed > Shortest ? owed : TimeSpan.Zero;
    }

    /// <summary>A message of the connection has had the page work for so long.</summary>
    public void Charge(TimeSpan time) => Interlocked.Add(ref _spent, Math.Min(time.Ticks, Dearest.Ticks));
}
