using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>The tree of committees beside a page.</summary>
public sealed class TreeTests(BrowserStage stage) : BrowserTest(stage)
{
    private const string Proof = "/explain/TU-MAU?indicator=vetting.admission&period=2026-Q1";

    [Fact]
    public async Task The_keyboard_alone_opens_the_tree_and_goes_to_a_committee_keeping_the_page()
    {
        IPage page = await ReadyAsync(Proof);
        await page.EvaluateAsync("() => { window.same = true; }");
        await page.Locator("[role=tree]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("#tree-at")).ToHaveAttributeAsync("href", "/explain/HU-MAU-01?period=2026-Q1&indicator=vetting.admission");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("#tree-at")).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(Ending("/explain/HU-MAU-01?period=2026-Q1&indicator=vetting.admission"));
        await Expect(page.Locator(".tree [aria-current=page]")).ToContainTextAsync("Tân Giang");
        Assert.True(await page.EvaluateAsync<bool>("() => window.same"), "The page was loaded anew.");
    }

    [Fact]
    public async Task A_search_finds_without_diacritics_and_Enter_goes_to_the_first()
    {
        IPage page = await ReadyAsync(Proof);
        await page.Locator(".drawer input").FillAsync("an binh");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".tree [aria-current=page]")).ToContainTextAsync("An Bình");
        Assert.StartsWith("/explain/", PathOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scrolling_draws_the_rows_that_come_into_sight()
    {
        IPage page = await ReadyAsync("/explain/HU-MAU-01");
        await page.Locator("[role=tree]").FocusAsync();
        int before = await page.Locator("[role=tree]").EvaluateAsync<int>("list => list.scrollHeight");
        await page.Keyboard.PressAsync("*");
        await page.WaitForFunctionAsync("before => document.querySelector('.tree').scrollHeight > before", before);
        await page.Locator("[role=tree]").EvaluateAsync("list => { list.scrollTop = list.scrollHeight; }");
        await page.WaitForFunctionAsync("() => { const list = document.querySelector('.tree'); return +list.dataset.to === Math.round(list.scrollHeight / 30); }");
        Assert.InRange(await page.Locator("[role=treeitem]").CountAsync(), 10, 90);
    }

    [Fact]
    public async Task What_was_put_away_stays_away_and_comes_back_at_a_click()
    {
        IPage page = await ReadyAsync(Proof);
        await page.Locator("[data-tree-close]").ClickAsync();
        await Expect(page.Locator(".tree-open")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.Locator(".tree-open")).ToBeVisibleAsync();
        await Expect(page.Locator(".drawer.on")).ToBeHiddenAsync();
        await page.Locator(".tree-open").ClickAsync();
        await Expect(page.Locator(".tree [aria-current=page]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_it_is_a_sheet_that_a_button_opens_and_a_choice_closes()
    {
        IPage page = await WindowAsync(with: options => (options.ViewportSize, options.HasTouch) = (new() { Width = 390, Height = 844 }, true));
        await page.GotoAsync(Proof);
        await page.Locator(".tree-open").ClickAsync();
        ILocator row = page.Locator(".tree a[href^='/explain/HU-MAU-02']");
        Assert.True((await row.BoundingBoxAsync())!.Height >= 44);
        await row.ClickAsync();
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.Locator(".drawer.on")).ToHaveCountAsync(0);
        Assert.Equal(390, await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
    }

    private async Task<IPage> ReadyAsync(string path)
    {
        IPage page = await WindowAsync();
        await page.GotoAsync(path);
        await Expect(page.Locator(".drawer.on.live [role=tree]")).ToBeVisibleAsync();
        return page;
    }
}
