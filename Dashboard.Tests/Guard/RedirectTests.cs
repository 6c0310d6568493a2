using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Layout;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Guard;

/// <summary>Nobody is sent to another site, however the way back is written.</summary>
public sealed partial class RedirectTests(SampleSite site)
{
    private static readonly string[] Names = ["back", "returnUrl", "ReturnUrl", "url", "next", "redirect"];

    /// <summary>Ways to name another site that some browser or server takes for one of this site.</summary>
    public static readonly string[] Hostile =
    [
        "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\\/evil.example", "/\\\\evil.example",
        "https:evil.example", "https:/evil.example", "https://evil.example", "HTTPS://EVIL.EXAMPLE", "http:\\\\evil.example", "ftp://evil.example", "javascript:alert(1)",
        "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example", "\t//evil.example",
        " //evil.example", "\u00a0//evil.example", "/\u0000/evil.example", "/\u007f/evil.example", "/\u0085/evil.example", "/\u2028/evil.example", "/\u200b/evil.example",
        "/\uff0f/evil.example", "/\u2215evil.example", "\uff0f\uff0fevil.example", "/%09/evil.example", "/%2f/evil.example", "/%5cevil.example", "//evil.example/%2e%2e",
        "/.//evil.example", "/..//evil.example", "/c/..//evil.example", "//user@evil.example", "/@evil.example", "//127.0.0.1@evil.example", "//[::1]@evil.example", "//evil\u3002example",
        "/\r\nSet-Cookie: a=b", "/\r\nLocation: https://evil.example", "~//evil.example", "~/\\evil.example", "?//evil.example", "#//evil.example", ".evil.example", "@evil.example", ":80",
        "/\ud83d\ude00", "/\ud800", "/c/TU-MAU?x=\u0111", "",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_link_leads_away()
    {
        DashboardApp app = await site.AppAsync();
        HttpClient visitor = await site.VisitorAsync();
        string[] paths = [.. Routes.Of(app, "GET").Select(Routes.PathOf).Distinct()];
        int redirects = 0;
        foreach (string hostile in Hostile)
        {
            string value = Uri.EscapeDataString(hostile);
            string query = "?c=en&t=dark&" + string.Join('&', Names.Select(name => $"{name}={value}"));
            foreach (string path in paths)
            {
                redirects += Check(app, await visitor.GetAsync(path + query, Cancelled), $"{path} with {value}");
            }
        }

        Assert.True(redirects > 2 * Hostile.Length);
        app.Faults.Take();
    }

    [Fact]
    public async Task Nor_does_signing_in_or_the_page_for_it()
    {
        DashboardApp app = await site.AppAsync();
        foreach (string hostile in Hostile)
        {
            HttpClient visitor = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };
            string page = await visitor.GetStringAsync("/sign-in?back=" + Uri.EscapeDataString(hostile), Cancelled);
            foreach (Match link in Link().Matches(page))
            {
                Assert.True(IsHere(app, WebUtility.HtmlDecode(link.Groups[1].Value)), $"{link} with {Uri.EscapeDataString(hostile)}");
            }

            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(page).Groups[1].Value), new("account", "leader"), new("back", hostile)]);
            HttpResponseMessage answer = await visitor.PostAsync("/sign-in/sample", form, Cancelled);
            // A form with such a character is no form.
            Assert.True(hostile.Contains('\0', StringComparison.Ordinal) ? answer.StatusCode == HttpStatusCode.BadRequest : Check(app, answer, Uri.EscapeDataString(hostile)) == 1, $"{Uri.EscapeDataString(hostile)}: {answer.StatusCode}");
        }
    }

    [Fact]
    public void A_way_back_is_an_address_of_this_site_and_is_kept_when_it_is_one()
    {
        Assert.True(Hostile.Length >= 40);
        foreach (string good in (string[])["/", "/c/TU-MAU", "/c/TU-MAU?period=2026-Q3&view=then#tbl", "/sign-in?back=%2Fc%2FTU-MAU"])
        {
            Assert.Equal(good, Preferences.LocalOr(good));
        }
    }

    private static int Check(DashboardApp app, HttpResponseMessage answer, string what)
    {
        Assert.True((int)answer.StatusCode < 500 || answer.RequestMessage!.RequestUri!.AbsolutePath == "/error", $"{what}: {answer.StatusCode}");
        Assert.DoesNotContain(answer.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(v => v.StartsWith("a=b", StringComparison.Ordinal)));
        if (!answer.Headers.TryGetValues("Location", out IEnumerable<string>? location))
        {
            return 0;
        }

        Assert.True(IsHere(app, Assert.Single(location)), $"{what}: {location.Single()}");
        return 1;
    }

    /// <summary>As browsers read an address: blanks around it and line ends and tabs in it do not count, and a backslash is a slash.</summary>
    private static bool IsHere(DashboardApp app, string location)
    {
        string read = Ignored().Replace(location.Trim(), "").Replace('\\', '/');
        return Uri.TryCreate(app.Address, read, out Uri? address) && address.Authority == app.Address.Authority && address.Scheme == "http" && !read.StartsWith("//", StringComparison.Ordinal);
    }

    [GeneratedRegex("[\t\r\n\0]")]
    private static partial Regex Ignored();

    [GeneratedRegex("(?:href|action|src)=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"__RequestVerificationToken\" (?:type=\"hidden\" )?value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
