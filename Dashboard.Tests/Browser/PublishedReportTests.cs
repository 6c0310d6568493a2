using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Numbers that stand in published reports, seen where a reader looks for them.</summary>
public sealed class PublishedReportTests(BrowserStage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("/c/HU-THANHBINH", "1.381")]
    [InlineData("/c/TU-BINHTHUAN?period=2016-9M", "1.700")]
    [InlineData("/c/DUK-DNTW?period=2007-01-01..2023-12-14", "12.508")]
    public async Task The_first_card_shows_what_the_report_states(string path, string number)
    {
        IPage page = await OpenAsync(path);
        await Expect(Card(page, 0)).ToContainTextAsync(number);
    }
}
