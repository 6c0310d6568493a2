using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Dashboard.Domain.Meetings;
using Dashboard.Layout;
using Dashboard.MeetingBook;
using Dashboard.Meetings;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Meetings;

/// <summary>The page of meetings: its states, its panels, and that it follows.</summary>
public sealed class MeetingsPageTests : BunitContext, IClassFixture<MeetingOffice>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly MeetingOffice _office;
    private readonly InLanguage _language = new("vi-VN");

    public MeetingsPageTests(MeetingOffice office)
    {
        _office = office;
        office.AddTo(Services);
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new("Server", isInteractive: true));
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static ClaimsPrincipal Leader => MeetingOffice.Of("leader");

    [Fact]
    public void A_committee_outside_is_not_there()
    {
        bool isRefused = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => isRefused = true;
        Assert.Empty(Page("HU-MAU-02", by: "officer").FindAll(".meets, .meet-decisions"));
        Assert.True(isRefused);
    }

    [Fact]
    public void Where_nobody_has_met_that_is_said_and_a_meeting_may_be_opened_but_nothing_decided()
    {
        var page = Page("HU-MAU-09");
        Assert.Equal(["Chưa có kết luận", "Chưa có phiên nào"], page.FindAll(".emp b").Select(b => b.TextContent));
        Assert.Equal("/c/HU-MAU-09/meetings?new=meeting", page.Find(".reg-head a").GetAttribute("href"));
        Assert.Empty(page.FindAll(".meet-decisions .ch a"));
        Assert.Empty(Page("HU-MAU-09", "?new=decision").FindAll("dialog"));
    }

    [Fact]
    public async Task A_meeting_is_opened_with_scenes_in_a_chosen_order_frozen_let_go_and_ended()
    {
        var page = Page("HU-MAU-10", "?new=meeting");
        Assert.Equal(7, page.FindAll(".agenda li").Count);
        Assert.Equal(["Kết luận cần làm", "Từ phiên họp trước"], page.FindAll(".adds button").Select(b => b.TextContent.Trim()));
        page.FindAll(".agenda li .mv button[aria-label^='Đưa'][aria-label$='xuống']")[0].Click();
        page.FindAll(".agenda li")[2].KeyDown(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "ArrowUp", AltKey = true });
        Assert.Equal(["Tiến độ", "Xu hướng", "Bốn con số"], page.FindAll(".agenda li > b").Take(3).Select(b => b.TextContent));
        page.FindAll(".agenda li .mv button[aria-label^='Bỏ']")[^1].Click();
        page.FindAll(".agenda input")[0].Change("2");
        await page.Find("form").SubmitAsync();
        Assert.Contains("Mỗi mục từ 5 đến 3600 giây", page.Find(".bad").TextContent, StringComparison.Ordinal);
        page.FindAll(".agenda input")[0].Change("0");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Đã mở phiên họp", page.Find(".meet-said").TextContent, StringComparison.Ordinal), Patience);
        CommitteeMeeting open = _office.Sample.Figures.Now.OpenMeeting(_office.Sample["HU-MAU-10"])!;
        Assert.Equal([new(SceneKind.Progress, 0), new(SceneKind.Trend, 40), new(SceneKind.Figures, 40)], open.Agenda.Take(3));
        Assert.Equal(6, open.Agenda.Count);
        Assert.Equal(["/meeting/HU-MAU-10", "/meeting/HU-MAU-10/remote"], page.FindAll(".meet-card.on .acts a").Select(a => a.GetAttribute("href")));

        Button(page, "Chốt số liệu").Click();
        await page.Find(".ask").SubmitAsync();
        page.WaitForAssertion(() => Assert.StartsWith("Số liệu chốt lúc", page.Find(".meet-card .chip").TextContent, StringComparison.Ordinal), Patience);
        Assert.NotNull(_office.Meeting(open.Id).FrozenSequence);
        await Button(page, "Bỏ chốt").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("Số liệu trực tiếp", page.Find(".meet-card .chip").TextContent), Patience);

        Button(page, "Kết thúc phiên họp").Click();
        Assert.Null(_office.Meeting(open.Id).ClosedAt);
        await Button(page, "Kết thúc").ClickAsync();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".meets li")), Patience);
        Assert.NotNull(_office.Meeting(open.Id).ClosedAt);
        IElement[] links = [.. page.FindAll(".meets nav a")];
        Assert.StartsWith("/c/HU-MAU-10?asof=20", links[0].GetAttribute("href"), StringComparison.Ordinal);
        Assert.StartsWith("/c/HU-MAU-10/since?from=20", links[1].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_is_written_in_the_panel_and_seen_at_once_by_who_owes_it_who_says_that_it_is_done()
    {
        long meeting = await _office.Desk.OpenAsync(Leader, _office.Sample["TU-MAU"], MeetingRules.UsualAgenda(false, false), null, Cancelled);
        var officer = Page("HU-MAU-01", by: "officer");
        Assert.Empty(officer.FindAll(".reg tbody tr"));
        var leader = Page("TU-MAU", "?new=decision&about=HU-MAU-01&indicator=vetting.admission");
        Assert.Equal(2, leader.FindAll("dialog .inp.ro b").Count(b => b.TextContent == leader.FindAll("dialog .inp.ro b")[1].TextContent));
        await leader.Find("#decision-new").SubmitAsync();
        Assert.Equal("Chọn việc cần làm", leader.Find("dialog .bad").TextContent);
        leader.Find("dialog select").Change("CatchUp");
        leader.Find("dialog textarea").Input("Gọi 0912 345 678");
        Assert.Contains("không ghi thông tin người", leader.Find("dialog .bad").TextContent, StringComparison.Ordinal);
        await leader.Find("#decision-new").SubmitAsync();
        Assert.DoesNotContain(_office.Sample.Figures.Now.Decisions.Values, d => d.Meeting == meeting);
        leader.Find("dialog textarea").Input("Báo cáo lý do chậm");
        await leader.Find("#decision-new").SubmitAsync();
        leader.WaitForAssertion(() => Assert.Contains("Đã ghi kết luận: Đẩy nhanh tiến độ", leader.Find(".meet-said").TextContent, StringComparison.Ordinal), Patience);
        Decision decided = Assert.Single(_office.Sample.Figures.Now.Decisions.Values, d => d.Meeting == meeting);
        Assert.Equal((meeting, _office.Sample["HU-MAU-01"], _office.Sample["HU-MAU-01"], DecisionKind.CatchUp), (decided.Meeting, decided.About, decided.Owing, decided.Kind));
        Assert.Equal("vetting.admission", _office.Sample.Figures.Now.Indicators[decided.Indicator!.Value].Code);

        officer.WaitForAssertion(() => Assert.Single(officer.FindAll(".reg tbody tr")), Patience);
        Assert.Contains("Cấp ủy cấp trên", officer.Find(".reg tbody tr").TextContent, StringComparison.Ordinal);
        var panel = Page("HU-MAU-01", $"?case={decided.Id}", "officer");
        Assert.DoesNotContain(panel.FindAll("dialog .acts button"), button => button.TextContent.Contains("Bỏ kết luận", StringComparison.Ordinal));
        Button(panel, "Đã thực hiện").Click();
        panel.Find("#decision-done input").Change(decided.DecidedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await panel.Find("#decision-done").SubmitAsync();
        panel.WaitForAssertion(() => Assert.Contains("Đã ghi thực hiện xong", panel.Find(".meet-said").TextContent, StringComparison.Ordinal), Patience);
        leader.WaitForAssertion(() => Assert.StartsWith("Xong", leader.FindAll(".reg tbody tr").Single(row => row.TextContent.Contains("Tân Giang", StringComparison.Ordinal)).QuerySelector(".chip")!.TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task As_of_a_moment_the_page_shows_what_was_decided_by_then_and_nothing_is_done_there()
    {
        int committee = _office.Sample["HU-MAU-11"];
        long meeting = await _office.Desk.OpenAsync(Leader, committee, MeetingRules.UsualAgenda(false, false), null, Cancelled);
        long id = await _office.Decisions.DecideAsync(Leader, _office.Draft(meeting, "HU-MAU-11"), Cancelled);
        await Task.Run(() => SpinWait.SpinUntil(() => TestClock.Now > _office.Sample.Figures.Now.ChangedAt!.Value.AddMilliseconds(2)), Cancelled);
        string moment = Dashboard.Live.MomentText.Of(MeetingRules.ToMillisecond(TestClock.Now), _office.Sample.Calendar.Zone);
        await Task.Run(() => SpinWait.SpinUntil(() => TestClock.Now > Dashboard.Live.MomentText.Read(moment, _office.Sample.Calendar.Zone)!.Value.AddMilliseconds(2)), Cancelled);
        await _office.Decisions.DoneAsync(Leader, _office.Sample.Figures.Now.Decisions[id], _office.Sample.Figures.Now.Decisions[id].DecidedOn, Cancelled);
        await _office.Desk.CloseAsync(Leader, meeting, Cancelled);

        var page = Page("HU-MAU-11", $"?case={id}&asof={moment}");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".meet-card.on")), Patience);
        Assert.DoesNotContain(page.FindAll(".reg .chip"), chip => chip.TextContent.StartsWith("Xong", StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".meet-card button, dialog .acts button, .meet-decisions .ch a"));
        page.WaitForAssertion(() => Assert.Single(page.FindAll("dialog .past-list li")), Patience);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_who_choose_scenes_the_second_is_told_who_was_first_and_chooses_whose_stay(bool keepsMine)
    {
        string code = keepsMine ? "HU-MAU-06" : "HU-MAU-08";
        int[] kept = keepsMine ? [90, 40] : [40, 120];
        long id = await _office.Desk.OpenAsync(Leader, _office.Sample[code], MeetingRules.UsualAgenda(false, false), null, Cancelled);
        var leader = Page(code);
        var reviewer = Page(code, by: "reviewer");
        leader.FindAll(".agenda input")[0].Change("90");
        reviewer.FindAll(".agenda input")[1].Change("120");
        await Button(reviewer, "Lưu nội dung").ClickAsync();
        reviewer.WaitForAssertion(() => Assert.Contains("Đã lưu nội dung", reviewer.Find(".meet-said").TextContent, StringComparison.Ordinal), Patience);
        DateTime saved = _office.Sample.Figures.Now.ChangedAt!.Value;
        leader.WaitForAssertion(() => Assert.Contains("Người khác vừa đổi", leader.Find(".notice.warn").TextContent, StringComparison.Ordinal), Patience);

        await Button(leader, "Lưu nội dung").ClickAsync();
        leader.WaitForAssertion(() => Assert.NotEmpty(leader.FindAll(".clash[role=alert]")), Patience);
        Assert.StartsWith($"{_office.Book.Find("reviewer")!.DisplayName} đã lưu nội dung trình chiếu khác lúc {Numerals.Instant(saved)}.", leader.Find(".clash p").TextContent, StringComparison.Ordinal);
        Assert.Equal("120 giây", leader.FindAll(".clash li")[1].QuerySelector("span")!.TextContent);
        // Nothing of what was chosen is lost, and nothing was saved.
        Assert.Equal("90", leader.FindAll(".agenda input")[0].GetAttribute("value"));
        Assert.Equal([40, 120], _office.Meeting(id).Agenda.Take(2).Select(item => item.Seconds));

        await Button(leader, keepsMine ? "Dùng bản của tôi" : "Lấy bản đã lưu").ClickAsync();
        leader.WaitForAssertion(() => Assert.Empty(leader.FindAll(".clash")), Patience);
        Assert.Equal(kept, _office.Meeting(id).Agenda.Take(2).Select(item => item.Seconds));
        leader.WaitForAssertion(() => Assert.Equal(kept.Select(seconds => $"{seconds}"), leader.FindAll(".agenda input").Take(2).Select(input => input.GetAttribute("value")!)), Patience);
        reviewer.WaitForAssertion(() => Assert.Equal($"{kept[0]}", reviewer.FindAll(".agenda input")[0].GetAttribute("value")), Patience);
        Assert.Empty(leader.FindAll(".notice.warn"));
    }

    [Fact]
    public void A_decision_that_is_not_there_says_so_in_its_panel() =>
        Assert.Contains("Không có kết luận này", Page("HU-MAU-09", "?case=123456789").Find("dialog .emp").TextContent, StringComparison.Ordinal);

    [Fact]
    public void The_page_lets_go_of_the_feed_when_it_is_left()
    {
        int before = _office.Sample.Feed.SubscriberCount;
        var page = Page("HU-MAU-09");
        Assert.True(_office.Sample.Feed.SubscriberCount > before);
        page.Instance.Dispose();
        Assert.Equal(before, _office.Sample.Feed.SubscriberCount);
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private static IElement Button(IRenderedComponent<MeetingsPage> page, string text) => page.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private IRenderedComponent<MeetingsPage> Page(string code, string query = "", string by = "leader")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/c/{code}/meetings{query}");
        return Render<MeetingsPage>(parameters => parameters.Add(p => p.Code, code).AddCascadingValue(Task.FromResult(new AuthenticationState(MeetingOffice.Of(by)))));
    }
}
