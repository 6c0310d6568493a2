using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Routing;

namespace Dashboard.Tests.Guard;

/// <summary>Nothing happens in a reader's name that the reader's own page did not ask for. What is tried comes from the table of endpoints.</summary>
public sealed partial class CrossSiteTests(SampleSite site)
{
    private const string Token = "__RequestVerificationToken";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_form_is_taken_without_its_token_or_with_one_that_is_forged_or_anothers()
    {
        DashboardApp app = await site.AppAsync();
        string anothers = await TokenAsync(await site.SignedInAsync("officer"));
        string own = await TokenAsync(await site.SignedInAsync("leader"));
        string forged = own[..^8] + new string([.. own[^8..].Reverse()]);
        HttpClient leader = await site.SignedInAsync("leader");
        int tried = 0;
        foreach ((string method, RouteEndpoint endpoint) in Routes.Changing(app).Where(e => !IsWithoutForms(e.Endpoint)))
        {
            foreach (string? token in (string?[])[null, "", "made-up", forged, anothers])
            {
                HttpStatusCode status = await PostAsync(leader, method, Routes.PathOf(endpoint), token);
                Assert.True((int)status is >= 400 and < 500, $"{method} {Routes.PathOf(endpoint)} with {token ?? "no token"}: {status}");
                tried++;
            }
        }

        Assert.True(tried > 10);
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync("/c/TU-MAU", Cancelled)).StatusCode);
        app.Faults.Take();
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task What_the_page_of_another_origin_sends_is_refused_before_anything_else(string header, string value)
    {
        DashboardApp app = await site.AppAsync();
        HttpClient leader = await site.SignedInAsync("leader");
        foreach ((string method, RouteEndpoint endpoint) in Routes.Changing(app))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Routes.PathOf(endpoint));
            request.Headers.TryAddWithoutValidation(header, value);
            request.Content = new FormUrlEncodedContent([new(Token, await TokenAsync(leader))]);
            Assert.Equal(HttpStatusCode.Forbidden, (await leader.SendAsync(request, Cancelled)).StatusCode);
        }
    }

    [Theory]
    [InlineData("https://elsewhere.example", 403)]
    [InlineData("null", 403)]
    [InlineData("file://", 403)]
    [InlineData("http://127.0.0.1:1", 403)]
    [InlineData("http://127.0.0.1.elsewhere.example", 403)]
    public async Task No_live_connection_is_made_for_another_origin(string origin, int status)
    {
        DashboardApp app = await site.AppAsync();
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = await SampleVisitor.SignInAsync(app.Address, Cancelled);
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new UriBuilder(app.Address) { Scheme = "ws", Path = "_blazor" }.Uri, Cancelled));
        Assert.Equal(status, (int)socket.HttpStatusCode);
    }

    [Fact]
    public async Task Reading_changes_nothing()
    {
        await using Copy copy = await Copy.OfAsync(site);
        HttpClient[] readers = [copy.Visitor(), await copy.SignedInAsync("leader"), await copy.SignedInAsync("admin")];
        string before = copy.Content;
        foreach (HttpClient reader in readers)
        {
            foreach (RouteEndpoint endpoint in Routes.Of(copy.App, "GET"))
            {
                await reader.GetAsync(Routes.PathOf(endpoint), Cancelled);
            }
        }

        Assert.Equal(before, copy.Content);
        Assert.Equal(HttpStatusCode.OK, (await readers[2].GetAsync("/admin/import", Cancelled)).StatusCode);
    }

    /// <summary>Live connections have the check of their origin; how the process is may be asked by any method.</summary>
    private static bool IsWithoutForms(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.TrimStart('/') is var route && (route.StartsWith("_blazor", StringComparison.Ordinal) || route.StartsWith("health/", StringComparison.Ordinal));

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string method, string path, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = new FormUrlEncodedContent(token is null ? [new("account", "admin")] : [new("account", "admin"), new(Token, token)]);
        return (await client.SendAsync(request, Cancelled)).StatusCode;
    }

    private static async Task<string> TokenAsync(HttpClient client) => InForm().Match(await client.GetStringAsync("/sign-in", Cancelled)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" (?:type=\"hidden\" )?value=\"([^\"]+)\"")]
    private static partial Regex InForm();
}
