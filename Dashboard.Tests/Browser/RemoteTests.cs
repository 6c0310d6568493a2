using Dashboard.Data;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Meeting;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>A meeting as it is held: screens on walls, somebody with a remote, figures that go on arriving.</summary>
public sealed class RemoteTests(BrowserStage stage) : BrowserTest(stage)
{
    // Two hundred milliseconds on a quiet machine; what a busy one takes is for the benchmark to say.
    private const int Soon = 3_000;

    [Fact]
    public async Task Two_screens_follow_one_remote()
    {
        IPage remote = await AttendAsync("/meeting/TU-MAU/remote", "leader", Phone), hall = await AttendAsync("/meeting/TU-MAU", "screen", Wall), corridor = await AttendAsync("/meeting/TU-MAU", "screen", Upright);
        Begin();
        await remote.Locator("[data-do=go][data-at='2']").ClickAsync();
        await Task.WhenAll(Expect(hall.Locator(".sn")).ToContainTextAsync("Tiến độ"), Expect(corridor.Locator(".sn")).ToContainTextAsync("Tiến độ"));
        foreach (IPage page in new[] { remote, hall, corridor })
        {
            await page.EvaluateAsync("""
                () => new MutationObserver(() => window.shownAt ??= Date.now()).observe(document.querySelector('[data-meeting]'), { childList: true, subtree: true, characterData: true })
                """);
        }

        long pressed = await remote.EvaluateAsync<long>("() => { const at = Date.now(); document.querySelector('[data-do=next]').click(); return at; }");
        await Task.WhenAll(Expect(hall.Locator(".sn")).ToContainTextAsync("Xu hướng"), Expect(corridor.Locator(".sn")).ToContainTextAsync("Xu hướng"));
        long[] shown = [await hall.EvaluateAsync<long>("() => window.shownAt"), await corridor.EvaluateAsync<long>("() => window.shownAt")];
        TestContext.Current.SendDiagnosticMessage($"The screens followed after {string.Join(" and ", shown.Select(at => at - pressed))} ms.");
        Assert.All(shown, at => Assert.InRange(at - pressed, 0, Soon));

        await remote.Locator("[data-do=pause]").ClickAsync();
        await Expect(hall.Locator(".au")).ToContainTextAsync("đang dừng");
        await remote.Locator("[data-do=spotlight][data-committee='HU-MAU-10']").ClickAsync();
        await Expect(corridor.Locator(".scene h2").First).ToHaveTextAsync("Đảng bộ huyện Vân Hải");
        await remote.Locator("[data-do=spotlight]:not([data-committee])").ClickAsync();
        await Expect(hall.Locator(".run")).ToBeVisibleAsync();
        await remote.Locator("[data-do=pause]").ClickAsync();
    }

    [Fact]
    public async Task A_presenters_remote_steps_by_keys_and_a_screen_takes_none()
    {
        IPage hall = await AttendAsync("/meeting/TU-MAU", "leader", Wall), screen = await AttendAsync("/meeting/TU-MAU", "screen", Wall);
        Begin();
        await hall.Keyboard.PressAsync("1");
        await Expect(screen.Locator(".sn")).ToContainTextAsync("1/");
        await hall.Keyboard.PressAsync("PageDown");
        await Expect(screen.Locator(".sn")).ToContainTextAsync("2/");
        await screen.Keyboard.PressAsync("End");
        await hall.Keyboard.PressAsync("ArrowLeft");
        await Expect(screen.Locator(".sn")).ToContainTextAsync("1/");
        await hall.Keyboard.PressAsync(" ");
        await Expect(screen.Locator(".au")).ToContainTextAsync("đang dừng");
        // The key turns about what this window shows, which may learn of it after the other.
        await Expect(hall.Locator(".au")).ToContainTextAsync("đang dừng");
        await hall.Keyboard.PressAsync(" ");
        await Expect(screen.Locator(".au")).ToContainTextAsync("tự chuyển sau");
    }

    [Fact]
    public async Task Frozen_figures_stay_while_others_arrive_and_come_again_in_one_step()
    {
        string folder = Stage.CopyOfData();
        await using (var app = new DashboardApp(folder))
        {
            await app.StartAsync();
            IPage remote = await WindowAsync("leader", Phone, app.Address), hall = await WindowAsync("screen", Wall, app.Address);
            await FollowingAsync(remote, "/meeting/TU-MAU/remote");
            await FollowingAsync(hall, "/meeting/TU-MAU");
            ToFigures(app);
            string before = await hall.Locator(".mv [data-tick]").First.InnerTextAsync();
            await remote.Locator("[data-do=freeze]").ClickAsync();
            await Expect(hall.Locator(".cut")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"Số liệu chốt lúc \d\d:\d\d 23/11/2026"));
            await using (await Restating.ByAsync(app, "HU-MAU-01", "vetting.congress.own", Period.Quarter(2026, 3), +5))
            {
                await Expect(hall.Locator(".lat")).ToContainTextAsync("cập nhật sau khi chốt");
                await Expect(hall.Locator(".mv [data-tick]").First).ToHaveTextAsync(before);
                await remote.Locator("[data-do=unfreeze]").ClickAsync();
                await Expect(hall.Locator(".mv [data-tick]").First).ToHaveTextAsync($"{NumberIn(before) + 5:N0}".Replace(',', '.'));
                await Expect(hall.Locator(".cut")).ToHaveCountAsync(0);
            }
        }

        await Folders.DeleteAsync(folder);
    }

    [Fact]
    public async Task Screens_come_back_by_themselves_when_the_server_was_started_again()
    {
        string folder = Stage.CopyOfData();
        IPage hall;
        int port;
        await using (var app = new DashboardApp(folder))
        {
            await app.StartAsync();
            port = app.Address.Port;
            hall = await WindowAsync("screen", Wall, app.Address);
            await FollowingAsync(hall, "/meeting/TU-MAU");
            await hall.EvaluateAsync("() => { window.same = true; }");
        }

        await Expect(hall.Locator(".mf [role=status]")).ToContainTextAsync("Mất kết nối từ");
        await using (var app = new DashboardApp(folder, port))
        {
            await app.StartAsync();
            await using Restating restated = await Restating.ByAsync(app, "HU-MAU-01", "vetting.congress.own", Period.Quarter(2026, 3), +9);
            await Expect(hall.Locator(".mf [role=status]")).ToHaveTextAsync("Đang kết nối");
            ToFigures(app);
            await Expect(hall.Locator(".mv [data-tick]").First).ToHaveTextAsync("4.495");
            Assert.True(await hall.EvaluateAsync<bool>("() => window.same"), "The page was loaded anew.");
            await hall.GotoAsync("about:blank");
        }

        await Folders.DeleteAsync(folder);
    }

    [Fact]
    public async Task A_meeting_goes_on_where_it_was_when_the_server_was_started_again()
    {
        string folder = Stage.CopyOfData();
        IPage hall, remote;
        int port;
        string frozen;
        await using (var app = new DashboardApp(folder))
        {
            await app.StartAsync();
            port = app.Address.Port;
            (hall, remote) = (await WindowAsync("screen", Wall, app.Address), await WindowAsync("leader", Phone, app.Address));
            await FollowingAsync(hall, "/meeting/TU-MAU");
            await FollowingAsync(remote, "/meeting/TU-MAU/remote");
            await remote.Locator("[data-do=go]", new() { HasText = "Xu hướng" }).ClickAsync();
            await remote.Locator("[data-do=pause]").ClickAsync();
            await remote.Locator("[data-do=spotlight][data-committee='HU-MAU-10']").ClickAsync();
            await remote.Locator("[data-do=freeze]").ClickAsync();
            await Expect(hall.Locator(".cut")).ToContainTextAsync("Số liệu chốt lúc");
            frozen = await hall.Locator(".cut").InnerTextAsync();
            await AssertStandsAsync(hall);
            // The wall alone comes back and tells; whoever has not been there before finds it there.
            await remote.GotoAsync("about:blank");
        }

        await Expect(hall.Locator(".mf [role=status]")).ToContainTextAsync("Mất kết nối từ");
        await using (var app = new DashboardApp(folder, port))
        {
            await app.StartAsync();
            await Expect(hall.Locator(".mf [role=status]")).ToHaveTextAsync("Đang kết nối");
            await AssertStandsAsync(hall);
            await Expect(hall.Locator(".cut")).ToHaveTextAsync(frozen);
            await FollowingAsync(remote, $"http://127.0.0.1:{port}/meeting/TU-MAU/remote");
            await Expect(remote.Locator("[data-do=spotlight][aria-current=true]")).ToHaveAttributeAsync("data-committee", "HU-MAU-10");
            await remote.Locator("[data-do=next]").ClickAsync();
            await Expect(hall.Locator(".sn")).ToContainTextAsync("Đơn thư");
            await remote.GotoAsync("about:blank");
            await hall.GotoAsync("about:blank");
        }

        await Folders.DeleteAsync(folder);

        static async Task AssertStandsAsync(IPage hall)
        {
            await Expect(hall.Locator(".scene h2").First).ToHaveTextAsync("Đảng bộ huyện Vân Hải");
            await Expect(hall.Locator(".sn")).ToContainTextAsync("Xu hướng");
            await Expect(hall.Locator(".au")).ToContainTextAsync("đang dừng");
        }
    }

    [Theory]
    [InlineData("vi", "Có người vừa mở phiên họp của cấp ủy này")]
    [InlineData("en", "Somebody has just opened a meeting of this committee")]
    public async Task Why_the_figures_could_not_be_frozen_is_said_on_the_remote_and_not_on_the_wall(string language, string reason)
    {
        IPage remote = await WindowAsync("leader", Phone), hall = await AttendAsync("/meeting/HU-MAU-09", "screen", Wall);
        await remote.GotoAsync($"/preferences/culture?c={language}&back=/meeting/HU-MAU-09/remote");
        await FollowingAsync(remote, "/meeting/HU-MAU-09/remote");
        // Another server has opened one, and this one has not heard of it.
        await using DashboardDb db = App.Services.GetRequiredService<IDbContextFactory<DashboardDb>>().CreateDbContext();
        var unheard = new CommitteeMeeting { Id = 900, Committee = App.Figures.Now.Hierarchy.NumberOf("HU-MAU-09"), HeldOn = SampleDatabase.Today, Agenda = [new(SceneKind.Trend, 0)], OpenedAt = DateTime.UnixEpoch };
        db.Add(unheard);
        await db.SaveChangesAsync(Cancelled);
        try
        {
            await remote.Locator("[data-do=freeze]").ClickAsync();
            await Expect(remote.Locator("[role=status][data-own=said]")).ToContainTextAsync(reason);
            await remote.Locator("[data-do=go][data-at='2']").ClickAsync();
            await Expect(remote.Locator("[data-own=said]")).ToBeEmptyAsync();
            await Expect(hall.Locator(".sn")).ToContainTextAsync("3/");
            await Expect(hall.Locator(".meeting")).Not.ToContainTextAsync("vừa mở phiên họp");
        }
        finally
        {
            db.Remove(unheard);
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_meeting_is_led_by_the_keyboard_alone_and_the_focus_stays_where_it_was()
    {
        IPage remote = await AttendAsync("/meeting/HU-MAU-11/remote", "leader", Phone), hall = await AttendAsync("/meeting/HU-MAU-11", "screen", Wall);
        IReadOnlyList<string> order = await remote.TabsAsync(6);
        Assert.Equal(["Về trang của cấp ủy", "Màn hình", "Trước", "Dừng", "Tiếp", "Chốt số liệu lúc này"], order);
        Assert.Equal("1Bốn con số", Assert.Single(await remote.TabsAsync(1)));

        await remote.Locator("[data-do=pause]").FocusAsync();
        await remote.Keyboard.PressAsync("Space");
        await Expect(hall.Locator(".au")).ToContainTextAsync("đang dừng");
        await Expect(remote.Locator("[data-do=pause]")).ToHaveTextAsync("Chạy");
        Assert.Equal("Chạy", await remote.FocusedAsync());
        await remote.Keyboard.PressAsync("Enter");
        await Expect(hall.Locator(".au")).ToContainTextAsync("tự chuyển sau");
        await remote.Keyboard.PressAsync("ArrowRight");
        await Expect(hall.Locator(".sn")).ToContainTextAsync("2/");
        await remote.Keyboard.PressAsync("ArrowLeft");
        await Expect(hall.Locator(".sn")).ToContainTextAsync("1/");

        await remote.Locator("[data-do=go][data-at='3']").FocusAsync();
        await remote.Keyboard.PressAsync("Enter");
        await Expect(hall.Locator(".sn")).ToContainTextAsync("4/");
        await Expect(remote.Locator("[data-do=go][data-at='3']")).ToHaveAttributeAsync("aria-current", "true");
        await Expect(remote.Locator("[data-do=go][data-at='3']")).ToBeFocusedAsync();

        ILocator one = remote.Locator("[data-do=spotlight][data-committee]").Nth(2), end = remote.Locator("[data-do=spotlight]:not([data-committee])");
        await Expect(end).ToHaveAttributeAsync("aria-disabled", "true");
        string name = await one.InnerTextAsync();
        await one.FocusAsync();
        await remote.Keyboard.PressAsync("Enter");
        await Expect(one).ToHaveAttributeAsync("aria-current", "true");
        await Expect(one).ToBeFocusedAsync();
        Assert.Equal(name, await remote.FocusedAsync());
        await end.FocusAsync();
        await remote.Keyboard.PressAsync("Space");
        await Expect(end).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(end).ToBeFocusedAsync();
        await Expect(hall.Locator(".sn")).ToContainTextAsync("4/");
    }

    [Fact]
    public async Task What_a_remote_shows_changes_in_its_own_places()
    {
        IPage remote = await AttendAsync("/meeting/TU-MAU/remote", "leader", Phone);
        ToFigures(App);
        ILocator figure = remote.Locator(".rnow .mk .mv [data-tick]").First;
        await Expect(remote.Locator(".rnow .mks:not(.strip)")).ToBeVisibleAsync();
        long before = NumberIn(await figure.InnerTextAsync());
        await remote.EvaluateAsync("() => { document.querySelector('.rnow .mk .mv [data-tick]').mine = true; }");
        await using Restating restated = await Restating.ByAsync(App, "HU-MAU-01", "vetting.congress.own", Period.Quarter(2026, 3), +5);
        await Expect(figure).ToHaveTextAsync($"{before + 5:N0}".Replace(',', '.'));
        Assert.True(await figure.EvaluateAsync<bool>("element => element.mine === true"), "It was drawn anew as a whole.");
        await Expect(remote.Locator("[data-own=link] [role=status]")).ToHaveTextAsync("Đang kết nối");
    }

    [Fact]
    public async Task A_remote_is_in_the_language_and_of_the_width_of_its_phone()
    {
        IPage remote = await WindowAsync("leader", Phone);
        await remote.GotoAsync("/preferences/culture?c=en&back=/meeting/TU-MAU/remote");
        await Expect(remote.Locator("[data-do=next]")).ToContainTextAsync("On");
        Assert.True(await remote.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the phone.");
        Assert.True(await remote.EvaluateAsync<bool>("() => [...document.querySelectorAll('.remote button')].every(b => b.getBoundingClientRect().height >= 44)"), "A button is smaller than a finger.");
    }

    private async Task<IPage> AttendAsync(string path, string account, Action<BrowserNewContextOptions> with)
    {
        IPage page = await WindowAsync(account, with);
        await FollowingAsync(page, path);
        return page;
    }

    private static void ToFigures(DashboardApp app) =>
        app.Services.GetRequiredService<MeetingRooms>().Find(app.Figures.Now.Hierarchy.NumberOf("TU-MAU"))!.Move(stand => stand.StayAt(SceneKind.Figures));

    /// <summary>From the first scene on, and going: other tests lead the same meeting.</summary>
    private void Begin() => App.Services.GetRequiredService<MeetingRooms>().Find(App.Figures.Now.Hierarchy.NumberOf("TU-MAU"))!.Move(stand => stand.GoTo(0).Pause(false));

    private static async Task FollowingAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.connection === 'live'");
    }

    private static void Wall(BrowserNewContextOptions options) => options.ViewportSize = new() { Width = 1920, Height = 1080 };

    private static void Upright(BrowserNewContextOptions options) => options.ViewportSize = new() { Width = 1080, Height = 1920 };

    private static void Phone(BrowserNewContextOptions options) => options.ViewportSize = new() { Width = 390, Height = 844 };
}
