using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Choosing a committee and a period by the keyboard alone.</summary>
public sealed class PickerTests(BrowserStage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task A_committee_is_found_without_diacritics_and_opened_with_Enter()
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("an binh");
        ILocator first = page.GetByRole(AriaRole.Option).First;
        await Expect(first).ToContainTextAsync("An Bình");
        await page.Keyboard.PressAsync("ArrowDown");
        ILocator chosen = page.Locator("[role=option][aria-selected=true]");
        await Expect(page.GetByRole(AriaRole.Option).Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        string href = (await chosen.GetAttributeAsync("href"))!;
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(Ending(href));
        await Expect(page.Locator("dialog[data-switcher]")).ToBeHiddenAsync();
        await Expect(page.Locator(".switcher b")).ToContainTextAsync("An Bình");
    }

    [Fact]
    public async Task Escape_closes_the_switcher_and_the_focus_is_back_where_it_was()
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        await page.Locator(".switcher .find").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("dialog[data-switcher] input")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog[data-switcher]")).ToBeHiddenAsync();
        await Expect(page.Locator(".switcher .find")).ToBeFocusedAsync();
        Assert.Equal("/c/TU-MAU", PathOf(page));
    }

    [Fact]
    public async Task A_period_is_chosen_with_the_arrow_keys()
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        await page.Locator(".pm summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".pq a.on")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(Ending("/c/TU-MAU?period=2026-Q2"));
        await Expect(page.Locator("details.pm")).Not.ToHaveAttributeAsync("open", "");
        await Expect(Card(page, 0)).Not.ToHaveTextAsync("4.486");
    }

    [Fact]
    public async Task PageUp_in_the_period_picker_turns_to_the_year_before()
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        await page.Locator(".pm summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".pq a.on")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("PageUp");
        await Expect(page.Locator(".pk .ph1 b")).ToContainTextAsync("2025");
        await Expect(page.Locator("details.pm")).ToHaveAttributeAsync("open", "");
        Assert.Equal("/c/TU-MAU", PathOf(page));
    }

    [Theory]
    [InlineData("dialog[data-switcher] input")]
    [InlineData("#tbl input[type=search]")]
    public async Task No_key_is_lost_when_one_types_faster_than_the_server_answers(string input)
    {
        const string Typed = "dang bo huyen nam dien";
        IPage page = await WindowAsync();
        await page.RouteWebSocketAsync("**/_blazor**", route =>
        {
            IWebSocketRoute server = route.ConnectToServer();
            Task last = Task.CompletedTask;
            // The answers come late and in order, as over a long line.
            server.OnMessage(frame => last = SendAsync(last, route, frame));
        });
        await page.GotoAsync("/c/TU-MAU");
        await DrawnAsync(page);
        await page.Locator(input).EvaluateAsync("input => input.closest('dialog')?.showModal()");
        await page.Locator(input).FocusAsync();
        await page.Keyboard.TypeAsync(Typed, new() { Delay = 15 });
        await Expect(page.Locator(input.StartsWith("dialog", StringComparison.Ordinal) ? "[role=option]" : "#tbl tbody tr").First).ToContainTextAsync("Nam Điền");
        await Expect(page.Locator(input)).ToHaveValueAsync(Typed);

        static async Task SendAsync(Task before, IWebSocketRoute route, IWebSocketFrame frame)
        {
            await before;
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancelled);
            if (frame.Binary is { } bytes)
            {
                route.Send(bytes);
            }
            else
            {
                route.Send(frame.Text!);
            }
        }
    }
}
