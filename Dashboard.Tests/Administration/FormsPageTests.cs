using Bunit;
using Dashboard.Access;
using Dashboard.Administration;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Returns;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Administration;

/// <summary>The page of forms on the sample province: what is shown, and a version that is put in force.</summary>
public sealed class FormsPageTests : BunitContext, IClassFixture<SampleDatabase>
{
    private readonly SampleDatabase _sample;
    private readonly InLanguage _language = new("vi-VN");

    public FormsPageTests(SampleDatabase sample)
    {
        _sample = sample;
        Services.AddLocalization();
        Services.AddSingleton(_sample.Figures).AddSingleton(_sample.Calendar).AddSingleton(_sample.Feed).AddSingleton(new Catalogue(_sample.Ledger));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("leader")]
    [InlineData("officer")]
    [InlineData("reviewer")]
    [InlineData("screen")]
    public void Nobody_but_an_administrator_of_everything_finds_the_page(string account)
    {
        bool isRefused = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => isRefused = true;
        Assert.Empty(Page(account).FindAll("*"));
        Assert.True(isRefused);
    }

    [Fact]
    public void Every_form_is_shown_with_who_owes_it_what_it_asks_and_its_rules_in_words()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/admin/forms?form=TD-QUY&version=1");
        var page = Page();
        Assert.Equal(["TD-QUY", "TD-QUY-CB"], page.FindAll("[data-form]").Select(f => f.GetAttribute("data-form")));
        string cells = page.Find("[data-form=TD-QUY-CB]").TextContent;
        Assert.Contains("Chi bộ thuộc Đảng bộ thành phố Tân Giang", cells, StringComparison.Ordinal);
        Assert.Contains("Phiên bản 1 · từ Quý IV/2026", cells, StringComparison.Ordinal);
        Assert.Equal(12, page.FindAll("[data-form=TD-QUY] tbody tr").Count);
        Assert.StartsWith("“Kết luận tiêu chuẩn chính trị đã ban hành” ≤ “", page.Find("[data-form=TD-QUY] .rules li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_written_looked_at_and_put_in_force_from_a_period_on()
    {
        var page = Page();
        page.Find("[data-form=TD-QUY] .ch .btn").Click();
        Assert.Contains("Chưa có gì thay đổi", page.Find(".why").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find(".pf .primary").HasAttribute("disabled"));
        page.Find("[data-due]").Input("20");
        page.Find("[data-line='organisation.members'] .ck:nth-child(2) input").Change(true);
        page.Find("[data-line='training.participants'] .name input").Change(false);
        page.Find("[data-rules]").Input("conclusion.issued <= training.participants");
        Assert.Contains("biểu mẫu không hỏi chỉ tiêu này", page.Find(".why").TextContent, StringComparison.Ordinal);
        page.Find("[data-rules]").Input("conclusion.issued <= vetting.cadre");
        page.Find("[data-add]").Change("guidance.cadre");
        page.Find("[data-from]").Change("2027-Q1");
        Assert.Equal(6, page.FindAll(".changes li").Count);
        await page.Find(".pf .primary").ClickAsync(new());

        Assert.Contains("Đã ban hành phiên bản 2, áp dụng từ Quý I/2027.", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Form[] versions = [.. _sample.Figures.Now.Forms.Where(f => f.Code == "TD-QUY")];
        Assert.Equal([(15, new DateOnly(2026, 12, 31)), (20, null)], versions.Select(f => (f.DueDays, f.OwedUntil)));
        Assert.Equal(["guidance.cadre", "organisation.members"], versions[1].Indicators.TakeLast(2).Order());
        Assert.DoesNotContain("training.participants", versions[1].Indicators);
        Assert.Equal("admin", (await new LogSearch(_sample.Database).BeforeAsync(new LogFilter { Subject = Subject.Form }, long.MaxValue, 1, Cancelled))[0].Account);

        // What was reported before is read by the version it was made on.
        var reading = new ReturnReading(_sample.Figures, _sample.Calendar);
        int unit = _sample["HU-MAU-03"];
        Assert.Equal(1, reading.FormOf(new ReturnKey(unit, "TD-QUY", Period.Quarter(2026, 3))).Version);
        Assert.Equal(2, reading.FormOf(new ReturnKey(unit, "TD-QUY", Period.Quarter(2027, 1))).Version);
    }

    [Fact]
    public async Task Of_two_who_change_a_form_the_second_is_told()
    {
        var page = Page();
        page.Find("[data-form=TD-QUY-CB] .ch .btn").Click();
        Form seen = _sample.Figures.Now.Forms.Single(f => f.Code == "TD-QUY-CB");
        await Services.GetRequiredService<Catalogue>().PutInForceAsync("admin", seen, seen with { DueDays = 9 }, Period.Quarter(2026, 4), SampleDatabase.Today, Cancelled);
        page.Find("[data-due]").Input("8");
        await page.Find(".pf .primary").ClickAsync(new());
        Assert.Contains("Người khác vừa ban hành", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("form.changed", (await Assert.ThrowsAsync<BrokenRuleException>(() =>
            Services.GetRequiredService<Catalogue>().PutInForceAsync("admin", seen, seen with { DueDays = 8 }, Period.Quarter(2026, 4), SampleDatabase.Today, Cancelled))).Rule);
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private IRenderedComponent<FormsPage> Page(string account = "admin") =>
        Render<FormsPage>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(SampleRights.Of(account).ToPrincipal("test")))));
}
