using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Returns;
using Dashboard.Returns;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Two reviewers and an officer who is late, each in a window of their own, on a copy of the data.</summary>
public sealed class ReminderTests(BrowserStage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task Who_is_late_is_reminded_sees_it_with_nobody_reloading_and_is_not_reminded_twice_a_day()
    {
        string folder = Stage.CopyOfData();
        await using (var app = new DashboardApp(folder))
        {
            await app.StartAsync();
            (ReturnKey key, string code) = await LateAsync(app);
            IPage reviewer = await WindowAsync("reviewer", address: app.Address), other = await WindowAsync("reviewer", address: app.Address), officer = await WindowAsync("clerk", address: app.Address);
            await Task.WhenAll(reviewer.GotoAsync("/c/TU-MAU/returns"), other.GotoAsync("/c/TU-MAU/returns"), officer.GotoAsync("/returns"));
            await Task.WhenAll(Expect(reviewer.Locator(".returns-of:not([aria-busy])")).ToBeVisibleAsync(), Expect(other.Locator(".returns-of:not([aria-busy])")).ToBeVisibleAsync(), Expect(officer.Locator(".inbox:not([aria-busy])")).ToBeVisibleAsync());
            await Task.WhenAll(new[] { other, officer }.Select(page => page.EvaluateAsync("() => { window.same = true; }")));
            await Expect(officer.Locator(".rem-line")).ToHaveCountAsync(0);

            // Both reviewers are asked; one of them is first.
            await Row(other, code).Locator("td.rem button").ClickAsync();
            await Expect(other.Locator("dialog .named li")).ToHaveCountAsync(1);
            await Row(reviewer, code).Locator("td.rem button").ClickAsync();
            await reviewer.Locator("dialog .btn.primary").ClickAsync();
            await Expect(reviewer.Locator("dialog .notice[role=status]")).ToHaveTextAsync("Đã nhắc 1 đơn vị.");
            await Expect(officer.Locator(".rem-line")).ToHaveTextAsync("Tỉnh ủy mẫu nhắc nộp báo cáo ngày 23/11/2026 (lần 1)");
            await Expect(Row(other, code).Locator("td.rem small")).ToHaveTextAsync("đã nhắc 23/11/2026, lần 1");

            await other.Locator("dialog .btn.primary").ClickAsync();
            await Expect(other.Locator("dialog .notice.warn[role=status]")).ToContainTextAsync("đã được nhắc hôm nay. Mỗi báo cáo được nhắc nhiều nhất một lần mỗi ngày");
            await other.Locator("dialog footer .btn.ghost").ClickAsync();
            await Expect(Row(other, code).Locator("td.rem small")).ToHaveTextAsync("đã nhắc 23/11/2026, lần 1");
            await Expect(other.Locator("td.rem button").First).ToBeVisibleAsync();
            await Expect(Row(other, code).Locator("td.rem button")).ToHaveCountAsync(0);
            Assert.Equal(1, ReminderReading.Last(app.Figures.Now, key)!.Times);
            Assert.True(await other.EvaluateAsync<bool>("() => window.same") && await officer.EvaluateAsync<bool>("() => window.same"), "A page was loaded anew.");
            Assert.Empty(app.Faults.Take());
        }

        await Folders.DeleteAsync(folder);
    }

    private static new ILocator Row(IPage page, string code) => page.Locator($"tbody tr:has(th a[href='/c/{code}/returns'])");

    /// <summary>A return of the last quarter that is late, and an officer who enters for its committee alone.</summary>
    private static async Task<(ReturnKey Key, string Code)> LateAsync(DashboardApp app)
    {
        Return late = ReturnMatrix.Of(app.Figures.Now, app.Figures.Now.Hierarchy.NumberOf("TU-MAU"), Scope.Everything, null, SampleDatabase.Today).Rows
            .Where(row => row.Depth > 0).Select(row => row.Returns[^1]).OfType<Return>().First(one => one.IsLate(SampleDatabase.Today));
        string code = app.Figures.Now.Hierarchy[late.Committee].Code;
        await app.Services.GetRequiredService<AccountRegister>().PutAsync("admin", [new Account { Name = "clerk", DisplayName = "Cán bộ nhập liệu", Grants = [new Grant(AccountRole.Officer, code)], IsSample = true }]);
        await app.Services.GetRequiredService<AccessBook>().RefreshAsync("clerk");
        return (new ReturnKey(late.Committee, late.Form, late.Period), code);
    }
}
