using Dashboard.Access;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>From an empty folder to a second sign-in with a code, by keyboard alone; each page on the way is looked at for barriers.</summary>
public sealed class SignInFlowTests(BrowserStage stage) : BrowserTest(stage)
{
    private const string Password = "thuyen ve ben cu lang im";

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task A_new_installation_is_set_up_and_entered_by_keyboard(ColorScheme scheme, int width)
    {
        string folder = Directory.CreateTempSubdirectory("dashboard-setup-").FullName;
        var console = new StringWriter();
        var app = new DashboardApp(folder, environment: "Production", isSample: false)
        {
            With = services => services.Replace(ServiceDescriptor.KeyedSingleton<TextWriter>(SetupLink.Console, console)),
        };
        try
        {
            await app.StartAsync();
            IPage page = await WindowAsync(null, options => AccessibilityTests.Look(options, scheme, width), app.Address);
            await page.GotoAsync($"/setup?code={console.ToString().Split("/setup?code=")[1].Split('\n')[0].Trim()}");
            await SetUpAsync(page);
            string code = await EnrolAsync(page, app.Services.GetRequiredService<TimeProvider>());
            await LeaveAsync(page);
            await EnterAsync(page, code);
            await Expect(page).ToHaveURLAsync(Ending("/account"));
            await page.Locator("#password-card").WaitForAsync();
            Assert.Empty(app.Faults.Take());
        }
        finally
        {
            await app.DisposeAsync();
            await Folders.DeleteAsync(folder);
        }
    }

    [Fact]
    public async Task The_eye_shows_the_password_and_without_script_there_is_none()
    {
        IPage page = await WindowAsync(null);
        await page.GotoAsync("/sign-in");
        await Expect(page.Locator("#name")).ToBeFocusedAsync();
        await page.Locator("#password").FillAsync("secret");
        await page.Locator("[data-reveal]").ClickAsync();
        await Expect(page.Locator("#password")).ToHaveAttributeAsync("type", "text");
        await page.Locator("[data-reveal]").ClickAsync();
        await Expect(page.Locator("#password")).ToHaveAttributeAsync("type", "password");
        IPage bare = await WindowAsync(null, options => options.JavaScriptEnabled = false);
        await bare.GotoAsync("/sign-in");
        await Expect(bare.Locator("[data-reveal]")).ToBeHiddenAsync();
        await bare.Locator("#name").FillAsync("nobody");
        await bare.Locator("#password").FillAsync("wrong");
        await bare.Locator("#password").PressAsync("Enter");
        await Expect(bare.Locator("[role=alert]")).ToContainTextAsync("không đúng");
        await Expect(bare.Locator("#name")).ToHaveValueAsync("nobody");
    }

    private static async Task SetUpAsync(IPage page)
    {
        await Expect(page.Locator("#name")).ToBeFocusedAsync();
        await LookAsync(page);
        await page.Keyboard.TypeAsync("chief");
        await TabAsync(page, "#display", "Quản trị · Tỉnh ủy");
        await TabAsync(page, "#password", Password);
        await TabAsync(page, "#repeated", Password);
        await TabAsync(page, "#committee", "Tỉnh ủy");
        await TabAsync(page, "#committee-code", "TU");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(Ending("/account"));
        await LookAsync(page);
    }

    private static async Task<string> EnrolAsync(IPage page, TimeProvider time)
    {
        await ReachAsync(page, $".own a[href='{SecondFactorDuty.Page}']");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#code")).ToBeFocusedAsync();
        await LookAsync(page);
        string key = (await page.Locator("#key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.Keyboard.TypeAsync(Totp.CodeOf(Base32.Read(key), Totp.StepAt(time.GetUtcNow())));
        await TabAsync(page, "#current", Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".codes li")).ToHaveCountAsync(SecondFactor.Codes);
        await LookAsync(page);
        return await page.Locator(".codes code").First.InnerTextAsync();
    }

    private static async Task LeaveAsync(IPage page)
    {
        await ReachAsync(page, "summary.account");
        await page.Keyboard.PressAsync("Enter");
        await ReachAsync(page, "form[action='/sign-out'] button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(Ending("/sign-in"));
    }

    private static async Task EnterAsync(IPage page, string code)
    {
        await page.GotoAsync("/sign-in?back=/account");
        await Expect(page.Locator("#name")).ToBeFocusedAsync();
        await LookAsync(page);
        await page.Keyboard.TypeAsync("chief");
        await TabAsync(page, "#password", Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#code")).ToBeFocusedAsync();
        await LookAsync(page);
        await page.Keyboard.TypeAsync(code);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes on with Tab to a field and types into it.</summary>
    private static async Task TabAsync(IPage page, string field, string text)
    {
        await ReachAsync(page, field);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task ReachAsync(IPage page, string selector)
    {
        for (int tabs = 0; tabs < 60; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator(selector).EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not to be reached by keyboard.");
    }

    /// <summary>No serious barrier, and nothing that sticks out at the side.</summary>
    private static async Task LookAsync(IPage page)
    {
        await AccessibilityTests.AssertOpenToAllAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth"), $"{page.Url} is wider than the window.");
    }
}
