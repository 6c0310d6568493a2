using System.Diagnostics;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Dashboard.Guard;

/// <summary>Measures how long a page works for each message of its browser, and charges the connection with it.</summary>
internal sealed class CircuitMeter : CircuitHandler
{
    /// <inheritdoc />
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        CircuitAllowance? sender = CircuitPace.Current;
        long begun = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            sender?.Charge(Stopwatch.GetElapsedTime(begun));
        }
    };
}
