using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Meeting;
using Dashboard.Tests.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>A meeting on the wall, and the pages around it.</summary>
public sealed class MeetingTests(BrowserStage stage) : BrowserTest(stage)
{
    // What a line may measure at the least where a picture is 1080 lines high, to be read from the back of a hall.
    private const double SmallestOfPicture = 44;

    [Theory]
    [InlineData(1920, 1080, "vi")]
    [InlineData(1920, 1080, "en")]
    [InlineData(3840, 2160, "vi")]
    [InlineData(1024, 768, "en")]
    [InlineData(1600, 1200, "vi")]
    [InlineData(1080, 1920, "vi")]
    [InlineData(390, 844, "en")]
    public async Task The_meeting_fills_every_screen_and_nothing_is_cut_off_or_small(int width, int height, string language)
    {
        IPage page = await WindowAsync("screen", options => options.ViewportSize = new() { Width = width, Height = height });
        await page.GotoAsync($"/preferences/culture?c={language}&back=/meeting/TU-MAU");
        await AttendedAsync(page);
        string[] faults = await page.EvaluateAsync<string[]>("""
            () => {
              const faults = [];
              const { scrollWidth, scrollHeight } = document.documentElement;
              if (scrollWidth > innerWidth || scrollHeight > innerHeight) faults.push(`the page is ${scrollWidth} × ${scrollHeight}`);
              for (const cell of document.querySelectorAll('.mk')) {
                const frame = cell.getBoundingClientRect();
                for (const part of cell.querySelectorAll('h2, .mv > span, .md')) {
                  const range = document.createRange();
                  range.selectNodeContents(part);
                  const text = range.getBoundingClientRect();
                  if (text.left < frame.left || text.right > frame.right || text.top < frame.top - 1 || text.bottom > frame.bottom + 1) faults.push(`cut off: ${part.textContent}`);
                }
              }
              return faults;
            }
            """);
        Assert.Empty(faults);
        double smallest = await page.EvaluateAsync<double>("() => Math.min(...[...document.querySelectorAll('.mk h2, .mk .md, .mk .mv')].map(e => parseFloat(getComputedStyle(e).fontSize)))");
        double share = width >= height ? Math.Min(width / 1920.0, height / 1080.0) : Math.Min(width / 940.0, height / 1860.0);
        Assert.True(smallest >= SmallestOfPicture * share, $"{smallest} px");
    }

    [Theory]
    [InlineData(1920, 1080, "vi", "Phiên", "Hiện nay")]
    [InlineData(1024, 768, "vi", "Phiên", "Hiện nay")]
    [InlineData(1024, 768, "en", "Meeting", "Now")]
    public async Task The_names_below_the_steps_of_a_change_are_whole_and_apart(int width, int height, string language, string first, string last)
    {
        IPage page = await WindowAsync("screen", options => options.ViewportSize = new() { Width = width, Height = height });
        await page.GotoAsync($"/preferences/culture?c={language}&back=/meeting/TU-MAU");
        await AttendedAsync(page);
        App.Services.GetRequiredService<MeetingRooms>().Find(App.Figures.Now.Hierarchy.NumberOf("TU-MAU"))!.Move(stand => stand.StayAt(SceneKind.Progress));
        await Expect(page.Locator(".wtf .ax").First).ToHaveTextAsync(first);
        string[] faults = await page.EvaluateAsync<string[]>("""
            () => {
              const faults = [], frame = document.querySelector('.wtf').getBoundingClientRect();
              const names = [...document.querySelectorAll('.wtf .ax')].filter(e => e.textContent).map(e => [e.textContent, e.getBoundingClientRect()]);
              for (const [name, box] of names) {
                if (box.left < frame.left - 1 || box.right > frame.right + 1) faults.push(`cut off: ${name}`);
                for (const [other, beside] of names) if (beside !== box && beside.top === box.top && beside.left >= box.left && beside.left < box.right) faults.push(`${name} runs into ${other}`);
              }
              return faults;
            }
            """);
        Assert.Empty(faults);
        Assert.EndsWith(last, string.Join(' ', await page.Locator(".wtf .ax").AllTextContentsAsync()).Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_connection_is_said_without_a_box_and_the_meeting_catches_up_by_itself()
    {
        IPage page = await WindowAsync("screen");
        IWebSocketRoute? socket = null;
        bool isCut = false;
        await page.RouteWebSocketAsync("**/meeting/TU-MAU/stream*", route =>
        {
            if (isCut)
            {
                _ = route.CloseAsync();
                return;
            }

            socket = route;
            route.ConnectToServer();
        });
        await page.GotoAsync("/meeting/TU-MAU");
        await AttendedAsync(page);
        await page.EvaluateAsync("() => { window.same = true; }");
        string before = await page.Locator(".mv [data-tick]").First.InnerTextAsync();
        isCut = true;
        await socket!.CloseAsync();
        await Expect(page.Locator(".mf [role=status]")).ToContainTextAsync("Mất kết nối từ");
        await Expect(page.Locator("dialog, [role=dialog], .reconnect")).ToHaveCountAsync(0);
        await using Restating restated = await Restating.ByAsync(App, "HU-MAU-01", "vetting.congress.own", Period.Quarter(2026, 3), +5);
        isCut = false;
        await Expect(page.Locator(".mv [data-tick]").First).ToHaveTextAsync($"{NumberIn(before) + 5:N0}".Replace(',', '.'));
        await Expect(page.Locator(".mf [role=status]")).ToHaveTextAsync("Đang kết nối");
        Assert.True(await page.EvaluateAsync<bool>("() => window.same"), "The page was loaded anew.");
    }

    [Fact]
    public async Task A_meeting_that_was_left_sends_no_more()
    {
        MeetingRooms rooms = App.Services.GetRequiredService<MeetingRooms>();
        IPage page = await WindowAsync("screen");
        await page.GotoAsync("/meeting/TU-MAU");
        await AttendedAsync(page);
        int during = rooms.Watching;
        await page.GotoAsync("/not-found");
        for (int i = 0; i < 100 && rooms.Watching >= during; i++)
        {
            await Task.Delay(50, Cancelled);
        }

        Assert.True(rooms.Watching < during, $"{rooms.Watching} watch, {during} did.");
    }

    [Theory]
    [InlineData("/meeting/TU-MAU", "screen", ColorScheme.Dark, 1920)]
    [InlineData("/meeting/TU-MAU", "screen", ColorScheme.Light, 1920)]
    [InlineData("/screen", null, ColorScheme.Dark, 1920)]
    [InlineData("/screen", null, ColorScheme.Light, 390)]
    [InlineData("/screens", "leader", ColorScheme.Light, 390)]
    [InlineData("/screens", "leader", ColorScheme.Dark, 1440)]
    [InlineData("/screens?code=", "leader", ColorScheme.Light, 390)]
    [InlineData("/screens?code=", "leader", ColorScheme.Dark, 1440)]
    public async Task A_page_has_no_serious_barrier(string path, string? account, ColorScheme scheme, int width)
    {
        if (path.EndsWith('='))
        {
            IPage wall = await WindowAsync(null);
            await wall.GotoAsync("/screen");
            path += Uri.EscapeDataString(await wall.Locator("p.code").InnerTextAsync());
        }

        IPage page = await WindowAsync(account, options =>
        {
            options.ColorScheme = scheme;
            options.ReducedMotion = ReducedMotion.Reduce;
            options.ViewportSize = new() { Width = width, Height = 900 };
        });
        await page.GotoAsync(path);
        if (path.StartsWith("/meeting", StringComparison.Ordinal))
        {
            await AttendedAsync(page);
        }

        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the screen.");
        AxeResult result = await page.RunAxe();
        string[] found = [.. result.Violations.Where(one => one.Impact is "serious" or "critical")
            .SelectMany(one => one.Nodes.Take(5).Select(node => $"{one.Id}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"))];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    /// <summary>Waits until the page has its connection, and takes the meeting back to its figures: other tests lead the same one.</summary>
    private async Task AttendedAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.connection === 'live' && document.querySelector('[data-own=clock][data-turning]')");
        MeetingRoom room = App.Services.GetRequiredService<MeetingRooms>().Find(App.Figures.Now.Hierarchy.NumberOf("TU-MAU"))!;
        room.Move(stand => stand.StayAt(SceneKind.Figures));
        await Expect(page.Locator(".dots i").Nth(room.Stand.PositionOf(SceneKind.Figures))).ToHaveClassAsync("on");
    }
}
