using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dashboard.Guard;
using Dashboard.Layout;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dashboard.Tests.Guard;

public sealed class RateLimitsTests(SampleSite site)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_api_takes_so_many_requests_of_an_address_and_then_says_when_to_come_back()
    {
        await using Copy copy = await Copy.OfAsync(site, Setting(nameof(Limits.ApiPerAddress), 5), ("Dashboard:Proxies", "127.0.0.1"));
        HttpClient visitor = copy.Visitor();
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(visitor, "203.0.113.9", token: $"guess-{i}")).StatusCode);
        }

        HttpResponseMessage refused = await AskAsync(visitor, "203.0.113.9", token: "guess-6");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal("requests.tooMany", (string?)(await refused.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!["code"]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(visitor, "203.0.113.10", token: "other")).StatusCode);
        // An IPv6 network is one visitor.
        for (int i = 0; i < 5; i++)
        {
            await AskAsync(visitor, $"2001:db8::{i + 1}", token: "six");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(visitor, "2001:db8::ffff", token: "six")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(visitor, "2001:db8:0:1::1", token: "six")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/sign-in", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_token_has_a_limit_of_its_own_wherever_it_is_shown()
    {
        await using Copy copy = await Copy.OfAsync(site, Setting(nameof(Limits.ApiPerToken), 3), ("Dashboard:Proxies", "127.0.0.1"));
        HttpClient visitor = copy.Visitor();
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(visitor, $"203.0.113.{i}", token: "one")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(visitor, "203.0.113.99", token: "one")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(visitor, "203.0.113.99", token: "two")).StatusCode);
    }

    [Fact]
    public async Task A_made_up_address_gains_nothing()
    {
        await using Copy copy = await Copy.OfAsync(site, Setting(nameof(Limits.ApiPerAddress), 3));
        HttpClient visitor = copy.Visitor();
        HttpStatusCode[] answers = [.. await Task.WhenAll(Enumerable.Range(1, 10).Select(async i => (await AskAsync(visitor, $"203.0.113.{i}", token: "x")).StatusCode))];
        Assert.Equal(7, answers.Count(a => a == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Live_connections_cannot_be_begun_without_end()
    {
        await using Copy copy = await Copy.OfAsync(site, Setting(nameof(Limits.CircuitStarts), 4));
        HttpClient leader = await copy.SignedInAsync("leader");
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await leader.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancelled)).StatusCode);
        }

        HttpResponseMessage refused = await leader.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancelled);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("vi", "Quá nhiều yêu cầu")]
    [InlineData("en", "Too many requests")]
    public async Task Whoever_tries_to_sign_in_too_often_is_told_so_in_the_readers_language(string language, string title)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Configuration["Dashboard:Limits:SignIns"] = "20";
        builder.AddGuard();
        builder.AddShell();
        await using WebApplication app = builder.Build();
        app.UseShell();
        app.MapPost("/try", () => "tried").RequireRateLimiting(RateLimits.SignIn);
        await app.StartAsync(Cancelled);
        using var visitor = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
        visitor.DefaultRequestHeaders.Add("Cookie", $".AspNetCore.Culture=c%3D{language}%7Cuic%3D{language}".Replace("%3Dvi", "%3Dvi-VN", StringComparison.Ordinal).Replace("%3Den", "%3Den-GB", StringComparison.Ordinal));
        for (int i = 0; i < 20; i++)
        {
            Assert.Equal("tried", await (await visitor.PostAsync("/try", null, Cancelled)).Content.ReadAsStringAsync(Cancelled));
        }

        HttpResponseMessage refused = await visitor.PostAsync("/try", null, Cancelled);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal("no-store", refused.Headers.CacheControl!.ToString());
        Assert.Contains($"<h1 class=\"eh\">{title}</h1>", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancelled)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_guess_at_each_of_many_accounts_is_stopped_by_where_it_comes_from_and_the_page_can_still_be_seen()
    {
        await using Copy copy = await Copy.OfAsync(site, Setting(nameof(Limits.SignIns), 20));
        using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = copy.App.Address };
        string page = await visitor.GetStringAsync("/sign-in", Cancelled);
        string token = System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\" (?:type=\"hidden\" )?value=\"([^\"]+)\"").Groups[1].Value;
        var answers = new List<HttpStatusCode>();
        for (int i = 0; i < 30; i++)
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "password"), new("name", $"unit-{i}"), new("password", "một mật khẩu đoán")]);
            answers.Add((await visitor.PostAsync("/sign-in", form, Cancelled)).StatusCode);
        }

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.OK, 20).Concat(Enumerable.Repeat(HttpStatusCode.TooManyRequests, 10)), answers);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/sign-in", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_limit_below_one_keeps_the_application_from_starting() =>
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using Copy copy = await Copy.OfAsync(site, Setting(nameof(Limits.SignIns), 0));
        });

    private static (string Key, string Value) Setting(string name, int value) => ($"{Limits.Section}:{name}", value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<HttpResponseMessage> AskAsync(HttpClient visitor, string address, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/committees/TU-MAU");
        request.Headers.Add("X-Forwarded-For", address);
        request.Headers.Authorization = new("Bearer", token);
        return await visitor.SendAsync(request, Cancelled);
    }
}
