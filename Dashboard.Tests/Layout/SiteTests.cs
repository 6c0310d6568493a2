using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Dashboard.Tests.Layout;

/// <summary>The application as a browser without script meets it.</summary>
public sealed partial class SiteTests(TemporarySite factory) : IClassFixture<TemporarySite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/c/TU-MAU")]
    [InlineData("/nowhere")]
    public async Task Nothing_is_shown_before_signing_in(string path)
    {
        HttpResponseMessage answer = await Visitor().GetAsync(path, Cancelled);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in?back=", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_live_connection_is_made_before_signing_in() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await Visitor().PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancelled)).StatusCode);

    [Theory]
    [InlineData("/css/tokens.css")]
    [InlineData("/icons/lucide.svg")]
    [InlineData("/lib/fonts/inter-latin.woff2")]
    [InlineData("/App.razor.js")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task Assets_are_served_to_everybody_and_are_not_empty(string path)
    {
        HttpResponseMessage answer = await Visitor().GetAsync(path, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancelled));
    }

    [Fact]
    public async Task Every_asset_a_page_names_is_there()
    {
        HttpClient visitor = Visitor();
        string page = await visitor.GetStringAsync("/sign-in", Cancelled);
        string[] assets = [.. AssetLink().Matches(page).Select(match => match.Groups[1].Value).Distinct()];
        Assert.True(assets.Length > 9);
        Assert.Contains(assets, asset => Regex.IsMatch(asset, @"^css/tokens\.[a-z0-9]+\.css$"));
        foreach (string asset in assets)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/{asset}", Cancelled)).StatusCode);
        }
    }

    [Fact]
    public async Task The_policy_allows_one_inline_script_and_nothing_from_elsewhere()
    {
        HttpResponseMessage answer = await Visitor().GetAsync("/sign-in", Cancelled);
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        string nonce = NonceInPolicy().Match(policy).Groups[1].Value;
        string page = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains($"nonce=\"{nonce}\"", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self' 'nonce-", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task A_nonce_is_never_used_twice()
    {
        HttpClient visitor = Visitor();
        string[] policies = [.. (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => visitor.GetAsync("/sign-in", Cancelled))))
            .Select(answer => answer.Headers.GetValues("Content-Security-Policy").Single())];
        Assert.Equal(5, policies.Distinct().Count());
    }

    [Theory]
    [InlineData("http://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("https://localhost", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:1", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task A_live_connection_from_a_page_of_another_origin_is_refused(string? origin, HttpStatusCode expected)
    {
        HttpClient leader = await SignInAsync("leader");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        Assert.Equal(expected, (await leader.SendAsync(request, Cancelled)).StatusCode);
    }

    [Theory]
    [InlineData("leader", "/c/TU-MAU")]
    [InlineData("officer", "/c/HU-MAU-01")]
    [InlineData("reviewer", "/c/TU-MAU")]
    public async Task Signing_in_leads_to_the_accounts_own_committee(string account, string start)
    {
        HttpClient visitor = await SignInAsync(account);
        HttpResponseMessage answer = await visitor.GetAsync("/", Cancelled);
        Assert.Equal(start, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/c/TU-MAU?period=2025-Q1", "/c/TU-MAU?period=2025-Q1")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task After_signing_in_one_is_sent_only_to_a_page_of_this_site(string back, string expected)
    {
        HttpResponseMessage answer = await SubmitAsync(Visitor(), "leader", back);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_unknown_account_does_not_sign_in()
    {
        HttpClient visitor = Visitor();
        Assert.Equal("/sign-in", (await SubmitAsync(visitor, "nobody", "/")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/c/TU-MAU", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var form = new FormUrlEncodedContent([new("account", "leader")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await Visitor().PostAsync("/sign-in/sample", form, Cancelled)).StatusCode);
        HttpClient leader = await SignInAsync("leader");
        Assert.Equal(HttpStatusCode.BadRequest, (await leader.PostAsync("/sign-out", null, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Sample_accounts_are_not_offered_in_production_unless_asked_for()
    {
        using WebApplicationFactory<Program> production = factory.WithWebHostBuilder(host => host.UseSetting("environment", "Production"));
        HttpClient visitor = production.CreateClient(new() { AllowAutoRedirect = false });
        Assert.DoesNotContain("value=\"leader\"", await visitor.GetStringAsync("/sign-in", Cancelled), StringComparison.Ordinal);
        Assert.Contains("value=\"leader\"", await Visitor().GetStringAsync("/sign-in", Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/preferences/culture?c=en&back=/sign-in", "lang=\"en\"", "Sign in")]
    [InlineData("/preferences/culture?c=vi&back=/sign-in", "lang=\"vi\"", "Đăng nhập")]
    [InlineData("/preferences/culture?c=klingon&back=/sign-in", "lang=\"vi\"", "Đăng nhập")]
    [InlineData("/preferences/theme?t=dark&back=/sign-in", "data-theme=\"dark\"", "Đăng nhập")]
    public async Task Language_and_theme_are_set_by_plain_links(string link, string attribute, string text)
    {
        HttpClient visitor = Visitor();
        visitor.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en-US"));
        Assert.Equal("/sign-in", (await visitor.GetAsync(link, Cancelled)).Headers.Location!.OriginalString);
        string page = await visitor.GetStringAsync("/sign-in", Cancelled);
        Assert.Contains(attribute, page[..page.IndexOf("<head>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_system_decides_about_the_theme_again_when_asked_to()
    {
        HttpClient visitor = Visitor();
        await visitor.GetAsync("/preferences/theme?t=dark", Cancelled);
        HttpResponseMessage answer = await visitor.GetAsync("/preferences/theme?t=system&back=//elsewhere.example", Cancelled);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.DoesNotContain("data-theme=\"", await visitor.GetStringAsync("/sign-in", Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_not_found()
    {
        HttpClient leader = await SignInAsync("leader");
        HttpResponseMessage answer = await leader.GetAsync("/nowhere", Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Không tìm thấy trang", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    private HttpClient Visitor() => factory.CreateClient(new() { AllowAutoRedirect = false });

    private async Task<HttpClient> SignInAsync(string account)
    {
        HttpClient visitor = Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await SubmitAsync(visitor, account, "/")).StatusCode);
        return visitor;
    }

    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient visitor, string account, string back)
    {
        string page = await visitor.GetStringAsync("/sign-in", Cancelled);
        string token = Token().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("account", account), new("back", back)]);
        return await visitor.PostAsync("/sign-in/sample", form, Cancelled);
    }

    [GeneratedRegex("(?:href|src)=\"((?:css|icons|App)[^\"]+)\"")]
    private static partial Regex AssetLink();

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex NonceInPolicy();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
