using System.Diagnostics;
using System.Globalization;

namespace Dashboard.Benchmarks.Live;

/// <summary>The application in a process of its own (<see cref="LiveHost"/>), from the side of whoever measures it.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;

    private HostProcess(Process process, Uri root) => (_process, Root) = (process, root);

    public Uri Root { get; }

    public int Id => _process.Id;

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<HostProcess> StartAsync(params string[] options)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["live-host", .. options]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // As the application's own build has it.
        start.Environment["DOTNET_gcServer"] = "1";
        start.Environment["DOTNET_gcConcurrent"] = "1";
        Process process = Process.Start(start)!;
        return new HostProcess(process, new Uri(await LineAsync(process)));
    }

    /// <summary>What it answers to <c>cpu</c> or <c>heap</c>.</summary>
    public async Task<long> AskAsync(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        return long.Parse(await LineAsync(_process), CultureInfo.InvariantCulture);
    }

    /// <summary>Has it state figures, one after the other.</summary>
    /// <param name="count">How many.</param>
    /// <param name="pause">Milliseconds between two.</param>
    public async Task<List<Write>> WriteAsync(int count, int pause)
    {
        var done = new List<Write>();
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"write {count} {pause}"));
        for (int i = 0; i < count; i++)
        {
            string[] line = (await LineAsync(_process)).Split(' ');
            done.Add(new Write(long.Parse(line[0], CultureInfo.InvariantCulture), long.Parse(line[1], CultureInfo.InvariantCulture), line[2], long.Parse(line[3], CultureInfo.InvariantCulture)));
        }

        return done;
    }

    /// <summary>Has it send messages of its own to every connection of <see cref="Screens.RawBroadcast"/>, one after the other.</summary>
    /// <param name="count">How many.</param>
    /// <param name="pause">Milliseconds between two.</param>
    /// <param name="size">Bytes of each.</param>
    public async Task<List<(long Sent, string Mark)>> BroadcastAsync(int count, int pause, int size)
    {
        var done = new List<(long, string)>();
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"broadcast {count} {pause} {size}"));
        for (int i = 0; i < count; i++)
        {
            string[] line = (await LineAsync(_process)).Split(' ');
            done.Add((long.Parse(line[0], CultureInfo.InvariantCulture), line[1]));
        }

        return done;
    }

    /// <summary>Ends it at once, as a machine that loses its power does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static async Task<string> LineAsync(Process process) => await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The application ended.");
}
