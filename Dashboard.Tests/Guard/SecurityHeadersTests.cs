using System.Net;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Guard;

public sealed class SecurityHeadersTests(SampleSite site)
{
    private static readonly string[] Nowhere = ["/nowhere", "/c/NOWHERE", "/api/v1/nowhere", "/css/nowhere.css", "/api/v1/rollups?period=x"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("leader")]
    [InlineData("officer")]
    [InlineData("reviewer")]
    [InlineData("admin")]
    [InlineData("screen")]
    public async Task Every_answer_carries_the_headers_and_is_not_kept(string? account)
    {
        DashboardApp app = await site.AppAsync();
        HttpClient client = account is null ? await site.VisitorAsync() : await site.SignedInAsync(account);
        string[] paths = [.. Routes.Of(app, "GET").Select(Routes.PathOf).Concat(Nowhere).Distinct()];
        Assert.True(paths.Length > 10);
        foreach (string path in paths)
        {
            Check(await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Cancelled), path, isKept: false);
        }

        app.Faults.Take();
    }

    [Fact]
    public async Task So_does_every_answer_of_the_api()
    {
        HttpClient client = await site.ApiAsync("leader");
        foreach (string path in Routes.Of(await site.AppAsync(), "GET").Select(Routes.PathOf).Where(p => p.StartsWith("/api", StringComparison.Ordinal)).Append("/api/v1/committees/NOWHERE"))
        {
            Check(await client.GetAsync(path, Cancelled), path, isKept: false);
        }
    }

    [Fact]
    public async Task Assets_carry_them_and_may_be_kept()
    {
        HttpClient client = await site.VisitorAsync();
        IReadOnlyList<string> assets = Routes.Assets(await site.AppAsync());
        Assert.True(assets.Count > 50);
        foreach (string path in assets)
        {
            HttpResponseMessage answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Cancelled);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Check(answer, path, isKept: true);
        }
    }

    [Fact]
    public async Task Refusals_carry_them_too()
    {
        HttpClient client = await site.VisitorAsync();
        foreach ((string method, var endpoint) in Routes.Changing(await site.AppAsync()))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Routes.PathOf(endpoint));
            request.Headers.Add("Origin", "https://elsewhere.example");
            Check(await client.SendAsync(request, Cancelled), request.RequestUri!.ToString(), isKept: false);
        }
    }

    private static void Check(HttpResponseMessage answer, string path, bool isKept)
    {
        Assert.True((int)answer.StatusCode < 500 || path is "/error", $"{path}: {answer.StatusCode}");
        string policy = One(answer, "Content-Security-Policy", path);
        Assert.StartsWith("default-src 'none'; script-src 'self' 'nonce-", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options", path));
        Assert.Equal("same-origin", One(answer, "Referrer-Policy", path));
        Assert.Equal("same-origin", One(answer, "Cross-Origin-Opener-Policy", path));
        Assert.Equal("same-origin", One(answer, "Cross-Origin-Resource-Policy", path));
        Assert.Contains("camera=()", One(answer, "Permissions-Policy", path), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"), path);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"), path);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"), path);
        Assert.Equal("DENY", One(answer, "X-Frame-Options", path));
        Assert.Equal(isKept, One(answer, "Cache-Control", path) != "no-store");

        answer.Dispose();
    }

    private static string One(HttpResponseMessage answer, string header, string path)
    {
        Assert.True(answer.Headers.TryGetValues(header, out IEnumerable<string>? values), $"{path} has no {header}");
        return Assert.Single(values);
    }
}
