using System.Net.WebSockets;
using Dashboard.Tests.Meeting;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Layout;

/// <summary>A server that is told to end lets everybody go and ends: screens and pages come back to the next one.</summary>
public sealed class StoppingTests(SampleSite site)
{
    /// <summary>Far more than it takes, far less than anybody waits for a restart.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Screens_and_pages_are_let_go_at_once_and_the_server_ends()
    {
        string folder = await site.CopyOfDataAsync();
        using (RealServer server = await RealServer.StartAsync(folder, Cancelled))
        {
            await using MeetingScreen wall = await MeetingScreen.OpenAsync(server.Address, "leader", "/meeting/TU-MAU/stream");
            await wall.UntilAsync(screen => screen.Version > 0);
            await using Viewer page = await Viewer.OpenAsync(new Uri(server.Address, "/c/TU-MAU"), await SampleVisitor.SignInAsync(server.Address, Cancelled), Cancelled);
            await page.FirstDrawing;

            await server.AskToEndAsync(Cancelled);
            await wall.UntilAsync(screen => screen.Closed is not null);
            Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, wall.Closed);
            await page.Closed.WaitAsync(Patience, Cancelled);
            Assert.True(await server.EndsWithinAsync(Patience, Cancelled), "The server still runs.");
            Assert.Equal(0, server.ExitCode);
        }

        await Folders.DeleteAsync(folder);
    }

    [Fact]
    public async Task Browsers_that_answer_nothing_do_not_keep_it()
    {
        string folder = await site.CopyOfDataAsync();
        using (RealServer server = await RealServer.StartAsync(folder, Cancelled))
        {
            // Neither reads what it is sent from here on, as one that has lost its network.
            await using MeetingScreen wall = await MeetingScreen.OpenAsync(server.Address, "leader", "/meeting/TU-MAU/stream");
            await wall.UntilAsync(screen => screen.Version > 0);
            using var page = new ClientWebSocket();
            page.Options.Cookies = await SampleVisitor.SignInAsync(server.Address, Cancelled);
            page.Options.SetRequestHeader("Origin", server.Address.GetLeftPart(UriPartial.Authority));
            await page.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "_blazor" }.Uri, Cancelled);
            await page.SendAsync("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, Cancelled);
            await page.ReceiveAsync(new byte[1024], Cancelled);

            await server.AskToEndAsync(Cancelled);
            Assert.True(await server.EndsWithinAsync(Patience, Cancelled), "The server still runs.");
            Assert.Equal(0, server.ExitCode);
        }

        await Folders.DeleteAsync(folder);
    }
}
