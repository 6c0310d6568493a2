using System.Net;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace Dashboard.Tests.Guard;

public sealed class ProxiesTests(SampleSite site)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.5;192.168.7.0/24")]
    public async Task The_word_of_a_stranger_has_no_effect(string proxies)
    {
        await using Copy copy = await Copy.OfAsync(site, ("Dashboard:Proxies", proxies), ("FORWARDEDHEADERS_ENABLED", "true"));
        HttpResponseMessage answer = await SendAsync(copy);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.StartsWith(copy.App.Address.ToString(), Location(copy, answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.5; 127.0.0.0/8")]
    [InlineData("::ffff:127.0.0.1;127.0.0.1")]
    public async Task A_proxy_that_is_named_tells_scheme_and_host(string proxies)
    {
        await using Copy copy = await Copy.OfAsync(site, ("Dashboard:Proxies", proxies));
        HttpResponseMessage answer = await SendAsync(copy);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.StartsWith("https://dashboard.example/", Location(copy, answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("everybody")]
    [InlineData("10.0.0.0/99")]
    [InlineData("10.0.0.1,10.0.0.2")]
    public async Task What_is_no_address_keeps_the_application_from_starting(string proxies)
    {
        Exception fault = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using Copy copy = await Copy.OfAsync(site, ("Dashboard:Proxies", proxies));
        });
        Assert.Contains("Dashboard__Proxies", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_are_for_this_site_alone_unseen_by_scripts_and_behind_tls_only_for_tls()
    {
        await using Copy copy = await Copy.OfAsync(site, ("Dashboard:Proxies", "127.0.0.1"));
        HttpClient visitor = copy.Visitor();
        foreach (bool isTls in (bool[])[false, true])
        {
            foreach (string path in (string[])["/sign-in", "/preferences/culture?c=en", "/preferences/theme?t=dark", "/preferences/theme?t=system"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Add("X-Forwarded-Proto", isTls ? "https" : "http");
                request.Headers.Add("X-Forwarded-For", "203.0.113.9");
                HttpResponseMessage answer = await visitor.SendAsync(request, Cancelled);
                string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).ToLowerInvariant();
                Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
                Assert.Matches("; samesite=(lax|strict)", cookie);
                Assert.Equal(isTls, cookie.Contains("; secure", StringComparison.Ordinal));
            }
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(Copy copy)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/c/TU-MAU");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "dashboard.example");
        return await copy.Visitor().SendAsync(request, Cancelled);
    }

    /// <summary>Where the sign-in page is said to be: as whoever was asked sees itself.</summary>
    private static string Location(Copy copy, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new Uri(copy.App.Address, answer.Headers.Location!).ToString();
    }
}
