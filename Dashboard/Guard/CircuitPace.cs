using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Dashboard.Guard;

/// <summary>
/// Makes a live connection wait that sends faster than a person clicks and a page answers, or whose messages cost more of the
/// processor than one reader may have. Its messages are taken one after the other, so that waiting with one holds up the rest of
/// them where they are: with the sender.
/// </summary>
internal sealed class CircuitPace(IOptions<Limits> options) : IHubFilter
{
    private static readonly AsyncLocal<CircuitAllowance?> Sender = new();

    private readonly ConditionalWeakTable<HubCallerContext, CircuitAllowance> _allowances = [];

    /// <summary>Allowance of the connection whose message is being taken; null outside of that.</summary>
    public static CircuitAllowance? Current => Sender.Value;

    /// <inheritdoc />
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        CircuitAllowance allowance = _allowances.GetValue(invocation.Context, _ => new CircuitAllowance(options.Value));
        TimeSpan wait = allowance.Take();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, invocation.Context.ConnectionAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // What waits when its sender is gone is for nobody, and is no fault: thousands of them would fill the server's log.
        if (invocation.Context.ConnectionAborted.IsCancellationRequested)
        {
            return null;
        }

        // What the message sets going knows by this who is to pay for it, also where nobody waits for its end.
        Sender.Value = allowance;
        return await next(invocation);
    }
}
