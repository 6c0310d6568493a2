using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>390 pixels wide.</summary>
public sealed class PhoneTests(BrowserStage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("/c/TU-MAU")]
    [InlineData("/c/HU-MAU-01")]
    public async Task A_phone_shows_the_cards_two_by_two_and_scrolls_only_downwards(string path)
    {
        IPage page = await OpenAsync(path, with: options => (options.ViewportSize, options.HasTouch) = (new() { Width = 390, Height = 844 }, true));
        Assert.Equal(390, await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        await Expect(page.Locator("nav.botnav")).ToBeVisibleAsync();
        await Expect(page.Locator("nav.rail")).ToBeHiddenAsync();
        LocatorBoundingBoxResult[] cards = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i => (await page.Locator(".kpi").Nth(i).BoundingBoxAsync())!));
        Assert.Equal(cards[0].Y, cards[1].Y);
        Assert.Equal(cards[2].Y, cards[3].Y);
        Assert.True(cards[2].Y >= cards[0].Y + cards[0].Height);
        Assert.Equal(cards[0].X, cards[2].X);
        Assert.True(cards[1].X + cards[1].Width <= 390);
    }
}
