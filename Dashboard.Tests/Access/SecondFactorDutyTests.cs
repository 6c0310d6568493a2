using System.Net;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

public sealed class SecondFactorDutyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_must_have_a_second_factor_can_do_nothing_before_turning_it_on()
    {
        var site = new AccountSite();
        site.App.Settings["Dashboard:RequireSecondFactor"] = "administrator,reviewer";
        await site.InitializeAsync();
        try
        {
            using var chief = new Visitor(site.App.Address);
            await chief.SignInAsync("chief", AccountSite.Password);
            foreach (string path in new[] { "/", "/c/TU", "/account", "/admin/import" })
            {
                Assert.Equal(SecondFactorDuty.Page, (await chief.GetAsync(path)).Headers.Location?.OriginalString);
            }

            Assert.Equal(HttpStatusCode.NotFound, (await chief.Http.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancelled)).StatusCode);
            Assert.Contains("yêu cầu tài khoản của bạn", await chief.ReadAsync(SecondFactorDuty.Page), StringComparison.Ordinal);

            using var viewer = new Visitor(site.App.Address);
            await viewer.SignInAsync(await site.AddAsync(AccountRole.Viewer), AccountSite.Password);
            Assert.Equal(HttpStatusCode.OK, (await viewer.GetAsync("/account")).StatusCode);
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_open_page_is_cut_when_a_grant_makes_the_second_factor_a_duty()
    {
        var site = new AccountSite();
        site.App.Settings["Dashboard:RequireSecondFactor"] = "reviewer";
        await site.InitializeAsync();
        try
        {
            string name = await site.AddAsync(AccountRole.Viewer);
            using var owner = new Visitor(site.App.Address);
            await owner.SignInAsync(name, AccountSite.Password);
            await using Viewer open = await Viewer.OpenAsync(new Uri(site.App.Address, "/c/TU"), owner.Jar, Cancelled);
            await open.FirstDrawing;
            Account account = site.Book.Find(name)!;
            await site.App.Services.GetRequiredService<AccountRegister>().PutAsync("test", [account with { Grants = [.. account.Grants, new Grant(AccountRole.Reviewer, "TU")] }], cancellationToken: Cancelled);
            await open.Closed.WaitAsync(TimeSpan.FromSeconds(10), Cancelled);
            Assert.Equal(SecondFactorDuty.Page, (await owner.GetAsync("/c/TU")).Headers.Location?.OriginalString);
            // What an open page asks when its connection was cut leads there as well.
            Assert.Equal(SecondFactorDuty.Page, (await owner.GetAsync("/screen/here")).Headers.Location?.OriginalString);
            Assert.Equal(HttpStatusCode.NotFound, (await owner.Http.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancelled)).StatusCode);
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    [Fact]
    public void A_role_that_there_is_not_stops_the_server()
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection([new("Dashboard:RequireSecondFactor", "viewer, king")]).Build();
        Assert.Contains("king", Assert.Throws<InvalidOperationException>(() => SecondFactorDuty.From(settings)).Message, StringComparison.Ordinal);
    }
}
