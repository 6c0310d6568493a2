using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Administration;

/// <summary>Over HTTP: who may take the log out, and that nobody else's page can make an administrator do it.</summary>
public sealed partial class LogExportTests(SampleSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("leader")]
    [InlineData("officer")]
    [InlineData("reviewer")]
    [InlineData("screen")]
    [InlineData(null)]
    public async Task Nobody_but_an_administrator_takes_the_log_out(string? account)
    {
        using HttpClient visitor = await site.VisitorAsync();
        Browser browser = new(visitor);
        if (account is not null)
        {
            await browser.SignInAsync(account);
        }

        long before = await ExportsAsync();
        using HttpResponseMessage answer = await browser.PostAsync("/admin/log/export", await browser.TokenAsync("/sign-in"), ("format", "csv"));
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(before, await ExportsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    public async Task Without_the_forms_own_token_nothing_is_taken_out_and_nothing_is_kept(string token)
    {
        using HttpClient visitor = await site.VisitorAsync();
        Browser browser = new(visitor);
        await browser.SignInAsync("admin");
        await browser.TokenAsync("/admin/log");
        long before = await ExportsAsync();
        using HttpResponseMessage answer = await browser.PostAsync("/admin/log/export", token, ("format", "csv"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using HttpResponseMessage asked = await browser.GetAsync("/admin/log/export?format=csv");
        Assert.NotEqual(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal(before, await ExportsAsync());
    }

    [Fact]
    public async Task The_file_holds_what_is_filtered_and_the_log_keeps_that_it_was_taken()
    {
        using HttpClient visitor = await site.VisitorAsync();
        Browser browser = new(visitor);
        await browser.SignInAsync("admin");
        string token = await browser.TokenAsync("/admin/log");
        long before = await ExportsAsync();
        using HttpResponseMessage answer = await browser.PostAsync("/admin/log/export", token, ("format", "csv"), ("subject", "directive"));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        string[] lines = (await answer.Content.ReadAsStringAsync(Cancel)).TrimEnd().Split('\n');
        Assert.All(lines[1..], line => Assert.Contains(",directive,", line, StringComparison.Ordinal));
        LogEntry entry = (await (await LogAsync()).BeforeAsync(new LogFilter { Subject = Subject.Export }, long.MaxValue, 1, Cancel)).Single();
        Assert.Equal((before + 1, "admin", "log"), (await ExportsAsync(), entry.Account, entry.Key));
        Assert.Contains($"\"rows\":{lines.Length - 1},\"about\":\"directive\"", entry.After, StringComparison.Ordinal);
        string uploads = Path.Combine((await site.AppAsync()).Services.GetRequiredService<DatabaseSettings>().Folder, "uploads");
        Assert.Empty(Directory.Exists(uploads) ? Directory.GetFiles(uploads) : []);
    }

    [Fact]
    public async Task A_search_that_names_a_person_is_not_kept_for_ever()
    {
        using HttpClient visitor = await site.VisitorAsync();
        Browser browser = new(visitor);
        await browser.SignInAsync("admin");
        long before = await ExportsAsync();
        using HttpResponseMessage answer = await browser.PostAsync("/admin/log/export", await browser.TokenAsync("/admin/log"), ("format", "csv"), ("key", "0912345678"));
        Assert.Equal("/admin/log?refused=key", answer.Headers.Location?.ToString());
        Assert.Equal(before, await ExportsAsync());
    }

    private async Task<long> ExportsAsync() => await (await LogAsync()).CountAfterAsync(new LogFilter { Subject = Subject.Export }, 0, cancellationToken: Cancel);

    private async Task<LogSearch> LogAsync() => (await site.AppAsync()).Services.GetRequiredService<LogSearch>();

    /// <summary>Keeps cookies and sends forms, as a browser does.</summary>
    private sealed partial class Browser(HttpClient client)
    {
        private readonly Dictionary<string, string> _cookies = [];

        public async Task SignInAsync(string account)
        {
            using HttpResponseMessage answer = await PostAsync("/sign-in/sample", await TokenAsync("/sign-in"), ("account", account));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }

        public async Task<string> TokenAsync(string page)
        {
            using HttpResponseMessage answer = await GetAsync(page);
            string html = await answer.Content.ReadAsStringAsync(Cancel);
            return Token().Match(html) is { Success: true } match ? match.Groups[1].Value : "";
        }

        public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

        public Task<HttpResponseMessage> PostAsync(string path, string token, params (string Name, string Value)[] fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]),
        });

        private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
        {
            using (request)
            {
                request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
                HttpResponseMessage answer = await client.SendAsync(request, Cancel);
                foreach (string cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                {
                    string[] pair = cookie.Split(';')[0].Split('=', 2);
                    _cookies[pair[0]] = pair[1];
                }

                return answer;
            }
        }

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
        private static partial Regex Token();
    }
}
