using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Numbers that stand in published reports, seen where a reader looks for them.</summary>
public sealed class PublishedReportTests(BrowserStage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("/c/HU-THANHBINH", "1.381")]
    [InlineData("/c/DUK-DNTW?period=2007-01-01..2023-12-14", "12.508")]
    public async Task The_first_card_shows_what_the_report_states(string path, string number)
    {
        IPage page = await OpenAsync(path);
        await Expect(Card(page, 0)).ToContainTextAsync(number);
    }

    [Fact]
    public async Task What_a_report_does_not_state_is_missing_and_not_zero_and_a_closed_committee_names_its_successor()
    {
        IPage page = await OpenAsync("/c/TU-BINHTHUAN?period=2016-9M");
        await Expect(page.Locator(".pm summary")).ToContainTextAsync("9 tháng");
        await Expect(Card(page, 0)).ToHaveTextAsync("–");
        await Expect(page.Locator("#all tbody")).ToContainTextAsync("1.700");
        await Expect(page.Locator(".notice a[href^='/c/TU-LAMDONG']")).ToBeVisibleAsync();
    }
}
