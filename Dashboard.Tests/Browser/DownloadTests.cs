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

    [Theory]
    [InlineData("stack")]
    [InlineData("trend")]
    [InlineData("age")]
    public async Task The_picture_for_circulation_is_another_one_and_leaves_the_page_as_it_was(string card)
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        byte[] own = await File.ReadAllBytesAsync(await DownloadAsync(page, card, "PNG", ".png"), Cancelled);
        await page.Locator($"#{card} .ct details").EvaluateAsync("menu => { menu.open = false; }");
        byte[] picture = await File.ReadAllBytesAsync(await DownloadAsync(page, card, "PNG", "-circulation.png", "png"), Cancelled);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.True(picture.Length > 5_000, $"{picture.Length} bytes");
        Assert.NotEqual(own, picture);
        await Expect(page.Locator("body > div > canvas")).ToHaveCountAsync(0);
        await Expect(page.Locator($"#{card} canvas")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("stack")]
    [InlineData("trend")]
    [InlineData("age")]
    [InlineData("heat")]
    public async Task The_file_for_circulation_says_so_and_holds_no_small_count(string card)
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        string[] lines = (await File.ReadAllTextAsync(await DownloadAsync(page, card, "CSV", "-circulation.csv", "csv"), Cancelled)).TrimEnd().Split('\n');
        Assert.Contains("Để lưu hành: số dưới 5", lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 3);
        // The trend's fourth column is whether a point is provisional, 0 or 1.
        Assert.All(lines[2..].SelectMany(line => line.Trim().Split(',').Where((_, i) => card != "trend" || i != 3)), cell => Assert.False(int.TryParse(cell, out int count) && count is > 0 and < 5, cell));
    }

    private static async Task<string> DownloadAsync(IPage page, string card, string button, string extension, string? circulate = null)
    {
        await page.Locator($"#{card} .ct details summary").ClickAsync();
        string chosen = circulate is null ? $"#{card} .ct details button:not([data-circulate])" : $"#{card} .ct details button[data-circulate={circulate}]";
        IDownload file = await page.RunAndWaitForDownloadAsync(() => page.Locator(chosen, new() { HasText = button }).ClickAsync());
        Assert.EndsWith(extension, file.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("TU-MAU", file.SuggestedFilename, StringComparison.Ordinal);
        return await file.PathAsync();
    }
}
