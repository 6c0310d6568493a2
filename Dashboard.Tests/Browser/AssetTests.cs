using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Browser;

/// <summary>Styles, scripts, fonts and icons as the server hands them out: an empty answer says 200 as well.</summary>
public sealed partial class AssetTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Assets_have_a_body_and_the_fingerprint_of_it_in_their_name(string environment)
    {
        string folder = Directory.CreateTempSubdirectory("dashboard-assets-").FullName;
        await using (var app = new DashboardApp(folder, environment: environment, isSample: false))
        {
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = app.Address };
            string page = await client.GetStringAsync("/sign-in", Cancelled);
            string[] named = [.. NamedAsset().Matches(page).Select(match => match.Groups[1].Value.TrimStart('/')).Distinct()];
            Assert.True(named.Length > 11, string.Join('\n', named));
            Assert.All(named, path => Assert.Matches(@"\.[a-z0-9]{10}\.", path));
            foreach (string path in (string[])[.. named, "_framework/blazor.web.js", "lib/chart.js/chart.umd.js", "lib/fonts/inter-latin.woff2", "Charts/ChartCanvas.razor.js"])
            {
                using HttpResponseMessage answer = await client.GetAsync("/" + path, Cancelled);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.True((await answer.Content.ReadAsByteArrayAsync(Cancelled)).Length > 100, $"{path} is empty.");
            }
        }

        await Folders.DeleteAsync(folder);
    }

    [GeneratedRegex("(?:href|src)=\"(/?(?:css|icons|App)[^\"#]+)")]
    private static partial Regex NamedAsset();
}
