using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Returns;
using Dashboard.Inbox;
using Dashboard.Returns;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Meetings;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Returns;

/// <summary>Reminding on the page of returns, and where the reminded see it.</summary>
public sealed class ReminderPageTests : BunitContext, IClassFixture<MeetingOffice>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly MeetingOffice _office;
    private readonly InLanguage _language = new("vi-VN");

    public ReminderPageTests(MeetingOffice office)
    {
        _office = office;
        office.AddTo(Services);
        var rights = new ReturnRights(office.Scopes, office.Directory);
        var denials = new Denials(office.Sample.Ledger, TestClock.Shared, NullLogger<Denials>.Instance);
        Services.AddSingleton(rights);
        Services.AddSingleton(new ReminderDesk(office.Sample.Ledger, rights, office.Directory, denials, office.Sample.Figures, office.Sample.Calendar));
        Services.AddSingleton(new InboxReader(office.Sample.Figures, office.Sample.Calendar, office.Directory, new ReturnHistory(office.Sample.Database), office.Sample.Database));
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new("Server", isInteractive: true));
    }

    [Theory]
    [InlineData("viewer:TU-MAU")]
    [InlineData("officer:TU-MAU")]
    [InlineData("administrator:TU-MAU", "viewer:TU-MAU")]
    [InlineData("reviewer:HU-MAU-05-01", "viewer:TU-MAU")]
    public void Who_reviews_nothing_here_is_not_asked_to_remind(params string[] grants)
    {
        var page = Page("TU-MAU", MeetingOffice.With(grants));
        Assert.NotEmpty(page.FindAll("tbody tr"));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Nhắc", StringComparison.Ordinal));
        Assert.Empty(page.FindAll("td.rem"));
    }

    [Fact]
    public void A_committee_outside_is_not_there()
    {
        bool isRefused = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => isRefused = true;
        Assert.Empty(Page("HU-MAU-02", MeetingOffice.With("reviewer:HU-MAU-03")).FindAll("button"));
        Assert.True(isRefused);
    }

    [Fact]
    public async Task One_is_reminded_after_it_was_asked_and_sees_it_at_once_and_then_all_the_others()
    {
        var page = Page("TU-MAU", MeetingOffice.Of("reviewer"));
        Return late = Late().First();
        string code = _office.Sample.Figures.Now.Hierarchy[late.Committee].Code;
        Services.GetRequiredService<NavigationManager>().NavigateTo("/returns");
        var inbox = Render<InboxPage>(p => p.AddCascadingValue(SignedIn(MeetingOffice.With($"officer:{code}"))));
        inbox.WaitForAssertion(() => Assert.NotEmpty(inbox.FindAll(".rows li")), Patience);
        Assert.Empty(inbox.FindAll(".rem-line"));

        page.WaitForAssertion(() => Assert.NotNull(RemindOf(page, code)), Patience);
        await RemindOf(page, code)!.ClickAsync();
        Assert.Single(page.FindAll("dialog .named li"));
        Assert.Null(ReminderReading.Last(_office.Sample.Figures.Now, new ReturnKey(late.Committee, late.Form, late.Period)));
        await page.Find("dialog .btn.primary").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("Đã nhắc 1 đơn vị.", page.Find("dialog [role=status]").TextContent.Trim()), Patience);
        page.WaitForAssertion(() => Assert.Null(RemindOf(page, code)), Patience);
        Assert.Equal("đã nhắc 23/11/2026, lần 1", RowOf(page, code).QuerySelector("td.rem small")!.TextContent);
        inbox.WaitForAssertion(() => Assert.Equal("Tỉnh ủy mẫu nhắc nộp báo cáo ngày 23/11/2026 (lần 1)", inbox.Find(".rem-line").TextContent), Patience);

        await page.Find("dialog footer .btn.ghost").ClickAsync();
        Assert.Empty(page.FindAll("dialog"));
        int others = Late().Count() - 1;
        await page.FindAll(".tool button").Single(b => b.TextContent == $"Nhắc {others} đơn vị quá hạn").ClickAsync();
        await page.Find("dialog .btn.primary").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal($"Đã nhắc {others} đơn vị.", page.Find("dialog [role=status]").TextContent.Trim()), Patience);
        page.WaitForAssertion(() => Assert.DoesNotContain(page.FindAll(".tool button"), b => b.TextContent.Contains("Nhắc", StringComparison.Ordinal)), Patience);
        Assert.Empty(page.FindAll("td.rem button"));
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private static Task<AuthenticationState> SignedIn(ClaimsPrincipal user) => Task.FromResult(new AuthenticationState(user));

    private static IElement RowOf(IRenderedComponent<ReturnsPage> page, string code) =>
        page.FindAll("tbody tr").Single(row => row.QuerySelector("th a")!.GetAttribute("href") == $"/c/{code}/returns");

    private static IElement? RemindOf(IRenderedComponent<ReturnsPage> page, string code) => RowOf(page, code).QuerySelector("td.rem button");

    /// <summary>Returns of the last quarter below the sample province that are late, the first ones that the page shows first.</summary>
    private IEnumerable<Return> Late() => ReturnMatrix.Of(_office.Sample.Figures.Now, _office.Sample["TU-MAU"], Scope.Everything, null, SampleDatabase.Today).Rows
        .Where(row => row.Depth > 0).Select(row => row.Returns[^1]).OfType<Return>().Where(one => one.IsLate(SampleDatabase.Today));

    private IRenderedComponent<ReturnsPage> Page(string code, ClaimsPrincipal by)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/c/{code}/returns");
        return Render<ReturnsPage>(parameters => parameters.Add(p => p.Code, code).AddCascadingValue(SignedIn(by)));
    }
}
