using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Language and theme, which stay with the reader.</summary>
public sealed class PreferenceTests(BrowserStage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task The_language_is_changed_by_a_click_and_stays()
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        await ChooseAsync("en", "4,486");
        await ChooseAsync("vi", "4.486");

        async Task ChooseAsync(string language, string number)
        {
            await page.Locator($".appbar .lang a[lang={language}]").First.ClickAsync();
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Expect(Card(page, 0)).ToHaveTextAsync(number);
            await page.ReloadAsync();
            await DrawnAsync(page);
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Expect(Card(page, 0)).ToHaveTextAsync(number);
        }
    }

    [Fact]
    public async Task The_theme_is_changed_in_place_and_stays()
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        string light = await GroundAsync();
        await ChooseAsync("dark");
        string dark = await GroundAsync();
        Assert.NotEqual(light, dark);
        await ReloadAsync();
        Assert.Equal(dark, await GroundAsync());
        await ChooseAsync("light");
        await ReloadAsync();
        Assert.Equal(light, await GroundAsync());
        await ChooseAsync("system");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Equal(dark, await GroundAsync());
        await ReloadAsync();
        Assert.Equal(dark, await GroundAsync());

        Task<string> GroundAsync() => page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor");

        async Task ReloadAsync()
        {
            await page.ReloadAsync();
            await DrawnAsync(page);
        }

        async Task ChooseAsync(string theme)
        {
            await page.Locator(".appbar > .theme summary").ClickAsync();
            await page.RunAndWaitForResponseAsync(
                () => page.Locator($".appbar > .theme [data-theme-choice={theme}]").ClickAsync(), answer => answer.Url.Contains("/preferences/theme", StringComparison.Ordinal));
        }
    }
}
