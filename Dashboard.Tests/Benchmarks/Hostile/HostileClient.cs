using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using Dashboard.Tests.Testing;

namespace Dashboard.Benchmarks.Hostile;

/// <summary>
/// One account that means harm, in a process of its own. It says <c>ready</c>, goes on until its standard input ends, and then
/// says how it was answered.
/// </summary>
internal sealed class HostileClient : IDisposable
{
    private const int Silent = 20, EventsASecond = 10_000, Circuits = 500, Megabyte = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _over = new();
    private readonly Uri _page;
    private readonly CookieContainer _cookies;

    private HostileClient(Uri page, CookieContainer cookies) => (_page, _cookies) = (page, cookies);

    /// <summary>What it can do.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["unacknowledged", "megabyte", "events", "circuits"];

    public static async Task<int> RunAsync(string kind, Uri root)
    {
        using var client = new HostileClient(new Uri(root, "c/TU-MAU"), await SampleVisitor.SignInAsync(root, CancellationToken.None, "reviewer"));
        _ = client.WaitForEndAsync();
        Console.WriteLine(kind switch
        {
            "unacknowledged" => await client.NeverAcknowledgeAsync(),
            "megabyte" => await client.SendMegabytesAsync(),
            "events" => await client.SendEventsAsync(),
            "circuits" => await client.OpenManyAsync(),
            _ => throw new ArgumentException(kind, nameof(kind)),
        });
        return 0;
    }

    public void Dispose() => _over.Dispose();

    private async Task WaitForEndAsync()
    {
        // The console's reader waits on the caller's thread whatever it is asked.
        await Task.Run(Console.In.ReadToEnd);
        await _over.CancelAsync();
    }

    private Task OverAsync() => Task.Delay(Timeout.Infinite, _over.Token).ContinueWith(_ => { }, TaskScheduler.Default);

    // Each from another address of the loopback: what counts by address is to be met by attackers who have many.
    private async Task<Viewer> OpenAsync(int number)
    {
        Viewer viewer = await Viewer.OpenAsync(_page, _cookies, CancellationToken.None, from: new IPAddress([127, 0, 1, (byte)(1 + (number % 50))]));
        await viewer.FirstDrawing;
        return viewer;
    }

    /// <summary>Circuits that never say that they have drawn.</summary>
    private async Task<string> NeverAcknowledgeAsync()
    {
        var open = new List<Viewer>();
        for (int i = 0; i < Silent; i++)
        {
            Viewer viewer = await OpenAsync(i);
            viewer.Acknowledges = false;
            viewer.Take();
            open.Add(viewer);
        }

        Console.WriteLine("ready");
        await OverAsync();
        int most = open.Max(v => v.Take().Count(a => a.Call is null));
        return $"{Silent} circuits were sent at most {most} batches each";
    }

    /// <summary>Messages of a megabyte, each on a connection of its own, two at a time.</summary>
    private async Task<string> SendMegabytesAsync()
    {
        Console.WriteLine("ready");
        int sent = 0, cut = 0, refused = 0;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async one =>
        {
            while (!_over.IsCancellationRequested)
            {
                try
                {
                    await using Viewer viewer = await OpenAsync(Interlocked.Increment(ref sent));
                    Task closed = viewer.Closed;
                    try
                    {
                        await viewer.CallAsync("OnLocationChanged", new string('a', Megabyte), null, false);
                    }
                    catch (WebSocketException)
                    {
                        // Cut while it was still being sent.
                    }

                    cut += await Task.WhenAny(closed, Task.Delay(Patience)) == closed ? 1 : 0;
                }
                catch (Exception exception) when (exception is WebSocketException or HttpRequestException or TimeoutException)
                {
                    refused++;
                    await Task.Delay(100);
                }
            }
        }));
        return $"{cut} of {sent - refused} connections that sent it were cut, {refused} were refused before";
    }

    /// <summary>The dearest event there is, another period of the page, as often as the connection takes it.</summary>
    private async Task<string> SendEventsAsync()
    {
        Viewer viewer = await OpenAsync(0);
        Console.WriteLine("ready");
        long begun = System.Diagnostics.Stopwatch.GetTimestamp();
        long sent = 0;
        string how = "the connection stayed";
        try
        {
            while (!_over.IsCancellationRequested)
            {
                double due = System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalSeconds * EventsASecond;
                while (sent < due && !_over.IsCancellationRequested)
                {
                    // What is not taken waits in the line: the sender is stopped there, as it should be.
                    await viewer.CallAsync("OnLocationChanged", $"{_page}?period=2026-Q{1 + (sent % 3)}", null, false).WaitAsync(_over.Token);
                    sent++;
                }

                viewer.Take();
                await Task.Delay(1, _over.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Over.
        }
        catch (WebSocketException)
        {
            how = "the connection was cut";
        }

        double seconds = System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{sent / seconds:N0} events a second were taken off the sender, {how}");
    }

    /// <summary>Circuits of one account, ten at a time.</summary>
    private async Task<string> OpenManyAsync()
    {
        Console.WriteLine("ready");
        int next = 0, open = 0, tooMany = 0, other = 0;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= Circuits && !_over.IsCancellationRequested)
            {
                try
                {
                    await OpenAsync(number);
                    Interlocked.Increment(ref open);
                }
                catch (WebSocketException refused) when (refused.Message.Contains("429", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref tooMany);
                }
                catch (Exception exception) when (exception is WebSocketException or HttpRequestException or TimeoutException)
                {
                    Interlocked.Increment(ref other);
                }
            }
        }));
        await OverAsync();
        return $"{open} of {Math.Min(next - 1, Circuits)} circuits were let in, {tooMany} refused with 429, {other} otherwise";
    }
}
