using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Guard;

public sealed class RequestFaultsTests(SampleSite site)
{
    private const string Secret = "Pa55-w0rd-tr0ub4dor";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_page_that_breaks_says_so_with_a_number_that_the_log_knows_and_nothing_else(string environment)
    {
        await using Copy copy = await Copy.OfAsync(site, environment, services => services.AddSingleton<IAuthorizationMiddlewareResultHandler, Breaking>());
        HttpClient leader = await copy.SignedInAsync("leader");
        HttpResponseMessage answer = await leader.GetAsync($"/breaks%0A{Uri.EscapeDataString("fake line")}?password={Secret}", Cancelled);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        string page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.DoesNotContain("broken on purpose", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
        string log = Assert.Single(copy.App.Faults.Take());
        Assert.Contains("broken on purpose", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, log, StringComparison.Ordinal);
        Assert.Contains("/breaks%0A", log, StringComparison.Ordinal);
        Assert.DoesNotContain("\nfake line", log, StringComparison.Ordinal);
        string trace = System.Text.RegularExpressions.Regex.Match(log, @"trace ([\w-]+)\.").Groups[1].Value;
        Assert.Contains(trace, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_told_as_little()
    {
        await using Copy copy = await Copy.OfAsync(site, "Production", services => services.AddSingleton<IAuthorizationMiddlewareResultHandler, Breaking>());
        HttpClient leader = await copy.SignedInAsync("leader");
        HttpResponseMessage answer = await leader.GetAsync("/api/breaks", Cancelled);
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        JsonNode problem = (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!;
        Assert.DoesNotContain("purpose", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains((string)problem["traceId"]!, Assert.Single(copy.App.Faults.Take()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_gets_into_the_log_at_any_level()
    {
        await using Copy copy = await Copy.OfAsync(site, "Production", _ => { }, keepsAll: true, ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"), ("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Trace"));
        HttpClient leader = await copy.SignedInAsync("leader");
        foreach (string path in Routes.Changing(copy.App).Select(e => Routes.PathOf(e.Endpoint)).Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent([new("account", Secret), new("password", Secret), new("code", Secret), new("back", "/" + Secret)]),
            };
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Secret);
            request.Headers.TryAddWithoutValidation("Cookie", $"account={Secret}; form={Secret}");
            await leader.SendAsync(request, Cancelled);
        }

        HttpClient visitor = copy.Visitor();
        visitor.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + Secret);
        await visitor.GetAsync("/api/v1/committees/TU-MAU", Cancelled);
        IReadOnlyList<string> log = copy.App.Faults.Take();
        Assert.NotEmpty(log);
        Assert.DoesNotContain(log, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(431, "GET /sign-in HTTP/1.1\r\nHost: x\r\nX: {0}\r\n\r\n", 40_000)]
    [InlineData(414, "GET /sign-in?x={0} HTTP/1.1\r\nHost: x\r\n\r\n", 9_000)]
    [InlineData(400, "POST /sign-in/sample HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000000\r\n\r\n{0}", 10)]
    [InlineData(400, "GET /sign-in HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n{0}", 0)]
    public async Task What_is_too_large_or_ambiguous_is_refused_by_its_size_alone(int status, string request, int length)
    {
        DashboardApp app = await site.AppAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(app.Address.Host, app.Address.Port, Cancelled);
        await using NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request.Replace("{0}", new string('a', length), StringComparison.Ordinal)), Cancelled);
        byte[] start = new byte[12];
        await stream.ReadExactlyAsync(start, Cancelled);
        Assert.Equal($"HTTP/1.1 {status}", Encoding.ASCII.GetString(start));
        app.Faults.Take();
    }

    /// <summary>Breaks where it is asked who may open an address.</summary>
    private sealed class Breaking : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler _usual = new();

        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
            context.Request.Path.Value!.Contains("breaks", StringComparison.Ordinal)
                ? throw new InvalidOperationException("broken on purpose")
                : _usual.HandleAsync(next, context, policy, authorizeResult);
    }
}
