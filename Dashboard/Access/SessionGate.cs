using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Dashboard.Access;

/// <summary>Lets nothing that a browser sends reach a page whose session is over, whatever the browser does about being told.</summary>
public sealed class SessionGate(CircuitAccount account) : CircuitHandler
{
    /// <inheritdoc />
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        account.Open();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context => account.IsOver ? Task.CompletedTask : next(context);
}
