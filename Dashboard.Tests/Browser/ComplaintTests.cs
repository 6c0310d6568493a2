using Dashboard.Tests.Testing;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>The register of complaints as its officers use it; on data of its own, since it writes.</summary>
public sealed class ComplaintTests(BrowserStage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task An_officer_records_a_case_by_keyboard_and_another_reader_sees_it_and_its_end_without_reloading()
    {
        string folder = Stage.CopyOfData();
        try
        {
            await using var app = new DashboardApp(folder);
            await app.StartAsync();
            IPage officer = await WindowAsync("officer", address: app.Address), reader = await WindowAsync("leader", address: app.Address);
            await reader.GotoAsync("/c/TU-MAU/complaints?q=2026/0030");
            await LiveAsync(reader);
            await officer.GotoAsync("/c/HU-MAU-01/complaints?new=1");
            await LiveAsync(officer);
            ILocator dialog = officer.Locator("dialog.side-panel[open]");
            await dialog.Locator("#case-category").SelectOptionAsync("records");
            await dialog.Locator("#case-accepted").FocusAsync();
            await officer.Keyboard.TypeAsync("23/11/2026");
            await Expect(dialog.Locator(".due b")).ToHaveTextAsync("23/12/2026");
            string reference = (await dialog.Locator("#case-reference").InputValueAsync())!;
            await officer.Keyboard.PressAsync("Control+Enter");
            await Expect(officer).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"\?case=\d+$"));
            ILocator row = reader.Locator($"tr:has(a.cd:text-is('{reference}')):has-text('Tân Giang')");
            await reader.Locator(".reg-tools input[type=search]").FillAsync(reference);
            await Expect(row).ToContainTextAsync("Còn 30 ngày");

            await dialog.Locator("[data-act=Resolve]").ClickAsync();
            await dialog.Locator("#act-outcome").SelectOptionAsync("NotUpheld");
            await dialog.Locator("#act-outcome").PressAsync("Control+Enter");
            await Expect(row).ToHaveCountAsync(0);
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
            await Expect(row).ToHaveCountAsync(1);
        }
        finally
        {
            await Folders.DeleteAsync(folder);
        }
    }

    [Fact]
    public async Task Escape_asks_before_what_was_typed_is_lost()
    {
        IPage page = await WindowAsync("officer");
        await page.GotoAsync("/c/HU-MAU-01/complaints?new=1");
        await LiveAsync(page);
        ILocator dialog = page.Locator("dialog.side-panel[open]");
        await dialog.Locator("#case-category").SelectOptionAsync("records");
        await Expect(dialog.Locator("#case-category")).ToHaveValueAsync("records");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog.GetByRole(AriaRole.Alertdialog)).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Bỏ", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Ending("/c/HU-MAU-01/complaints"));
        await Expect(dialog).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_phone_the_register_is_a_list_that_scrolls_only_downwards_in_english_as_well()
    {
        IPage page = await WindowAsync("officer", options => (options.ViewportSize, options.HasTouch, options.Locale) = (new() { Width = 390, Height = 844 }, true, "en-GB"));
        await page.GotoAsync("/preferences/culture?c=en&back=/");
        await page.GotoAsync("/c/HU-MAU-01/complaints");
        await LiveAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Register of complaints");
        Assert.Equal(390, await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        LocatorBoundingBoxResult row = (await page.Locator(".reg tbody tr").First.BoundingBoxAsync())!;
        Assert.True(row.Width <= 390 && row.Height >= 44);
        await page.Locator(".reg tbody a.cd").First.ClickAsync();
        LocatorBoundingBoxResult panel = (await page.Locator("dialog.side-panel[open]").BoundingBoxAsync())!;
        Assert.Equal(390, panel.Width);
        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.querySelector('dialog.side-panel .pb').scrollWidth"));
    }

    // A button answers only once the connection is there.
    private static Task LiveAsync(IPage page) => Expect(page.Locator("[data-register]:not([aria-busy])")).ToBeVisibleAsync();
}
