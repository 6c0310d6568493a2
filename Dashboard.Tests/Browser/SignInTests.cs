using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

public sealed class SignInTests(BrowserStage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task One_click_on_the_leader_leads_to_the_overview_of_the_province()
    {
        IPage page = await WindowAsync(null);
        await page.GotoAsync("/");
        await page.Locator("button[value=leader]").ClickAsync();
        await Expect(page).ToHaveURLAsync(Ending("/c/TU-MAU"));
        await DrawnAsync(page);
        await Expect(Card(page, 0)).ToHaveTextAsync("4.486");
        await Expect(Card(page, 1)).ToContainTextAsync("75");
        await Expect(Card(page, 2)).ToContainTextAsync("42");
        await Expect(Card(page, 3)).ToContainTextAsync("187/212");
    }

    [Theory]
    [InlineData("stack")]
    [InlineData("trend")]
    [InlineData("age")]
    public async Task The_charts_are_drawn(string card)
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        ILocator canvas = page.Locator($"#{card} canvas");
        await canvas.ScrollIntoViewIfNeededAsync();
        int painted = await canvas.EvaluateAsync<int>("c => { const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n; }");
        Assert.True(painted > 2_000, $"{painted} pixels are painted.");
    }

    [Fact]
    public async Task Signing_out_leads_back_and_the_page_is_closed()
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        await page.Locator("summary.account").ClickAsync();
        await page.Locator("form[action='/sign-out'] button").ClickAsync();
        await Expect(page).ToHaveURLAsync(Ending("/sign-in"));
        await page.GotoAsync("/c/TU-MAU");
        Assert.StartsWith("/sign-in", PathOf(page), StringComparison.Ordinal);
    }
}
