using System.Diagnostics;
using System.Globalization;

namespace Dashboard.Tests.Testing;

/// <summary>The application in a process of its own, started as an administrator would, with its data in a given folder.</summary>
internal sealed class RealServer : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    private RealServer(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it is served.</summary>
    public Uri Address { get; }

    /// <summary>What it ended with; only once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<RealServer> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Dashboard__Data"] = folder;
        Process process = Process.Start(start)!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            said.Add(line);
            if (line.Contains(Listening, StringComparison.Ordinal))
            {
                // What is not read would keep it from saying more.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new RealServer(process, new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim()));
            }
        }

        process.Dispose();
        throw new InvalidOperationException($"The application did not start: {string.Join('\n', said)}");
    }

    /// <summary>Asks it to end, as the system's service manager does.</summary>
    public async Task AskToEndAsync(CancellationToken cancellationToken)
    {
        using Process kill = Process.Start("sh", ["-c", "kill -TERM $0", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Waits until it has ended; false when it has not within a time.</summary>
    public async Task<bool> EndsWithinAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(time);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
