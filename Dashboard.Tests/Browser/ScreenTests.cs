using Dashboard.Domain.Periods;
using Dashboard.Tests.Testing;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>A screen on a wall, and the phone that lets it in.</summary>
public sealed class ScreenTests(BrowserStage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task A_screen_opens_its_meeting_by_itself_follows_the_figures_and_ends_at_once()
    {
        IPage wall = await WindowAsync(null, Wall);
        await wall.GotoAsync("/screen");
        await LetInAsync(wall, "reviewer", "HU-MAU-01", "Phòng họp A");
        await Expect(wall).ToHaveURLAsync(Ending("/meeting/HU-MAU-01"));
        await Expect(wall.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(Figure(wall, 0)).ToBeVisibleAsync();
        string before = await Figure(wall, 0).InnerTextAsync();
        await wall.WaitForFunctionAsync("() => document.documentElement.dataset.connection === 'live'");
        await wall.EvaluateAsync("() => { window.same = true; }");
        await using (Restating restated = await Restating.ByAsync(App, "HU-MAU-01", "vetting.congress.own", Period.Quarter(2026, 3), +5))
        {
            await Expect(Figure(wall, 0)).ToHaveTextAsync($"{NumberIn(before) + 5:N0}".Replace(',', '.'));
            Assert.True(await wall.EvaluateAsync<bool>("() => window.same"), "The page was loaded anew.");
        }

        IPage phone = await WindowAsync("reviewer", Phone);
        await phone.GotoAsync("/screens");
        await phone.Locator("li", new() { HasText = "Phòng họp A" }).GetByRole(AriaRole.Button, new() { Name = "Ngắt" }).ClickAsync();
        DateTime ended = TestClock.Now;
        await Expect(wall.Locator(".meeting")).ToHaveCountAsync(0, new() { Timeout = 5_000 });
        TestContext.Current.SendDiagnosticMessage($"The meeting was gone {(TestClock.Now - ended).TotalMilliseconds:0} ms after the phone was answered.");
        await Expect(wall).ToHaveURLAsync(Ending("/screen"));
        await Expect(wall.Locator("p.code")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_screen_without_script_opens_its_meeting_too()
    {
        IPage wall = await WindowAsync(null, options =>
        {
            Wall(options);
            options.JavaScriptEnabled = false;
        });
        await wall.GotoAsync("/screen");
        // Nobody else is at this one, and leads it to another scene.
        await LetInAsync(wall, "leader", "HU-MAU-05", "Không JavaScript");
        await Expect(wall).ToHaveURLAsync(Ending("/meeting/HU-MAU-05"));
        await Expect(Figure(wall, 0)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^[\d.]+$"));
    }

    [Fact]
    public async Task A_screen_is_let_in_with_the_keyboard_alone()
    {
        IPage wall = await WindowAsync(null, Wall);
        await wall.GotoAsync("/screen");
        string code = await wall.Locator("p.code").InnerTextAsync();
        IPage desk = await WindowAsync("leader");
        await desk.GotoAsync("/screens");
        await desk.Locator("#code").FocusAsync();
        await desk.Keyboard.TypeAsync(code);
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("form.let")).ToBeVisibleAsync();
        await desk.Locator("#q").FocusAsync();
        await desk.Keyboard.TypeAsync("an binh");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("input[name=committee]").First).ToHaveValueAsync("HU-MAU-02");
        await desk.Locator("input[name=committee]").First.FocusAsync();
        await desk.Keyboard.PressAsync("Tab");
        await desk.Keyboard.TypeAsync("Bàn phím");
        await desk.Keyboard.PressAsync("Tab");
        await desk.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("month", await desk.Locator("input[name=term]:checked").InputValueAsync());
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("[role=status]").First).ToContainTextAsync("Đã cho phép");
        await Expect(wall).ToHaveURLAsync(Ending("/meeting/HU-MAU-02"));
    }

    /// <summary>Reads the code from the wall and lets it in on a phone.</summary>
    private async Task LetInAsync(IPage wall, string account, string committee, string name)
    {
        string code = await wall.Locator("p.code").InnerTextAsync();
        IPage phone = await WindowAsync(account, Phone);
        await phone.GotoAsync($"/screens?code={Uri.EscapeDataString(code)}&q={committee}");
        await phone.Locator($"input[name=committee][value='{committee}']").CheckAsync();
        await phone.Locator("#name").FillAsync(name);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Cho phép màn hình này" }).ClickAsync();
        await Expect(phone.Locator(".notice.info")).ToBeVisibleAsync();
    }

    private static ILocator Figure(IPage page, int index) => page.Locator(".mk").Nth(index).Locator(".mv [data-tick]");

    private static void Wall(BrowserNewContextOptions options) => options.ViewportSize = new() { Width = 1920, Height = 1080 };

    private static void Phone(BrowserNewContextOptions options) => options.ViewportSize = new() { Width = 390, Height = 844 };
}
