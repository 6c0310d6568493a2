using Dashboard.Domain.Periods;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>From a number to where it comes from.</summary>
public sealed class ExplainTests(BrowserStage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task The_big_number_of_a_card_opens_its_proof_and_a_part_leads_one_level_down()
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        string shown = await Card(page, 0).InnerTextAsync();
        await page.Locator(".kpi .why").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(Ending("/explain/TU-MAU?indicator=vetting"));
        await Expect(page.Locator(".proof .kn")).ToHaveTextAsync(shown);
        Assert.Equal(NumberIn(shown), (await page.Locator(".parts tbody td:nth-child(2) b").AllInnerTextsAsync()).Where(t => t != "–").Sum(NumberIn));
        await page.Locator(".parts a[href^='/explain/HU-MAU-02']").ClickAsync();
        await Expect(page.Locator(".proof header p")).ToContainTextAsync("An Bình");
        await page.Locator(".crumbs a", new() { HasText = "Tỉnh ủy mẫu" }).ClickAsync();
        await Expect(page.Locator(".proof .kn")).ToHaveTextAsync(shown);
    }

    [Fact]
    public async Task The_proof_follows_a_change_and_tells_who_made_it_since_a_day()
    {
        IPage page = await WindowAsync();
        await page.GotoAsync("/explain/TU-MAU?indicator=vetting.congress.own&since=2026-11-23");
        await Expect(page.Locator(".explain[data-live]")).ToBeVisibleAsync();
        long before = NumberIn(await page.Locator(".proof .kn").InnerTextAsync());
        await using Restating restating = await Restating.ByAsync(App, "HU-MAU-01", "vetting.congress.own", Period.Parse("2026-Q3"), 11);
        await Expect(page.Locator(".proof .kn")).ToHaveTextAsync((before + 11).ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("vi-VN")));
        // The sample came the same day, so that all of the number did.
        await Expect(page.Locator(".since .told")).ToContainTextAsync($"(+{(before + 11).ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("vi-VN"))})");
        await Expect(page.Locator(".story canvas")).ToBeVisibleAsync();
        await Expect(page.Locator(".entries li").First).ToContainTextAsync("browser test");
    }

    [Fact]
    public async Task A_phone_shows_all_of_it_and_scrolls_only_downwards()
    {
        IPage page = await WindowAsync(with: options => (options.ViewportSize, options.HasTouch) = (new() { Width = 390, Height = 844 }, true));
        await page.GotoAsync("/explain/TU-MAU?indicator=vetting.admission&since=2026-10-01");
        await Expect(page.Locator(".explain[data-live]")).ToBeVisibleAsync();
        await Expect(page.Locator(".tree-open")).ToBeVisibleAsync();
        Assert.Equal(390, await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
    }

    [Fact]
    public async Task There_are_no_barriers_in_the_proof_nor_in_the_tree()
    {
        IPage page = await WindowAsync();
        await page.GotoAsync("/explain/TU-MAU?indicator=vetting.admission&since=2026-09-01");
        await Expect(page.Locator(".drawer.on.live [role=tree]")).ToBeVisibleAsync();
        await Expect(page.Locator(".entries, .calm").First).ToBeVisibleAsync();
        await AccessibilityTests.AssertOpenToAllAsync(page);
    }
}
