using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Dashboard.Api;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Access;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Accounts;

[Collection(ScopedSite.Collection)]
public sealed partial class TokensPageTests(ScopedSite site)
{
    private const string Page = "/account/tokens";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_shown_once_does_what_was_asked_for_and_no_more_and_is_taken_back()
    {
        string account = await site.AccountAsync("officer:HU-MAU-01", "viewer:HU-MAU-02");
        using SignedInClient client = await site.SignInAsync(account);
        (HttpStatusCode status, string page) = await CreateAsync(client, new() { ["Form.Grants"] = "officer:HU-MAU-01", ["Form.ReadsOnly"] = "true", ["Form.Days"] = "30" });
        Assert.Equal(HttpStatusCode.OK, status);
        string token = Shown().Match(page).Groups[1].Value;
        Assert.Equal(43, token.Length);
        Assert.DoesNotContain(token, await client.Http.GetStringAsync(Page, Cancelled), StringComparison.Ordinal);
        AccessToken kept = Assert.Single(site.Book.TokensOf(account));
        Assert.Equal(new Grant(AccountRole.Viewer, "HU-MAU-01"), Assert.Single(kept.Limit!));
        Assert.Equal(new DateTime(2026, 12, 23, 17, 0, 0, DateTimeKind.Utc), kept.ExpiresAt);
        foreach (LogEntry entry in await site.LogAsync(Subject.Account, account))
        {
            Assert.DoesNotContain(token, $"{entry.Before}{entry.After}", StringComparison.Ordinal);
        }

        using HttpClient api = site.Client(token);
        MeAnswer? me = await api.GetFromJsonAsync<MeAnswer>("/api/v1/me", Cancelled);
        Assert.Equal((account, "viewer", "HU-MAU-01"), (me!.Account, Assert.Single(me.Grants).Role, me.Grants[0].Committee));
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/api/v1/committees/HU-MAU-01", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync("/api/v1/committees/HU-MAU-02", Cancelled)).StatusCode);
        await site.PutAsync(account, "officer:HU-MAU-01", "viewer:TU-MAU");
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync("/api/v1/committees/TU-MAU", Cancelled)).StatusCode);

        using HttpResponseMessage revoked = await client.PostAsync(Page, Page, [new("_handler", $"revoke-{kept.Hash[..12]}"), new("Form.Hash", kept.Hash)]);
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/api/v1/me", Cancelled)).StatusCode);
        Assert.Empty(site.Book.TokensOf(account));
    }

    [Fact]
    public async Task A_token_may_be_for_one_committee_below_and_keeps_the_role()
    {
        string account = await site.AccountAsync("officer:TU-MAU");
        using SignedInClient client = await site.SignInAsync(account);
        await CreateAsync(client, new() { ["Form.Grants"] = "officer:TU-MAU", ["Form.Committee"] = "hu-mau-03", ["Form.Days"] = "date", ["Form.Until"] = "2026-12-31" });
        AccessToken kept = Assert.Single(site.Book.TokensOf(account));
        Assert.Equal(new Grant(AccountRole.Officer, "HU-MAU-03"), Assert.Single(kept.Limit!));
        Assert.Equal(new DateTime(2026, 12, 31, 17, 0, 0, DateTimeKind.Utc), kept.ExpiresAt);
    }

    [Theory]
    [InlineData("Form.Grants", "officer:TU-MAU")]
    [InlineData("Form.Grants", "administrator:*")]
    [InlineData("Form.Grants", "")]
    [InlineData("Form.Committee", "TU-MAU")]
    [InlineData("Form.Committee", "HU-MAU-02")]
    [InlineData("Form.Committee", "NOWHERE")]
    [InlineData("Form.Days", "36500")]
    [InlineData("Form.Days", "")]
    [InlineData("Form.Until", "2026-11-22")]
    [InlineData("Form.Until", "2027-12-31")]
    [InlineData("Form.Until", "soon")]
    [InlineData("Form.Name", " ")]
    [InlineData("Form.Name", "gọi 0912 345 678")]
    public async Task What_an_account_may_not_give_or_cannot_mean_is_refused(string field, string value)
    {
        string account = await site.AccountAsync("officer:HU-MAU-01");
        using SignedInClient client = await site.SignInAsync(account);
        var fields = new Dictionary<string, string> { ["Form.Grants"] = "officer:HU-MAU-01", ["Form.Days"] = field == "Form.Until" ? "date" : "30", [field] = value };
        (HttpStatusCode status, string page) = await CreateAsync(client, fields);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Empty(site.Book.TokensOf(account));
    }

    [Fact]
    public async Task Nobody_takes_back_the_token_of_another()
    {
        string owner = await site.AccountAsync("viewer:HU-MAU-01"), other = await site.AccountAsync("viewer:HU-MAU-01");
        using HttpClient api = await site.ApiAsync(owner);
        await site.ApiAsync(other);
        string hash = site.Book.TokensOf(owner)[0].Hash, own = site.Book.TokensOf(other)[0].Hash;
        using SignedInClient client = await site.SignInAsync(other);
        using HttpResponseMessage answer = await client.PostAsync(Page, Page, [new("_handler", $"revoke-{own[..12]}"), new("Form.Hash", hash)]);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/api/v1/me", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task An_account_that_reads_nothing_has_no_form_and_makes_no_token()
    {
        string account = await site.AccountAsync("screen:TU-MAU");
        using SignedInClient client = await site.SignInAsync(account);
        Assert.DoesNotContain("Form.Name", await client.Http.GetStringAsync(Page, Cancelled), StringComparison.Ordinal);
        await CreateAsync(client, new() { ["Form.Grants"] = "screen:TU-MAU", ["Form.Days"] = "30" });
        Assert.Empty(site.Book.TokensOf(account));
    }

    private static async Task<(HttpStatusCode Status, string Page)> CreateAsync(SignedInClient client, Dictionary<string, string> fields)
    {
        fields.TryAdd("Form.Name", "Báo cáo tuần");
        using HttpResponseMessage answer = await client.PostAsync(Page, Page, [new("_handler", "create"), .. fields]);
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString() ?? "no-store", StringComparison.Ordinal);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    [GeneratedRegex("<output class=\"num\">([^<]+)</output>")]
    private static partial Regex Shown();
}
