using System.Globalization;
using Dashboard.Commands;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>What one changes the others see, without doing anything.</summary>
public sealed class LiveTests(BrowserStage stage) : BrowserTest(stage)
{
    private const string District = "HU-MAU-01";
    private const string Indicator = "vetting.congress.own";
    private static readonly Period Quarter = Period.Quarter(2026, 3);

    /// <summary>Whether the bar chart draws a bar of that length: what the script was told, not what stands in the markup.</summary>
    private const string IsBarDrawn =
        "total => { const { labels, datasets } = Chart.getChart(document.querySelector('#stack canvas')).data; return labels.some((_, i) => datasets.reduce((sum, set) => sum + (set.data[i] ?? 0), 0) === total); }";

    private static readonly LocatorAssertionsToHaveTextOptions WithinASecond = new() { Timeout = 1_000 };

    [Fact]
    public async Task A_figure_is_seen_on_every_open_page_within_a_second_in_card_row_and_chart()
    {
        IPage[] pages = [await OpenAsync("/c/TU-MAU"), await OpenAsync("/c/TU-MAU?compare=none", "reviewer")];
        await Task.WhenAll(pages.Select(page => page.EvaluateAsync("() => { window.same = true; }")));
        long before = NumberIn(await Card(pages[0], 0).InnerTextAsync());
        long row = NumberIn(await Row(pages[0], District).Locator(".vetted").InnerTextAsync());
        await using Restating restated = await Restating.ByAsync(App, District, Indicator, Quarter, +7);
        foreach (IPage page in pages)
        {
            await Expect(Card(page, 0)).ToHaveTextAsync(Written(before + 7), WithinASecond);
            await Expect(Row(page, District).Locator(".vetted")).ToHaveTextAsync(Written(row + 7), WithinASecond);
            await page.WaitForFunctionAsync(IsBarDrawn, row + 7, new() { Timeout = 1_000 });
            Assert.True(await page.EvaluateAsync<bool>("() => window.same"), "The page was loaded anew.");
        }
    }

    [Fact]
    public async Task Where_the_reader_is_stays_as_it_was_when_a_figure_changes()
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        await page.Locator("#tbl input[type=search]").FocusAsync();
        await page.EvaluateAsync("() => { window.same = true; scrollTo(0, 700); document.querySelector('#att details').open = true; document.querySelector('#stack details').open = true; }");
        double scrolled = await page.EvaluateAsync<double>("() => scrollY");
        Assert.True(scrolled > 100);
        long before = NumberIn(await Card(page, 0).InnerTextAsync());
        await using Restating restated = await Restating.ByAsync(App, District, Indicator, Quarter, +3);
        await Expect(Card(page, 0)).ToHaveTextAsync(Written(before + 3), WithinASecond);
        Assert.Equal(scrolled, await page.EvaluateAsync<double>("() => scrollY"));
        Assert.True(await page.EvaluateAsync<bool>("() => window.same && document.activeElement.matches('#tbl input[type=search]')"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('#att details').open && document.querySelector('#stack details').open"));
    }

    [Fact]
    public async Task An_import_by_another_process_is_seen_within_two_seconds()
    {
        IPage page = await OpenAsync("/c/TU-MAU");
        long before = NumberIn(await Card(page, 0).InnerTextAsync());
        await using Restating restated = await Restating.ByAsync(App, District, Indicator, Quarter, 0);
        string file = Path.Combine(Stage.Folder, "figures.csv");
        await File.WriteAllTextAsync(file, $"committee,indicator,period,value,out_of,precision\n{District},{Indicator},{Quarter},{restated.Before.Value + 11},,exact\n", Cancelled);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Dashboard:Data", Stage.Folder)]).Build();
        using var errors = new StringWriter();
        Assert.True(await CommandLine.RunAsync(["import", "figures", file], configuration, TextWriter.Null, errors, TestClock.Shared, Cancelled) == CommandLine.Done, errors.ToString());
        await Expect(Card(page, 0)).ToHaveTextAsync(Written(before + 11), new() { Timeout = 2_000 });
        await page.Locator("#stack [aria-pressed]").Nth(3).ClickAsync();
        await Expect(page.Locator("#stack tbody tr", new() { Has = page.Locator($"a[href^='/c/{District}']") }).Locator("td b"))
            .ToHaveTextAsync(await Row(page, District).Locator(".vetted").InnerTextAsync());
    }

    private static string Written(long number) => number.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"));
}
