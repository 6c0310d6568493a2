using System.Net;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Accounts;

public sealed class AccountsPageTests(SampleSite site)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("leader")]
    [InlineData("officer")]
    [InlineData("reviewer")]
    [InlineData("screen")]
    public async Task Nobody_but_an_administrator_finds_the_page(string account)
    {
        using SignedInClient client = await SignedInClient.CreateAsync((await site.AppAsync()).Address, account);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Http.GetAsync("/admin/accounts", Cancelled)).StatusCode);
        Assert.DoesNotContain("/admin/accounts", await client.Http.GetStringAsync("/sign-in", Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_reads_roles_and_committees_in_words()
    {
        using SignedInClient client = await SignedInClient.CreateAsync((await site.AppAsync()).Address, "admin");
        string page = await client.Http.GetStringAsync("/admin/accounts?account=officer", Cancelled);
        foreach (string text in (string[])["officer", "Nhập liệu · ", "Quản trị · Mọi cấp ủy", "Hoạt động", "Đóng tài khoản"])
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", false)]
    [InlineData("<b>", false)]
    public async Task What_is_typed_into_the_address_is_no_fault(string typed, bool opens)
    {
        using SignedInClient client = await SignedInClient.CreateAsync((await site.AppAsync()).Address, "admin");
        string page = await client.Http.GetStringAsync($"/admin/accounts?new={Uri.EscapeDataString(typed)}", Cancelled);
        Assert.Equal(opens, page.Contains("accounts open", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_told_so()
    {
        using SignedInClient client = await SignedInClient.CreateAsync((await site.AppAsync()).Address, "admin");
        Assert.Contains("Không có tài khoản nobody-such", await client.Http.GetStringAsync("/admin/accounts?account=nobody-such", Cancelled), StringComparison.Ordinal);
    }
}
