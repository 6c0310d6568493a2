using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Not a test: takes the picture in the README, only when <c>scripts/screenshot</c> asks for it.</summary>
public sealed class OverviewPicture(BrowserStage stage) : BrowserTest(stage)
{
    [Fact(Explicit = true)]
    public async Task Taken_of_the_overview_of_the_province()
    {
        string file = Environment.GetEnvironmentVariable("DASHBOARD_PICTURE") ?? throw new InvalidOperationException("DASHBOARD_PICTURE names the file to write.");
        IPage page = await OpenAsync("/c/TU-MAU", with: options => (options.ReducedMotion, options.ColorScheme) = (ReducedMotion.Reduce, ColorScheme.Light));
        await page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
        Assert.True(new FileInfo(file).Length < 150_000, "The picture is too large to be kept with the code.");
    }
}
