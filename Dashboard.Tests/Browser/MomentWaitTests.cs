using System.Collections.Concurrent;
using Dashboard.Tests.Live;
using Dashboard.Tests.Testing;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>The page that waits until the log has been read, as a reader comes to it and past it.</summary>
public sealed class MomentWaitTests(BrowserStage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task From_inside_a_page_it_is_shown_goes_on_by_itself_and_the_way_back_leads_past_it()
    {
        await OnHeldLogAsync(async app =>
        {
            var complaints = new ConcurrentQueue<string>();
            IPage page = await WindowAsync(address: app.Address);
            page.Console += (_, message) => { if (message.Type is "error" or "warning") { complaints.Enqueue($"{page.Url}: {message.Text}"); } };
            page.PageError += (_, error) => complaints.Enqueue(error);
            await page.GotoAsync("/c/TU-MAU");
            // Over its connection a link loads no page.
            await DrawnAsync(page);
            await page.GetByRole(AriaRole.Link, new() { Name = "Thay đổi từ phiên trước" }).ClickAsync();
            ILocator bar = page.GetByRole(AriaRole.Progressbar, new() { Name = "Đang đọc nhật ký thay đổi" });
            await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "5000");
            await Expect(page.Locator(".reading .num")).ToContainTextAsync("đã đọc 5.000 / ");
            await AccessibilityTests.AssertOpenToAllAsync(page);
            await Expect(page).ToHaveURLAsync(Ending("/c/TU-MAU/since"));

            HeldLog.Of(app).LetGo();
            await Expect(page.Locator(".since-page[data-live]")).ToBeVisibleAsync();
            await Expect(page).ToHaveURLAsync(Ending("/c/TU-MAU/since"));
            await page.GoBackAsync();
            await Expect(page).ToHaveURLAsync(Ending("/c/TU-MAU"));
            await DrawnAsync(page);
            Assert.Empty(complaints);
        });
    }

    [Fact]
    public async Task Without_script_it_goes_on_too()
    {
        await OnHeldLogAsync(async app =>
        {
            IPage page = await WindowAsync(with: options => options.JavaScriptEnabled = false, address: app.Address);
            string address = $"/c/TU-MAU?asof={(await HeldLog.EndAsync(app, Cancelled)).Moment}";
            await page.GotoAsync(address);
            await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
            HeldLog.Of(app).LetGo();
            await Expect(page.Locator("[data-past]")).ToBeVisibleAsync();
            Assert.EndsWith(address, page.Url, StringComparison.Ordinal);
        });
    }

    private async Task OnHeldLogAsync(Func<DashboardApp, Task> test)
    {
        string folder = Stage.CopyOfData();
        try
        {
            await using var app = new DashboardApp(folder) { With = HeldLog.Put };
            await app.StartAsync();
            await test(app);
            Assert.Empty(app.Faults.Take());
        }
        finally
        {
            await Folders.DeleteAsync(folder);
        }
    }
}
