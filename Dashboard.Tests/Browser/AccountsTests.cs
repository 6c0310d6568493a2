using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

public sealed class AccountsTests(BrowserStage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task Two_administrators_see_each_others_changes_and_taking_rights_away_is_asked_first_and_undone()
    {
        IPage one = await WindowAsync("admin"), two = await WindowAsync("admin");
        await two.GotoAsync("/admin/accounts");
        await one.GotoAsync("/admin/accounts?new=true");
        await LiveAsync(one);
        await LiveAsync(two);
        await one.GetByLabel("Tên đăng nhập").FillAsync("vp-an-binh");
        await one.GetByLabel("Tên hiển thị").FillAsync("Văn phòng An Bình");
        await GiveAsync(one, "Viewer", "HU-MAU-01");
        await one.GetByRole(AriaRole.Button, new() { Name = "Tạo tài khoản" }).ClickAsync();
        await Expect(one).ToHaveURLAsync(Ending("/admin/accounts?account=vp-an-binh"));
        ILocator line = two.Locator("tr:has(a[href$='=vp-an-binh'])");
        await Expect(line).ToContainTextAsync("Văn phòng An Bình");
        await Expect(line.Locator(".grants span")).ToHaveCountAsync(1);

        await GiveAsync(one, "Officer", "HU-MAU-01");
        await Expect(line.Locator(".grants span")).ToHaveCountAsync(2);
        await one.Locator(".held button").First.ClickAsync();
        await Expect(line.Locator(".grants span")).ToHaveCountAsync(2);
        await one.GetByRole(AriaRole.Button, new() { Name = "Đồng ý" }).ClickAsync();
        await Expect(line.Locator(".grants span")).ToHaveCountAsync(1);
        await one.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await Expect(line.Locator(".grants span")).ToHaveCountAsync(2);

        await one.GetByRole(AriaRole.Button, new() { Name = "Đóng tài khoản" }).ClickAsync();
        await one.GetByRole(AriaRole.Button, new() { Name = "Đồng ý" }).ClickAsync();
        await Expect(line).ToContainTextAsync("Đã đóng");
        await two.GetByRole(AriaRole.Searchbox).FillAsync("van phong an binh");
        await Expect(two.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    private static async Task GiveAsync(IPage page, string role, string committee)
    {
        await page.Locator(".grant-field select").SelectOptionAsync(role);
        await page.Locator(".grant-field input").FillAsync(committee);
        await page.Locator(".found button", new() { HasText = committee }).First.ClickAsync();
    }

    // A button answers only once the connection is there.
    private static Task LiveAsync(IPage page) => Expect(page.Locator(".accounts:not([aria-busy])")).ToBeVisibleAsync();
}
