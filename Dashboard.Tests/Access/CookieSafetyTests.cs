using Dashboard.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Tests.Access;

public sealed class CookieSafetyTests
{
    [Theory]
    [InlineData("Dashboard:RequireHttps", "true", true)]
    [InlineData("URLS", "https://0.0.0.0:8443", true)]
    [InlineData("URLS", "https://a:1; https://b:2", true)]
    [InlineData("URLS", "http://localhost:5080", false)]
    [InlineData("URLS", "http://localhost:5080;https://localhost:5081", false)]
    [InlineData("HTTPS_PORTS", "8443", true)]
    [InlineData("HTTP_PORTS", "8080", false)]
    [InlineData("Kestrel:Endpoints:One:Url", "https://*:443", true)]
    [InlineData("Unrelated", "https", false)]
    public void A_server_that_is_reached_over_https_alone_has_cookies_that_only_it_can_set(string setting, string value, bool expected) =>
        Assert.Equal(expected, Of((setting, value)).IsHttpsOnly);

    [Fact]
    public void What_is_said_counts_more_than_what_is_seen() =>
        Assert.False(Of(("URLS", "https://0.0.0.0:8443"), ("Dashboard:RequireHttps", "false")).IsHttpsOnly);

    [Fact]
    public void Over_https_a_cookie_is_bound_to_the_host_and_never_sent_in_the_open()
    {
        CookieSafety cookies = Of(("Dashboard:RequireHttps", "true"));
        var cookie = new CookieBuilder();
        cookies.Restrict(cookie, "account");
        var http = new DefaultHttpContext();
        Assert.Equal("__Host-account", cookie.Name);
        CookieOptions built = cookie.Build(http), byHand = cookies.OptionsFor(http);
        Assert.All([built, byHand], options => Assert.Equal((true, true, "/", null, SameSiteMode.Lax), (options.Secure, options.HttpOnly, options.Path, options.Domain, options.SameSite)));
    }

    [Fact]
    public void Without_https_the_name_is_plain() => Assert.Equal("account", Of().NameOf("account"));

    private static CookieSafety Of(params (string Key, string Value)[] settings) =>
        CookieSafety.From(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}
