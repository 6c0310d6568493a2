using System.Globalization;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>
/// However a page came to what it shows (told by places, drawn anew by Blazor, both by turns), it shows what a page shows
/// that is opened now.
/// </summary>
public sealed class LiveMarkupTests(BrowserStage stage) : BrowserTest(stage)
{
    private const string District = "HU-MAU-01";
    private const string Indicator = "vetting.congress.own";
    private const string Address = "/c/TU-MAU";
    private static readonly Period Quarter = Period.Quarter(2026, 3);

    [Theory]
    [InlineData(Address)]
    [InlineData("/preferences/culture?c=en&back=%2Fc%2FTU-MAU%3Fcompare%3Dprevious")]
    public async Task A_page_that_was_told_of_changes_is_the_page_opened_now(string address)
    {
        IPage page = await OpenAsync(address);
        await using Restating restated = await Restating.ByAsync(App, District, Indicator, Quarter, +7);
        await using Restating another = await Restating.ByAsync(App, "HU-MAU-04", Indicator, Quarter, -2);
        await SameAsOpenedNowAsync(page, address);
    }

    [Fact]
    public async Task A_number_that_goes_back_while_its_card_is_drawn_anew_does_not_stay_behind()
    {
        IPage page = await OpenAsync(Address);
        await using Restating restated = await Restating.ByAsync(App, District, Indicator, Quarter, +7);
        await SameAsOpenedNowAsync(page);

        // The word before the number is another structure: Blazor draws the card, and of the row, whose number is again
        // what Blazor drew at first, it sees no change.
        await StateAsync(restated.Before with { Precision = Precision.About });
        await Expect(page.Locator(".kpi .kn .hedge")).ToHaveCountAsync(1);
        await SameAsOpenedNowAsync(page);

        await StateAsync(restated.Before with { Value = restated.Before.Value + 3 });
        await Expect(page.Locator(".kpi .kn .hedge")).ToHaveCountAsync(0);
        await SameAsOpenedNowAsync(page);
    }

    [Fact]
    public async Task A_number_that_changed_fades_whether_it_was_told_or_drawn()
    {
        IPage page = await OpenAsync(Address);
        await page.EvaluateAsync("() => { window.faded = []; const animate = Element.prototype.animate; Element.prototype.animate = function (...how) { if (this.matches('[data-tick]')) window.faded.push(this.textContent); return animate.apply(this, how); }; }");
        long before = NumberIn(await Card(page, 0).InnerTextAsync());
        await using Restating restated = await Restating.ByAsync(App, District, Indicator, Quarter, +7);
        await FadedAsync(before + 7);
        await StateAsync(restated.Before with { Value = restated.Before.Value + 8, Precision = Precision.About });
        await FadedAsync(before + 8);
        Assert.DoesNotContain(await page.Locator("#tbl .open").First.InnerTextAsync(), await page.EvaluateAsync<string[]>("() => window.faded.filter(text => text.length < 3)"));

        Task FadedAsync(long number) => page.WaitForFunctionAsync("text => window.faded.some(faded => faded.endsWith(text))", number.ToString("N0", CultureInfo.GetCultureInfo("vi-VN")));
    }

    [Fact]
    public async Task Rows_that_the_reader_arranged_and_hid_are_told_by_their_committee()
    {
        IPage page = await OpenAsync(Address);
        IPage other = await OpenAsync(Address, "reviewer");
        await other.Locator("#tbl thead button").First.ClickAsync();
        await Expect(other.Locator("#tbl thead th").First).ToHaveAttributeAsync("aria-sort", "ascending");
        await page.Locator("#tbl input[type=search]").FillAsync("HU-MAU-02");
        await Expect(page.Locator("#tbl tbody tr")).ToHaveCountAsync(1);
        await using Restating restated = await Restating.ByAsync(App, District, Indicator, Quarter, +7);
        await Expect(Card(page, 0)).ToHaveTextAsync(await FreshCardAsync());
        await page.Locator("#tbl input[type=search]").FillAsync("");
        await Expect(page.Locator("#tbl tbody tr")).ToHaveCountAsync(14);
        await SameAsOpenedNowAsync(page);
        await SameAsOpenedNowAsync(other);

        // Drawn with another order, told again.
        await page.Locator("#tbl thead button").Nth(3).ClickAsync();
        await using Restating again = await Restating.ByAsync(App, District, Indicator, Quarter, -4);
        await SameAsOpenedNowAsync(page);
    }

    [Fact]
    public async Task A_chart_that_changed_hands_between_orders_goes_on_with_the_right_rows()
    {
        IPage page = await OpenAsync(Address);
        await page.Locator("#stack .seg button").Nth(1).ClickAsync();
        await Expect(page.Locator("#stack canvas")).ToHaveAttributeAsync("data-chart", "s");
        await using Restating restated = await Restating.ByAsync(App, District, Indicator, Quarter, +7);
        await Expect(Card(page, 0)).ToHaveTextAsync(await FreshCardAsync());
        await page.Locator("#stack .seg button").Nth(0).ClickAsync();
        await Expect(page.Locator("#stack canvas")).ToHaveAttributeAsync("data-chart", "t");
        await SameAsOpenedNowAsync(page);
    }

    [Fact]
    public async Task Without_script_every_block_is_what_the_live_page_has()
    {
        IPage live = await OpenAsync(Address);
        string blocks = await BlocksAsync(live);
        IPage plain = await WindowAsync();
        // The page's own script is kept away, the test's may still read.
        await plain.RouteAsync("**/*.js", route => route.AbortAsync());
        await plain.GotoAsync(Address);
        Assert.Equal(blocks, await BlocksAsync(plain));
    }

    private static Task<string> BlocksAsync(IPage page) => page.EvaluateAsync<string>(
        "() => JSON.stringify([...document.querySelectorAll('.overview [data-p]')].map(block => [block.dataset.p, block.innerHTML.replace(/<!--.*?-->/g, '')]), null, 1)");

    private async Task StateAsync(Figure figure) => await App.Ledger.StateAsync("officer", figure, "browser test");

    private async Task<string> FreshCardAsync() => await Card(await OpenAsync(Address), 0).InnerTextAsync();

    private async Task SameAsOpenedNowAsync(IPage page, string address = Address)
    {
        IPage fresh = await OpenAsync(address);
        string wanted = await PageState.OfAsync(fresh);
        await Expect(Card(page, 0)).ToHaveTextAsync((await Card(fresh, 0).TextContentAsync())!);
        Assert.Equal(wanted, await PageState.OfAsync(page));
        await fresh.CloseAsync();
    }
}
