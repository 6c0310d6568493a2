using Bunit;
using Dashboard.Access;
using Dashboard.Accounts;
using Dashboard.Data;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Accounts;

/// <summary>The page is told of changes on the thread of whoever made them, who may read another language.</summary>
public sealed class AccountsPageLanguageTests : BunitContext, IClassFixture<AccountOffice>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly AccountOffice _office;

    public AccountsPageLanguageTests(AccountOffice office)
    {
        _office = office;
        Services.AddLocalization();
        Services.AddSingleton(office.Book);
        Services.AddSingleton(office.List);
        Services.AddSingleton(office.Directory);
        SetRendererInfo(new("Server", isInteractive: true));
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("vi-VN", "en-US", "Tài khoản", "Nhập liệu · ")]
    [InlineData("en-US", "vi-VN", "Accounts", "Entry officer · ")]
    public async Task A_change_told_in_another_language_is_drawn_in_the_readers(string reader, string teller, string title, string role)
    {
        using var language = new InLanguage(reader);
        IRenderedComponent<AccountsPage> page = Render<AccountsPage>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(SampleRights.Of("admin").ToPrincipal("test")))));
        page.WaitForAssertion(() => Assert.Contains(role, RowOf(page, "officer"), StringComparison.Ordinal), Patience);

        string name = $"Told in {teller}";
        // Past the log, so that nobody but the thread below tells of it.
        await using (DashboardDb db = await _office.Databases.CreateDbContextAsync(Cancelled))
        {
            await db.Accounts.Where(a => a.Name == "officer").ExecuteUpdateAsync(set => set.SetProperty(a => a.DisplayName, name).SetProperty(a => a.DisplayNameEn, name), Cancelled);
        }

        await Task.Run(
            async () =>
            {
                using var another = new InLanguage(teller);
                await _office.Book.RefreshAsync("officer", Cancelled);
            },
            Cancelled);

        page.WaitForAssertion(() => Assert.Contains(name, RowOf(page, "officer"), StringComparison.Ordinal), Patience);
        Assert.Contains(role, RowOf(page, "officer"), StringComparison.Ordinal);
        Assert.Equal(title, page.Find("h1").TextContent);
    }

    private static string RowOf(IRenderedComponent<AccountsPage> page, string account) =>
        page.FindAll("tbody tr").Single(row => row.QuerySelector("b")!.TextContent == account).TextContent;
}
