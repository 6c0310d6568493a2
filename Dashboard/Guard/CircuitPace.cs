using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Dashboard.Guard;

/// <summary>
/// Makes a live connection wait that sends faster than a person clicks and a page answers. Its messages are taken one after the
/// other, so that waiting with one holds up the rest of them where they are: with the sender.
/// </summary>
internal sealed class CircuitPace(IOptions<Limits> options) : IHubFilter
{
    private readonly ConditionalWeakTable<HubCallerContext, Allowance> _allowances = [];

    /// <inheritdoc />
    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        Allowance allowance = _allowances.GetValue(invocation.Context, _ => new Allowance(options.Value));
        TimeSpan wait = allowance.Take();
        return wait <= TimeSpan.Zero ? next(invocation) : LaterAsync(wait, invocation, next);
    }

    private static async ValueTask<object?> LaterAsync(TimeSpan wait, HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        await Task.Delay(wait, invocation.Context.ConnectionAborted);
        return await next(invocation);
    }

    /// <summary>A bucket that fills evenly; asked by one message at a time.</summary>
    private sealed class Allowance(Limits limits)
    {
        private double _left = limits.MessageBurst;
        private long _asked = Stopwatch.GetTimestamp();

        public TimeSpan Take()
        {
            long now = Stopwatch.GetTimestamp();
            _left = Math.Min(limits.MessageBurst, _left + (Stopwatch.GetElapsedTime(_asked, now).TotalSeconds * limits.MessagesPerSecond));
            _asked = now;
            _left--;
            // Timers are coarse: short waits are saved up.
            TimeSpan owed = TimeSpan.FromSeconds(-_left / limits.MessagesPerSecond);
            return owed > TimeSpan.FromMilliseconds(20) ? owed : TimeSpan.Zero;
        }
    }
}
