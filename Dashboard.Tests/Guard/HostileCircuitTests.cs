using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using Dashboard.Data;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Guard;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Dashboard.Tests.Guard;

/// <summary>One live connection that misbehaves harms itself.</summary>
public sealed class HostileCircuitTests(SampleSite site)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_of_a_megabyte_ends_its_connection_and_no_other()
    {
        await using Copy copy = await Copy.OfAsync(site);
        CookieContainer leader = await SampleVisitor.SignInAsync(copy.App.Address, Cancelled);
        var page = new Uri(copy.App.Address, "/c/TU-MAU");
        await using Viewer other = await Viewer.OpenAsync(page, leader, Cancelled);
        await using Viewer hostile = await Viewer.OpenAsync(page, leader, Cancelled);
        await Task.WhenAll(other.FirstDrawing, hostile.FirstDrawing);
        try
        {
            await hostile.CallAsync("OnLocationChanged", new string('a', 1024 * 1024), null, false);
        }
        catch (WebSocketException)
        {
            // Closed while it was still being sent.
        }

        await hostile.Closed.WaitAsync(TimeSpan.FromSeconds(20), Cancelled);
        other.Take();
        await StateAsync(copy, 1);
        await ArrivedAsync(other);
        copy.App.Faults.Take();
    }

    [Fact]
    public async Task Who_never_says_that_it_has_drawn_is_sent_no_more_after_some_batches()
    {
        await using Copy copy = await Copy.OfAsync(site);
        CookieContainer leader = await SampleVisitor.SignInAsync(copy.App.Address, Cancelled);
        var page = new Uri(copy.App.Address, "/c/TU-MAU");
        await using Viewer hostile = await Viewer.OpenAsync(page, leader, Cancelled);
        await using Viewer other = await Viewer.OpenAsync(page, leader, Cancelled);
        await Task.WhenAll(other.FirstDrawing, hostile.FirstDrawing);
        hostile.Acknowledges = false;
        hostile.Take();
        for (int i = 1; i <= 25; i++)
        {
            other.Take();
            await StateAsync(copy, i);
            await ArrivedAsync(other);
        }

        Assert.InRange(hostile.Take().Count(arrival => arrival.Call is null), 0, 11);
        Assert.Empty(copy.App.Faults.Take());
    }

    [Fact]
    public async Task Who_sends_faster_than_is_taken_has_to_wait()
    {
        var pace = new CircuitPace(Options.Create(new Limits { MessagesPerSecond = 50, MessageBurst = 5 }));
        using var hub = new Nothing();
        var fast = new HubInvocationContext(new Caller(), null!, hub, typeof(Nothing).GetMethod(nameof(Nothing.ToString))!, []);
        var slow = new HubInvocationContext(new Caller(), null!, hub, typeof(Nothing).GetMethod(nameof(Nothing.ToString))!, []);
        long begun = Stopwatch.GetTimestamp();
        for (int i = 0; i < 25; i++)
        {
            await pace.InvokeMethodAsync(fast, _ => ValueTask.FromResult<object?>(null));
        }

        Assert.InRange(Stopwatch.GetElapsedTime(begun).TotalMilliseconds, 300, 5_000);
        begun = Stopwatch.GetTimestamp();
        await pace.InvokeMethodAsync(slow, _ => ValueTask.FromResult<object?>(null));
        Assert.True(Stopwatch.GetElapsedTime(begun).TotalMilliseconds < 200);
    }

    [Fact]
    public async Task Whose_messages_cost_much_has_to_wait_and_who_costs_little_has_not()
    {
        var limits = new Limits { ProcessorPercent = 50 };
        CircuitAllowance dear = new(limits), cheap = new(limits);
        for (TimeSpan spent = TimeSpan.Zero; spent < CircuitAllowance.Burst + TimeSpan.FromSeconds(1); spent += TimeSpan.FromMilliseconds(50))
        {
            dear.Charge(TimeSpan.FromMilliseconds(50));
        }

        cheap.Charge(CircuitAllowance.Burst / 2);
        // One that takes long, for whatever reason, is counted as one that is dear, not as all that it took.
        cheap.Charge(TimeSpan.FromMinutes(5));
        Assert.InRange(dear.Take().TotalSeconds, 1, 2.2);
        Assert.Equal(TimeSpan.Zero, cheap.Take());
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_page_that_is_asked_for_more_than_its_share_is_drawn_no_more_often_than_that()
    {
        await using Copy copy = await Copy.OfAsync(site, ($"{Limits.Section}:{nameof(Limits.ProcessorPercent)}", "1"));
        CookieContainer leader = await SampleVisitor.SignInAsync(copy.App.Address, Cancelled);
        var page = new Uri(copy.App.Address, "/c/TU-MAU");
        await using Viewer hostile = await Viewer.OpenAsync(page, leader, Cancelled);
        await hostile.FirstDrawing;
        int drawn = 0;
        for (int i = 0; i < 600; i++)
        {
            await hostile.CallAsync("OnLocationChanged", $"{page}?period=2026-Q{1 + (i % 3)}", null, false);
            drawn += hostile.Take().Count;
        }

        // With a hundredth of a processor the burst of two seconds is all that there is for long: what was sent is not all answered.
        await Task.Delay(2_000, Cancelled);
        int before = drawn + hostile.Take().Count;
        await Task.Delay(1_000, Cancelled);
        Assert.True(hostile.Take().Count < 20, $"Still answered after {before} drawings.");
        await using Viewer other = await Viewer.OpenAsync(page, leader, Cancelled);
        await other.FirstDrawing;
        Assert.Empty(copy.App.Faults.Take());
    }

    /// <summary>States a figure that the province's page shows.</summary>
    private static Task<WriteReceipt> StateAsync(Copy copy, int value) => copy.App.Ledger.StateAsync(
        "test",
        new Figure
        {
            Committee = copy.App.Figures.Now.Hierarchy.NumberOf("HU-MAU-01"),
            Indicator = copy.App.Figures.Now.Indicators.TryNumberOf("vetting.admission", out int indicator) ? indicator : throw new InvalidOperationException(),
            Period = Period.Quarter(2026, 3),
            Value = 10_000 + value,
            Standing = Standing.Revised,
        },
        cancellationToken: Cancelled);

    private static async Task ArrivedAsync(Viewer viewer)
    {
        long begun = Stopwatch.GetTimestamp();
        while (viewer.Take().Count == 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(20), "Nothing arrived.");
            await Task.Delay(20, Cancelled);
        }
    }

    private sealed class Nothing : Hub;

    private sealed class Caller : HubCallerContext
    {
        public override string ConnectionId => "1";

        public override string? UserIdentifier => null;

        public override System.Security.Claims.ClaimsPrincipal? User => null;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => CancellationToken.None;

        public override void Abort()
        {
        }
    }
}
