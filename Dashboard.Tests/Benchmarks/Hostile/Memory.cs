using System.Globalization;

namespace Dashboard.Benchmarks.Hostile;

/// <summary>The most memory that a process held while it was watched (Linux).</summary>
internal sealed class Memory : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _done = new();
    private readonly string _status;
    private readonly Task _watching;

    public Memory(int process)
    {
        _status = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status");
        _watching = WatchAsync();
    }

    /// <summary>MiB; 0 where the system does not tell.</summary>
    public double Peak { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _done.Dispose();
    }

    private async Task WatchAsync()
    {
        while (File.Exists(_status))
        {
            string line = (await File.ReadAllLinesAsync(_status, _done.Token)).FirstOrDefault(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)) ?? "VmRSS: 0 kB";
            Peak = Math.Max(Peak, double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024);
            await Task.Delay(Between, _done.Token);
        }
    }
}
