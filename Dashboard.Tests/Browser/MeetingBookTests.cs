using Dashboard.Domain.Meetings;
using Dashboard.Meetings;
using Dashboard.Tests.Testing;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>The page of meetings as leaders and officers use it.</summary>
public sealed class MeetingBookTests(BrowserStage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("", 1440, ColorScheme.Light)]
    [InlineData("?new=meeting", 390, ColorScheme.Dark)]
    public async Task The_page_has_no_serious_barrier_and_scrolls_only_downwards(string query, int width, ColorScheme scheme)
    {
        IPage page = await WindowAsync("leader", options => (options.ColorScheme, options.ReducedMotion, options.ViewportSize) = (scheme, ReducedMotion.Reduce, new() { Width = width, Height = 900 }));
        await page.GotoAsync($"/c/TU-MAU/meetings{query}");
        await Expect(page.Locator(".tabs a.on")).ToHaveTextAsync("Phiên họp");
        await AccessibilityTests.AssertOpenToAllAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
    }

    [Fact]
    public async Task Scenes_are_put_together_by_the_keyboard_alone_and_the_focus_is_never_lost()
    {
        IPage page = await WindowAsync("leader");
        // Only a page that has its connection opens a panel, and only on such a page a line moves.
        await page.GotoAsync("/c/HU-MAU-12/meetings?case=1");
        await Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".reg-head a").ClickAsync();
        ILocator lines = page.Locator(".agenda li"), names = page.Locator(".agenda li > b");
        await page.Locator("#meet-new").FocusAsync();
        Assert.Equal(["Số giây của Bốn con số giây", "Đưa Bốn con số lên", "Đưa Bốn con số xuống", "Bỏ Bốn con số"], await page.TabsAsync(4));

        await page.Locator(".agenda li .mv button").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(names.Nth(1)).ToHaveTextAsync("Bốn con số");
        Assert.Equal("Đưa Bốn con số xuống", await page.FocusedAsync());
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(names.First).ToHaveTextAsync("Bốn con số");
        Assert.Equal("Đưa Bốn con số xuống", await page.FocusedAsync());
        // In the field the same moves the line and leaves its seconds alone.
        ILocator seconds = lines.First.Locator("input");
        await seconds.FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(names.Nth(1)).ToHaveTextAsync("Bốn con số");
        await Expect(lines.Nth(1).Locator("input")).ToHaveValueAsync("40");
        await Expect(lines.Nth(1).Locator("input")).ToBeFocusedAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("() => scrollY"));
        // Enter there is for the field, and opens nothing.
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("75");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(lines.Nth(1).Locator("input")).ToHaveValueAsync("75");
        Assert.Null(App.Figures.Now.OpenMeeting(App.Figures.Now.Hierarchy.NumberOf("HU-MAU-12")));

        string next = await names.Nth(2).InnerTextAsync();
        int count = await lines.CountAsync();
        await lines.Nth(1).Locator(".mv button").Last.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(lines).ToHaveCountAsync(count - 1);
        await Expect(lines.Nth(1).Locator(".mv button").Last).ToBeFocusedAsync();
        Assert.Equal($"Bỏ {next}", await page.FocusedAsync());
        await page.Locator(".adds button", new() { HasText = "Bốn con số" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(lines).ToHaveCountAsync(count);
        await Expect(lines.Last.Locator(".mv button").Last).ToBeFocusedAsync();
        Assert.Equal("Bỏ Bốn con số", await page.FocusedAsync());

        // Both ways through, where the bars cover half of what is seen.
        await page.SetViewportSizeAsync(1440, 430);
        await page.Locator("#meet-new").FocusAsync();
        IReadOnlyList<string> down = await page.TabsAsync(28);
        Assert.Equal(down.Reverse().Skip(1), await page.TabsAsync(27, "Shift+Tab"));
    }

    [Fact]
    public async Task A_meeting_is_opened_frozen_decides_is_closed_and_listed_and_who_owes_something_sees_it_at_once()
    {
        string folder = Stage.CopyOfData();
        try
        {
            await using var app = new DashboardApp(folder);
            await app.StartAsync();
            IPage leader = await WindowAsync("leader", address: app.Address), officer = await WindowAsync("officer", address: app.Address);
            await officer.GotoAsync("/c/HU-MAU-01/meetings?case=1");
            // Only a page that has its connection opens a panel, and only such a page follows.
            await Expect(officer.Locator("dialog[open]")).ToBeVisibleAsync();
            await officer.Keyboard.PressAsync("Escape");

            // The proof of a number that is open all the while.
            IPage proof = await WindowAsync("leader", address: app.Address);
            await proof.GotoAsync("/explain/HU-MAU-01?indicator=complaints.open");
            await Expect(proof.Locator(".explain[data-live]")).ToBeVisibleAsync();
            ILocator decide = proof.GetByRole(AriaRole.Link, new() { Name = "Ghi kết luận họp" });
            await Expect(decide).ToHaveCountAsync(0);

            await leader.GotoAsync("/c/TU-MAU/meetings?case=1");
            await Expect(leader.Locator("dialog[open]")).ToBeVisibleAsync();
            await leader.Keyboard.PressAsync("Escape");
            await leader.Locator(".reg-head a").ClickAsync();
            // A scene goes up by keyboard, below the decisions that are open.
            await leader.GetByRole(AriaRole.Button, new() { Name = "Đưa Tiến độ lên" }).FocusAsync();
            await leader.Keyboard.PressAsync("Enter");
            await Expect(leader.Locator(".agenda li b").Nth(1)).ToHaveTextAsync("Tiến độ");
            await leader.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu phiên họp" }).ClickAsync();
            await Expect(leader.Locator(".meet-said")).ToContainTextAsync("Đã mở phiên họp");
            await Expect(decide).ToHaveCountAsync(1);

            await leader.GetByRole(AriaRole.Button, new() { Name = "Chốt số liệu" }).ClickAsync();
            await leader.GetByRole(AriaRole.Button, new() { Name = "Chốt", Exact = true }).ClickAsync();
            await Expect(leader.Locator(".meet-card .chip")).ToContainTextAsync("Số liệu chốt lúc");

            // From the proof of a number the meeting that goes on above decides about it.
            await officer.GotoAsync("/explain/HU-MAU-01?indicator=complaints.open");
            await Expect(officer.Locator(".explain")).ToBeVisibleAsync();
            await Expect(officer.GetByRole(AriaRole.Link, new() { Name = "Ghi kết luận họp" })).ToHaveCountAsync(0);
            await officer.GotoAsync("/c/HU-MAU-01/meetings?case=1");
            await Expect(officer.Locator("dialog[open]")).ToBeVisibleAsync();
            await officer.Keyboard.PressAsync("Escape");
            await leader.GotoAsync("/explain/HU-MAU-01?indicator=complaints.open");
            await leader.GetByRole(AriaRole.Link, new() { Name = "Ghi kết luận họp" }).ClickAsync();
            await leader.Locator("dialog select").First.SelectOptionAsync("Resolve");
            await Expect(leader.Locator("dialog .inp.ro b").Nth(1)).ToContainTextAsync("Tân Giang");
            await leader.Locator("dialog .pf .btn.primary").ClickAsync();
            await Expect(leader.Locator(".meet-said")).ToContainTextAsync("Đã ghi kết luận: Giải quyết đơn thư");
            await Expect(officer.Locator(".reg tbody tr")).ToContainTextAsync("Giải quyết đơn thư");

            await leader.GetByRole(AriaRole.Button, new() { Name = "Kết thúc phiên họp" }).ClickAsync();
            await leader.GetByRole(AriaRole.Button, new() { Name = "Kết thúc", Exact = true }).ClickAsync();
            await Expect(leader.Locator(".meets li").First).ToContainTextAsync("1 kết luận");
            await Expect(decide).ToHaveCountAsync(0);
            CommitteeMeeting kept = app.Figures.Now.LastMeeting(app.Figures.Now.Hierarchy.NumberOf("TU-MAU"))!;
            Assert.Equal((kept.FrozenSequence, SceneKind.Progress), (kept.Sequence, kept.Agenda[1].Scene));
            await leader.Locator(".meets nav a").First.ClickAsync();
            await Expect(leader.Locator("[data-past]")).ToContainTextAsync("Số liệu");
            Assert.Empty(app.Faults.Take());
        }
        finally
        {
            await Folders.DeleteAsync(folder);
        }
    }
}
