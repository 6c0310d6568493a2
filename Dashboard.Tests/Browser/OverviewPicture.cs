using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Not a test: takes the picture in the README, only when <c>scripts/screenshot</c> asks for it.</summary>
public sealed class OverviewPicture(BrowserStage stage) : BrowserTest(stage)
{
    private const string Pixels = """
        async base64 => {
          const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), c => c.charCodeAt(0))]));
          const canvas = new OffscreenCanvas(picture.width, picture.height), pen = canvas.getContext('2d');
          pen.drawImage(picture, 0, 0);
          const { data } = pen.getImageData(0, 0, picture.width, picture.height);
          let text = '';
          for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode(...data.subarray(i, i + 8192));
          return btoa(text);
        }
        """;

    [Fact(Explicit = true)]
    public async Task Taken_of_the_overview_of_the_province()
    {
        string file = Environment.GetEnvironmentVariable("DASHBOARD_PICTURE") ?? throw new InvalidOperationException("DASHBOARD_PICTURE names the file to write.");
        IPage page = await OpenAsync("/c/TU-MAU", with: options => (options.ReducedMotion, options.ColorScheme) = (ReducedMotion.Reduce, ColorScheme.Light));
        byte[] picture = await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        string pixels = await page.EvaluateAsync<string>(Pixels, Convert.ToBase64String(picture));
        await File.WriteAllBytesAsync(file, PalettePng.Write(Convert.FromBase64String(pixels), page.ViewportSize!.Width), Cancelled);
        Assert.True(new FileInfo(file).Length < 150_000, "The picture is too large to be kept with the code.");
    }
}
