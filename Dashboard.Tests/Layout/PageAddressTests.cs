using CsCheck;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Overview;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Tests.Layout;

public sealed class PageAddressTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void What_is_as_usual_is_left_out() => Assert.Equal("/c/TU-MAU", new PageAddress("TU-MAU", Today).Href);

    [Fact]
    public void The_usual_period_is_the_last_complete_quarter()
    {
        Assert.Equal("2026-Q3", PageAddress.UsualPeriod(Today).ToString());
        Assert.Equal("2025-Q4", PageAddress.UsualPeriod(new(2026, 1, 1)).ToString());
    }

    [Fact]
    public void What_is_chosen_is_named()
    {
        var address = new PageAddress("HU-MAU-01", Today) { Period = Period.NineMonths(2016), Compare = Comparison.Previous, View = StructureView.Then };
        Assert.Equal("/c/HU-MAU-01?period=2016-9M&compare=previous&view=then", address.Href);
    }

    [Theory]
    [InlineData("nonsense", "nonsense", "nonsense")]
    [InlineData(null, null, null)]
    [InlineData("", "2", "1")]
    [InlineData("2026-Q9", "Year,None", "-1")]
    public void What_cannot_be_read_is_taken_as_usual(string? period, string? compare, string? view) =>
        Assert.Equal("/c/TW", PageAddress.Read("TW", period, compare, view, Today).Href);

    [Fact]
    public void A_committee_may_have_a_usual_period_of_its_own()
    {
        PageAddress address = PageAddress.Read("HU-THANHBINH", null, null, null, Period.Year(2020));
        Assert.Equal((Period.Year(2020), "/c/HU-THANHBINH"), (address.Period, address.Href));
        Assert.Equal("/c/HU-THANHBINH?period=2026-Q3", (address with { Period = Period.Quarter(2026, 3) }).Href);
        Assert.Equal("/c/TU-DONGTHAP", (address with { Code = "TU-DONGTHAP" }).Href);
    }

    [Fact]
    public void Case_does_not_matter() =>
        Assert.Equal("/c/TW?period=2026-Q1&compare=none&view=then", PageAddress.Read("TW", "2026-q1", "NONE", "Then", Today).Href);

    [Fact]
    public void Every_address_reads_back() => Gen.Select(
        Gen.String[Gen.Char["ABCĐ-.0179"], 0, 12].Select(tail => $"X{tail}"), Gen.Int[2000, 2030], Gen.Int[1, 12], Gen.Enum<Comparison>(), Gen.Enum<StructureView>()).Sample(
        (code, year, month, compare, view) =>
        {
            var address = new PageAddress(code, Today) { Period = Period.Month(year, month), Compare = compare, View = view };
            var uri = new Uri(new Uri("http://x"), address.Href);
            var query = QueryHelpers.ParseQuery(uri.Query);
            string? Of(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
            return PageAddress.Read(Uri.UnescapeDataString(uri.AbsolutePath["/c/".Length..]), Of("period"), Of("compare"), Of("view"), Today) == address;
        },
        iter: 2_000);
}
