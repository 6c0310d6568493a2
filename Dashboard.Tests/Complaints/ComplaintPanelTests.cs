using System.Globalization;
using Bunit;
using Bunit.TestDoubles;
using Dashboard.Access;
using Dashboard.Complaints;
using Dashboard.Data;
using Dashboard.Domain.Complaints;
using Dashboard.Live;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Complaints;

public sealed class ComplaintPanelTests : BunitContext, IAsyncLifetime
{
    private readonly ComplaintOffice _office = new();
    private Complaint? _saved;

    public ComplaintPanelTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public async ValueTask InitializeAsync()
    {
        await _office.InitializeAsync();
        Services.AddLocalization();
        Services.AddSingleton(_office.Desk).AddSingleton(_office.Reading).AddSingleton(_office.Calendar).AddSingleton(_office.Directory).AddSingleton(_office.Figures);
        Services.AddSingleton(new LogSearch(_office.Database));
        Services.AddSingleton(new AccessBook(_office.Database, _office.Ledger, _office.Figures, TestClock.Shared, Microsoft.Extensions.Logging.Abstractions.NullLogger<AccessBook>.Instance));
        Services.AddSingleton<CaseHistory>();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task A_case_is_entered_with_the_number_and_the_deadline_that_were_proposed()
    {
        IRenderedComponent<NewCasePanel> panel = New();
        Assert.Equal("KN-2026-0001", panel.Find("#case-reference").GetAttribute("value"));
        panel.Find("input[type=radio][value=Denunciation]").Change("Denunciation");
        Assert.Equal("TC-2026-0001", panel.Find("#case-reference").GetAttribute("value"));
        panel.Find("#case-category").Change("records");
        panel.Find("#case-received").Input("20/11/2026");
        panel.Find("#case-accepted").Input("22/11/2026");
        Assert.Equal("22/12/2026", panel.Find(".due b").TextContent);
        Assert.Contains("Luật Tố cáo 2018, Điều 30", panel.Find(".due .help").TextContent, StringComparison.Ordinal);
        await panel.Find("form").SubmitAsync();
        panel.WaitForAssertion(() => Assert.NotNull(_saved));
        Assert.Equal(("TC-2026-0001", new DateOnly(2026, 12, 22)), (_saved!.Reference, _saved.DueOn));
        Assert.Equal(_saved, _office.Figures.Now.Complaints[_saved.Id]);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_nothing_is_written()
    {
        IRenderedComponent<NewCasePanel> panel = New();
        Assert.Empty(panel.FindAll(".bad"));
        panel.Find("#case-received").Input("24/11/2026");
        await panel.Find("form").SubmitAsync();
        Assert.Equal(["Chưa chọn nhóm nội dung.", "Ngày này chưa đến."], panel.FindAll(".bad").Select(e => e.TextContent));
        Assert.Equal("true", panel.Find("#case-received").GetAttribute("aria-invalid"));
        Assert.Empty(_office.Figures.Now.Complaints);
    }

    [Fact]
    public void A_committee_is_found_by_parts_of_its_name_and_only_within_what_the_officer_enters_for()
    {
        IRenderedComponent<NewCasePanel> panel = New();
        panel.Find("#case-committee").Input("dang bo");
        Assert.Equal(["A", "A1", "A2"], panel.FindAll("[data-committee]").Select(e => e.GetAttribute("data-committee")!).Order());
        panel.Find("#case-committee").Input("binh");
        Assert.Empty(panel.FindAll("[data-committee]"));
        Assert.Contains("Không có cấp ủy nào", panel.Markup, StringComparison.Ordinal);
        panel.Find("#case-committee").Input("xa hai");
        panel.Find("[data-committee=A2]").Click();
        Assert.Equal("Đảng bộ xã Hai", panel.Find("#case-committee").GetAttribute("value"));
    }

    [Fact]
    public void What_is_typed_is_not_lost_without_being_asked()
    {
        var navigation = (BunitNavigationManager)Services.GetRequiredService<NavigationManager>();
        IRenderedComponent<NewCasePanel> panel = New();
        panel.Find("#case-category").Change("records");
        panel.Find(".side-panel .ph button").Click();
        Assert.Single(panel.FindAll("[role=alertdialog]"));
        Assert.False(navigation.Uri.EndsWith("/c/A/complaints", StringComparison.Ordinal));
        panel.FindAll("[role=alertdialog] button")[1].Click();
        Assert.EndsWith("/c/A/complaints", navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_offers_what_may_be_done_with_it_and_takes_the_last_thing_back()
    {
        Complaint entered = await _office.Desk.RegisterAsync(_office.OfA, _office.Case("A", ComplaintKind.Denunciation, "TC-2026-0001", _office.Today.AddDays(-2)), Xunit.TestContext.Current.CancellationToken);
        IRenderedComponent<CasePanel> panel = Shown(entered.Id, Scope.Below([_office["A"]]));
        Assert.Equal(["Accept", "Resolve", "Correct"], Acts(panel));
        panel.Find("[data-act=Accept]").Click();
        await panel.Find("#act-form").SubmitAsync();
        Assert.Equal(_office.Today, _office.Figures.Now.Complaints[entered.Id].AcceptedOn);
        panel.Render(p => p.Add(c => c.Row, Row(entered.Id)));
        Assert.Equal(["Resolve", "Extend", "Correct"], Acts(panel));
        await panel.Find("[role=status] .ask button").ClickAsync(new());
        Assert.Equal(entered, _office.Figures.Now.Complaints[entered.Id]);
    }

    [Fact]
    public async Task Who_only_reads_is_offered_nothing_and_a_case_that_is_not_there_is_said_so()
    {
        Complaint entered = await _office.Desk.RegisterAsync(_office.OfA, _office.Case("A", ComplaintKind.Petition, "PA-2026-0001", _office.Today), Xunit.TestContext.Current.CancellationToken);
        Assert.Empty(Acts(Shown(entered.Id, Scope.Nothing)));
        Assert.Contains("Không có đơn này", Shown(999, Scope.Nothing).Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0, "Không có đơn nào đang giải quyết")]
    [InlineData("state=overdue", 0, "Không có đơn quá hạn")]
    [InlineData("state=all", 0, "Sổ chưa có đơn nào")]
    [InlineData("kind=petition", 3, "Không có đơn nào khớp")]
    public void An_empty_list_says_why(string query, int count, string said) =>
        Assert.Contains(said, Render<ComplaintNone>(p => p.Add(c => c.Address, _office.Address("A", query)).Add(c => c.Count, count)).Markup, StringComparison.Ordinal);

    private static string[] Acts(IRenderedComponent<CasePanel> panel) => [.. panel.FindAll("[data-act]").Select(e => e.GetAttribute("data-act")!)];

    private ComplaintRow? Row(long id) => _office.Reading.Find(id, _office["T"], Scope.Everything);

    private IRenderedComponent<CasePanel> Shown(long id, Scope officer) => Render<CasePanel>(p => p
        .AddCascadingValue(SignedIn).Add(c => c.Row, Row(id)).Add(c => c.Officer, officer).Add(c => c.Back, "/c/A/complaints"));

    private IRenderedComponent<NewCasePanel> New() => Render<NewCasePanel>(p => p
        .AddCascadingValue(SignedIn).Add(c => c.Officer, Scope.Below([_office["A"]])).Add(c => c.Start, _office["A"]).Add(c => c.Back, "/c/A/complaints").Add(c => c.OnSaved, saved => _saved = saved));

    private Task<AuthenticationState> SignedIn => Task.FromResult(new AuthenticationState(_office.OfA.ToPrincipal("test")));
}
