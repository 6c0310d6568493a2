using Bunit;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Overview;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Layout;

public sealed class PeriodPickerTests : BunitContext
{
    private static readonly PageAddress Address = new("TU-MAU", new DateOnly(2026, 11, 22));
    private readonly InLanguage _language = new("vi-VN");

    public PeriodPickerTests() => Services.AddLocalization();

    [Fact]
    public void It_names_the_period_and_leads_to_its_neighbours()
    {
        var picker = Picker(Address);
        Assert.Equal("Quý III/2026 01/07 – 30/09/2026", string.Join(' ', picker.FindAll("summary > :not(svg)").Select(part => part.TextContent)));
        Assert.Equal(["/c/TU-MAU?period=2026-Q2", "/c/TU-MAU?period=2026-Q4"], picker.FindAll("a.pv").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Tiles_are_links_that_keep_the_other_choices_and_mark_the_period_shown()
    {
        var picker = Picker(Address with { Compare = Comparison.None });
        Assert.Equal(
            ["/c/TU-MAU?period=2026-Q1&compare=none", "/c/TU-MAU?period=2026-Q2&compare=none", "/c/TU-MAU?compare=none", "/c/TU-MAU?period=2026-Q4&compare=none"],
            picker.FindAll(".pq a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Quý III", picker.Find(".pq [aria-current=true] b").TextContent);
    }

    [Fact]
    public void Leafing_through_years_and_kinds_does_not_leave_the_page()
    {
        var picker = Picker(Address);
        picker.Find("[data-year-step='-1']").Click();
        Assert.Equal("2025", picker.Find(".ph1 b").TextContent);
        picker.FindAll(".ph1 .seg a")[0].Click();
        Assert.Equal(12, picker.FindAll(".pq a").Count);
        Assert.Equal("/c/TU-MAU?period=2025-01", picker.Find(".pq a").GetAttribute("href"));
        picker.FindAll(".ph1 .seg a")[4].Click();
        picker.Find("[data-year-step='1']").Click();
        Assert.Equal("2030–2039", picker.Find(".ph1 b").TextContent);
        Assert.Equal("http://localhost/", Services.GetRequiredService<NavigationManager>().Uri);
    }

    [Fact]
    public void Without_a_circuit_the_same_controls_lead_somewhere_near()
    {
        var picker = Picker(Address);
        Assert.Equal(["/c/TU-MAU?period=2025-Q3", "/c/TU-MAU?period=2027-Q3"], picker.FindAll("[data-year-step]").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            ["/c/TU-MAU?period=2026-09", "/c/TU-MAU", "/c/TU-MAU?period=2026-H2", "/c/TU-MAU?period=2026-9M", "/c/TU-MAU?period=2026"],
            picker.FindAll(".ph1 .seg a").Select(link => link.GetAttribute("href")));
        Assert.Equal(("get", "/c/TU-MAU"), (picker.Find("form").GetAttribute("method"), picker.Find("form").GetAttribute("action")));
    }

    [Fact]
    public void A_typed_period_is_gone_to()
    {
        var picker = Picker(Address with { Compare = Comparison.None });
        picker.Find("input[name=period]").Change("quý 1/2024");
        picker.Find("form").Submit();
        Assert.EndsWith("/c/TU-MAU?period=2024-Q1&compare=none", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_period_is_said_to_be_none()
    {
        var picker = Picker(Address);
        picker.Find("input[name=period]").Change("hôm qua");
        picker.Find("form").Submit();
        Assert.Equal("true", picker.Find("input[name=period]").GetAttribute("aria-invalid"));
        Assert.Contains("Không đọc được", picker.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_is_named_by_its_days_and_offers_quarters()
    {
        var picker = Picker(Address with { Period = new Period(new(2007, 1, 1), new(2023, 12, 14)) });
        Assert.Equal("01/01/2007 – 14/12/2023", picker.Find("summary b").TextContent);
        Assert.Empty(picker.FindAll("summary .rg"));
        Assert.Equal(4, picker.FindAll(".pq a").Count);
    }

    [Fact]
    public void A_tile_may_say_something_else_than_its_days()
    {
        var picker = Render<PeriodPicker>(p => p.Add(c => c.Address, Address).Add(c => c.TileNote, period => $"<i>{period}</i>"));
        Assert.Equal("2026-Q1", picker.Find(".pq small i").TextContent);
    }

    [Fact]
    public void Another_period_shown_turns_to_its_year()
    {
        var picker = Picker(Address);
        picker.Render(p => p.Add(c => c.Address, Address with { Period = Period.Month(2019, 5) }));
        Assert.Equal("2019", picker.Find(".ph1 b").TextContent);
        Assert.Equal("Tháng 5", picker.Find(".pq [aria-current=true] b").TextContent);
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private IRenderedComponent<PeriodPicker> Picker(PageAddress address) => Render<PeriodPicker>(p => p.Add(c => c.Address, address));
}
