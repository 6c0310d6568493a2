using Bunit;
using Dashboard.Access;
using Dashboard.Directives;
using Dashboard.Domain;
using Dashboard.Domain.Directives;
using Dashboard.Tests.Lapses;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Directives;

/// <summary>Directives of a committee: the published ones exactly, those of the sample, and recording new ones.</summary>
public sealed class DirectivesPageTests : BunitContext, IClassFixture<LapseOffice>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LapseOffice _office;
    private readonly DirectiveDesk _desk;
    private readonly InLanguage _language = new("vi-VN");

    public DirectivesPageTests(LapseOffice office)
    {
        _office = office;
        var denials = new Denials(office.Sample.Ledger, TestClock.Shared, NullLogger<Denials>.Instance);
        _desk = new DirectiveDesk(office.Sample.Ledger, office.Scopes, office.Directory, denials, office.Sample.Figures, office.Sample.Calendar);
        office.AddTo(Services);
        Services.AddSingleton(_desk);
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new("Server", isInteractive: true));
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TU-DONGTHAP", "1:39-CT/TW", "126-KH/TU", 199)]
    [InlineData("TU-DONGTHAP", "1:72-KL/TW", "1169-CV/TU", 72)]
    [InlineData("TU-DONGTHAP", "1:26-NQ/TW", "108-KH/TU", null)]
    [InlineData("HU-THANHBINH", "1:108-KH/TU", "72-KH/HU", 54)]
    [InlineData("HU-THANHBINH", "1:06-QC/TU", "06-QC/HU", 210)]
    [InlineData("HU-THANHBINH", "2:72-KL/TW", "02-KH/HU", 128)]
    [InlineData("DUK-DNTW", "1:58-QĐ/TW", "1220-QĐ/ĐUK", 416)]
    public void The_published_documents_come_out_as_their_days_say(string committee, string key, string document, int? days)
    {
        CascadeStep own = List(committee, "admin").Find(key)!.Cascade.Own!;
        Assert.Equal((document, days), (own.Document!.Number, own.Days));
    }

    [Fact]
    public void A_district_that_is_no_more_keeps_its_place_below_the_province_of_its_time()
    {
        Cascade cascade = List("TU-DONGTHAP", "admin").Find("0:108-KH/TU")!.Cascade;
        Assert.Equal((1, 1, 54), (cascade.Direct, cascade.DirectDone, cascade.MedianDays));
    }

    [Fact]
    public void The_sample_shows_old_directives_done_and_young_ones_begun()
    {
        Cascade[] cascades = [.. ((string[])["0:15-CT/TU", "0:42-KH/TU", "0:88-HD/TU", "0:97-CV/TU"]).Select(key => List("TU-MAU", "leader").Find(key)!.Cascade)];
        Assert.All(cascades, cascade => Assert.Equal(14, cascade.Direct));
        Assert.Equal(cascades.Select(c => c.DirectDone).OrderDescending(), cascades.Select(c => c.DirectDone));
        Assert.InRange(cascades[0].DirectDone, 11, 14);
        Assert.InRange(cascades[^1].DirectDone, 1, 8);
        Assert.True(cascades[0].Done > 14 + 60);
        Assert.All(cascades, cascade => Assert.InRange(cascade.MedianDays!.Value, 5, 90));
    }

    [Fact]
    public void What_comes_from_above_the_readers_scope_names_nobody()
    {
        DirectiveRow row = List("HU-MAU-01", "officer").Find("1:15-CT/TU")!;
        Assert.Null(row.Issuer);
        var page = Page();
        Assert.Contains("15-CT/TU", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Tỉnh ủy mẫu", page.Find(".doc-card").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("TU-MAU", page.Find(".doc-card").InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_stands_elsewhere_now_is_not_counted() =>
        Assert.All(List("HU-MAU-01", "officer").All.SelectMany(row => row.Cascade.Steps), step => Assert.True(LapseOfficeSees("HU-MAU-01", step.Committee)));

    [Theory]
    [InlineData("?q=thoi han", 0)]
    [InlineData("?q=bao ve chinh tri", 1)]
    [InlineData("?q=97-CV", 1)]
    [InlineData("?show=own&q=CT/TU", 1)]
    public void Words_are_found_without_diacritics(string query, int count) => Assert.Equal(count, Page("TU-MAU", query, "reviewer").FindAll(".doc-card tbody tr").Count);

    [Fact]
    public void Sorting_by_what_is_missing_puts_the_least_done_first()
    {
        var page = Page("TU-MAU", "?sort=direct&show=own", "reviewer");
        Assert.Equal("97-CV/TU", page.Find(".doc-card tbody .cd").TextContent);
        Assert.Equal("ascending", page.Find("th[aria-sort]").GetAttribute("aria-sort"));
        Assert.Equal("15-CT/TU", Page("TU-MAU", "?sort=-direct&show=own", "reviewer").Find(".doc-card tbody .cd").TextContent);
    }

    [Fact]
    public async Task One_opens_to_those_below_who_has_none_first_and_each_to_those_below_it()
    {
        var page = Page("TU-MAU", "?doc=" + Uri.EscapeDataString("0:42-KH/TU"), "reviewer");
        string[] states = [.. page.FindAll("dialog .steps > li > .step > .chip").Select(chip => chip.ClassList.Contains("warn") ? "none" : "done")];
        Assert.Equal(14, states.Length);
        Assert.Equal(states.OrderByDescending(state => state, StringComparer.Ordinal), states);
        await page.Find("dialog .step button").ClickAsync();
        Assert.True(page.FindAll("dialog .steps .steps li").Count > 3);
        Assert.Equal("true", page.Find("dialog .step button").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task A_document_that_is_recorded_counts_at_once_on_an_open_page()
    {
        var page = Page("TU-MAU", "?show=own", "reviewer");
        int before = List("TU-MAU", "reviewer").Find("0:97-CV/TU")!.Cascade.Done;
        int late = List("TU-MAU", "reviewer").Find("0:97-CV/TU")!.Cascade.Steps.First(step => step.Document is null && step.Parent == _office.Sample["TU-MAU"]).Committee;
        await _desk.RecordAsync(LapseOffice.With($"officer:{_office.Sample.Figures.Now.Hierarchy[late].Code}"), Document(late, "9999-KH/HU", "97-CV/TU"), Cancelled);
        page.WaitForAssertion(() => Assert.Contains($"{before + 1}/", Row(page, "97-CV/TU"), StringComparison.Ordinal), Patience);
    }

    [Theory]
    [InlineData("HU-MAU-02", "1-KH", "Nội dung", "directive.refused")]
    [InlineData("HU-MAU-01", "", "Nội dung", "directive.number")]
    [InlineData("HU-MAU-01", "1-KH", "", "directive.subject")]
    [InlineData("HU-MAU-01", "1-KH", "Gửi 0912 345 678", "text.personal")]
    public async Task What_cannot_be_recorded_is_refused(string committee, string number, string subject, string rule)
    {
        Directive document = Document(_office.Sample[committee], number, null) with { Subject = subject };
        Assert.Equal(rule, (await Assert.ThrowsAsync<BrokenRuleException>(() => _desk.RecordAsync(LapseOffice.Of("officer"), document, Cancelled))).Rule);
    }

    [Fact]
    public async Task A_number_is_recorded_once()
    {
        Directive document = Document(_office.Sample["HU-MAU-01"], "777-KH/HU", "15-CT/TU");
        await _desk.RecordAsync(LapseOffice.Of("officer"), document, Cancelled);
        Assert.Equal("directive.known", (await Assert.ThrowsAsync<BrokenRuleException>(() => _desk.RecordAsync(LapseOffice.Of("officer"), document with { Subject = "Khác" }, Cancelled))).Rule);
        Assert.Equal(document, _office.Sample.Figures.Now.Directives[(document.Issuer, document.Number)]);
    }

    [Theory]
    [InlineData("officer", "HU-MAU-01", 1)]
    [InlineData("reviewer", "TU-MAU", 0)]
    public void Only_an_officer_is_offered_to_record(string account, string committee, int offered)
    {
        Assert.Equal(offered, Page(committee, account: account).FindAll(".reg-head .btn").Count);
        Assert.Equal(offered, Page(committee, "?new=1", account).FindAll("dialog").Count);
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private static Directive Document(int issuer, string number, string? implements) =>
        new() { Number = number, Kind = "Kế hoạch", Subject = "Triển khai", Issuer = issuer, IssuedOn = SampleDatabase.Today, Implements = implements };

    private DirectiveList List(string committee, string account) =>
        new(_office.Sample.Figures.Now, _office.Door.Enter(LapseOffice.Of(account), committee, "/c")!, _office.Directory.Search.ParentOf, SampleDatabase.Today);

    private bool LapseOfficeSees(string top, int committee) => Scope.Below([_office.Sample[top]]).Sees(committee, _office.Directory.Search.ParentOf);

    private static string Row(IRenderedComponent<DirectivesPage> page, string number) => page.FindAll(".doc-card tbody tr").Single(row => row.QuerySelector(".cd")!.TextContent == number).TextContent;

    private IRenderedComponent<DirectivesPage> Page(string committee = "HU-MAU-01", string query = "", string account = "officer")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/c/{committee}/directives{query.Replace(" ", "%20", StringComparison.Ordinal)}");
        return Render<DirectivesPage>(p => p.Add(one => one.Code, committee).AddCascadingValue(Task.FromResult(new AuthenticationState(LapseOffice.Of(account)))));
    }
}
