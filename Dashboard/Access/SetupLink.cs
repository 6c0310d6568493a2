using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dashboard.Access;

/// <summary>
/// Prints the setup link when the server has started and there is no account. To the console and not into the log: a log
/// is kept and read by others.
/// </summary>
internal sealed class SetupLink(FirstStart first, IServer server, [FromKeyedServices(SetupLink.Console)] TextWriter console) : IHostedLifecycleService
{
    /// <summary>Key of the writer it prints to.</summary>
    public const string Console = "console";

    /// <inheritdoc />
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await first.IssueAsync(cancellationToken) is not { } code)
        {
            return;
        }

        await console.WriteLineAsync("\nChưa có tài khoản nào. Mở đường dẫn sau để thiết lập; dùng một lần, trong 30 phút.");
        await console.WriteLineAsync("There is no account yet. Open this link to set one up; it is good once, for 30 minutes.\n");
        foreach (string address in Reachable(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []))
        {
            await console.WriteLineAsync($"  {address.TrimEnd('/')}{FirstStart.PathOf(code)}");
        }

        await console.WriteLineAsync();
        await console.FlushAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Addresses as they can be opened on the machine itself: one that listens everywhere listens on it too.</summary>
    internal static IEnumerable<string> Reachable(IEnumerable<string> addresses) => addresses
        .Select(a => a.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal)).Distinct();
}
