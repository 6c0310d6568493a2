using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>From the province down to the cell and back, each step an address of its own.</summary>
public sealed class DrillTests(BrowserStage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task A_row_leads_one_level_down_to_the_cell_and_Back_leads_up_again()
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        string[] way = ["/c/TU-MAU", await FollowAsync(page, "HU-MAU-01"), await FollowAsync(page, "DU-MAU-01"), await FollowAsync(page, "CB-MAU-01")];
        foreach (string above in way.Reverse().Skip(1))
        {
            await page.GoBackAsync();
            await Expect(page).ToHaveURLAsync(Ending(above));
            await Expect(page.Locator(".overview")).ToHaveAttributeAsync("data-question", above);
        }

        await Expect(Card(page, 0)).ToHaveTextAsync("4.486");
        Assert.True(await page.EvaluateAsync<bool>("() => window.same"), "The page was loaded anew.");
    }

    [Fact]
    public async Task An_address_brings_period_comparison_and_view_with_it()
    {
        IPage page = await OpenAsync("/c/TU-MAU?period=2026-Q1&compare=previous&view=then");
        await Expect(page.Locator(".pm summary")).ToContainTextAsync("2026");
        await Expect(page.Locator(".cmp summary")).ToContainTextAsync("so với kỳ trước");
        await Expect(page.Locator(".seg a[aria-current=true]", new() { HasText = "Lúc báo cáo" })).ToBeVisibleAsync();
        await Expect(Row(page, "HU-MAU-02").Locator(".name a")).ToHaveAttributeAsync("href", "/c/HU-MAU-02?period=2026-Q1&compare=previous&view=then");
    }

    [Theory]
    [InlineData("leader", "/c/UNKNOWN", 404)]
    [InlineData("leader", "/c/TU-MAU", 200)]
    [InlineData("officer", "/c/HU-MAU-01", 200)]
    [InlineData("officer", "/c/TU-MAU", 404)]
    [InlineData("officer", "/c/HU-MAU-02", 404)]
    public async Task A_committee_that_is_unknown_or_outside_the_scope_is_not_found(string account, string path, int status)
    {
        IPage page = await WindowAsync(account);
        IResponse? answer = await page.GotoAsync(path);
        Assert.Equal(status, answer!.Status);
        await Expect(page.Locator("h1")).ToHaveTextAsync(status == 404 ? new System.Text.RegularExpressions.Regex("Không tìm thấy trang") : new("tổng quan"));
        if (status == 200)
        {
            await DrawnAsync(page);
        }
    }

    /// <summary>Clicks the first row whose code begins so; tells the address it led to.</summary>
    private static async Task<string> FollowAsync(IPage page, string code)
    {
        await page.EvaluateAsync("() => { window.same = true; }");
        ILocator link = page.Locator($"#tbl tbody a[href^='/c/{code}']").First;
        string path = (await link.GetAttributeAsync("href"))!;
        await link.ClickAsync();
        await Expect(page).ToHaveURLAsync(Ending(path));
        await Expect(page.Locator(".overview")).ToHaveAttributeAsync("data-question", path);
        return path;
    }
}
