using System.Net;
using System.Net.WebSockets;
using Dashboard.Guard;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Guard;

public sealed class CircuitGateTests(SampleSite site)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_has_so_many_live_connections_and_gets_one_back_when_it_closes_one()
    {
        await using Copy copy = await Copy.OfAsync(site, ($"{Limits.Section}:{nameof(Limits.CircuitsPerAccount)}", "2"));
        CookieContainer leader = await SampleVisitor.SignInAsync(copy.App.Address, Cancelled);
        CookieContainer reviewer = await SampleVisitor.SignInAsync(copy.App.Address, Cancelled, "reviewer");
        var page = new Uri(copy.App.Address, "/c/TU-MAU");
        await using Viewer first = await Viewer.OpenAsync(page, leader, Cancelled);
        Viewer second = await Viewer.OpenAsync(page, leader, Cancelled);
        await first.FirstDrawing;
        WebSocketException refused = await Assert.ThrowsAsync<WebSocketException>(() => Viewer.OpenAsync(page, leader, Cancelled));
        Assert.Contains("429", refused.Message, StringComparison.Ordinal);
        await using Viewer other = await Viewer.OpenAsync(page, reviewer, Cancelled);
        await second.DisposeAsync();
        await using Viewer third = await Soon.AsAsync<Viewer, WebSocketException>(() => Viewer.OpenAsync(page, leader, Cancelled));
        await third.FirstDrawing;
        Assert.Empty(copy.App.Faults.Take());
    }

    [Fact]
    public async Task All_together_have_so_many()
    {
        await using Copy copy = await Copy.OfAsync(site, ($"{Limits.Section}:{nameof(Limits.Circuits)}", "1"));
        CookieContainer leader = await SampleVisitor.SignInAsync(copy.App.Address, Cancelled);
        CookieContainer reviewer = await SampleVisitor.SignInAsync(copy.App.Address, Cancelled, "reviewer");
        var page = new Uri(copy.App.Address, "/c/TU-MAU");
        await using Viewer first = await Viewer.OpenAsync(page, leader, Cancelled);
        await Assert.ThrowsAsync<WebSocketException>(() => Viewer.OpenAsync(page, reviewer, Cancelled));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Only_a_web_socket_becomes_a_live_connection(string method)
    {
        HttpClient leader = await site.SignedInAsync("leader");
        using var request = new HttpRequestMessage(new HttpMethod(method), "/_blazor?id=1");
        Assert.Equal(HttpStatusCode.BadRequest, (await leader.SendAsync(request, Cancelled)).StatusCode);
    }
}
