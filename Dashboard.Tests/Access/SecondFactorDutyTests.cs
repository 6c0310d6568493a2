using System.Net;
using Dashboard.Access;
using Dashboard.Data;
using Microsoft.Extensions.Configuration;

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
    public void A_role_that_there_is_not_stops_the_server()
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection([new("Dashboard:RequireSecondFactor", "viewer, king")]).Build();
        Assert.Contains("king", Assert.Throws<InvalidOperationException>(() => SecondFactorDuty.From(settings)).Message, StringComparison.Ordinal);
    }
}
