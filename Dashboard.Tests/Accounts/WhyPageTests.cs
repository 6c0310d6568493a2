using System.Net;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Access;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Accounts;

[Collection(ScopedSite.Collection)]
public sealed class WhyPageTests(ScopedSite site)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_names_the_grant_who_gave_it_and_the_way_down_and_nothing_above()
    {
        string account = await site.AccountAsync("officer:HU-MAU-01", "viewer:HU-MAU-02");
        using SignedInClient client = await site.SignInAsync(account);
        string page = await client.Http.GetStringAsync("/why?committee=HU-MAU-01", Cancelled);
        string district = site.App.Figures.Now.Hierarchy[site.App.Figures.Now.Hierarchy.NumberOf("HU-MAU-01")].Name;
        Assert.Contains($"Nhập liệu · {district}", page, StringComparison.Ordinal);
        Assert.Contains("bởi test", page, StringComparison.Ordinal);
        Assert.Contains("Số quyền cho thấy cấp ủy này: 1.", page, StringComparison.Ordinal);
        string above = site.App.Figures.Now.Hierarchy[site.App.Figures.Now.Hierarchy.NumberOf("TU-MAU")].Name;
        Assert.DoesNotContain(above, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_scope_it_is_not_there_and_the_log_says_who_asked()
    {
        string account = await site.AccountAsync("viewer:HU-MAU-01");
        using SignedInClient client = await site.SignInAsync(account);
        foreach (string address in (string[])["/why?committee=TU-MAU", "/why?committee=TU-MAU", "/why?committee=NOWHERE", "/why", "/c/HU-MAU-02", "/admin/accounts"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.Http.GetAsync(address, Cancelled)).StatusCode);
        }

        using HttpClient api = await site.ApiAsync(account);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync("/api/v1/committees/TW", Cancelled)).StatusCode);
        IReadOnlyList<LogEntry> told = [];
        for (int left = 50; left > 0 && told.Count < 4; left--)
        {
            await Task.Delay(50, Cancelled);
            told = await site.LogAsync(Subject.Denial, account);
        }

        var hierarchy = site.App.Figures.Now.Hierarchy;
        Assert.Equal(
            [("/admin/accounts", null), ("/api/v1/committees/TW", "TW"), ("/c", "HU-MAU-02"), ("/why", "TU-MAU")],
            told.Select(e => (e.Key, e.Committee is { } number ? hierarchy[number].Code : null)).Order());
    }
}
