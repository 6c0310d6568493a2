using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>What is seen can be taken along.</summary>
public sealed class DownloadTests(BrowserStage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("stack")]
    [InlineData("trend")]
    [InlineData("age")]
    [InlineData("heat")]
    public async Task The_file_of_a_chart_has_the_rows_of_its_table(string card)
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        await page.Locator($"#{card} .view button").Nth(1).ClickAsync();
        ILocator rows = page.Locator($"#{card} .v-table tbody tr");
        await Expect(rows.First).ToBeVisibleAsync();
        int count = await rows.CountAsync();
        string file = await File.ReadAllTextAsync(await DownloadAsync(page, card, "CSV", ".csv"), Cancelled);
        string[] lines = file.TrimEnd().Split('\n');
        Assert.True(count > 2);
        Assert.Equal(count + 1, lines.Length);
        Assert.Single(lines.Select(line => line.Count(c => c == ',')).Distinct());
    }

    [Theory]
    [InlineData("stack")]
    [InlineData("trend")]
    [InlineData("age")]
    public async Task The_picture_of_a_chart_is_a_picture(string card)
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        byte[] picture = await File.ReadAllBytesAsync(await DownloadAsync(page, card, "PNG", ".png"), Cancelled);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.True(picture.Length > 5_000, $"{picture.Length} bytes");
    }

    private static async Task<string> DownloadAsync(IPage page, string card, string button, string extension)
    {
        await page.Locator($"#{card} .ct details summary").ClickAsync();
        IDownload file = await page.RunAndWaitForDownloadAsync(() => page.Locator($"#{card} .ct details button", new() { HasText = button }).ClickAsync());
        Assert.EndsWith(extension, file.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("TU-MAU", file.SuggestedFilename, StringComparison.Ordinal);
        return await file.PathAsync();
    }
}
