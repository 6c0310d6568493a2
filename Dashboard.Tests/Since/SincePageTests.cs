using System.Net;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Movements;
using Dashboard.Domain.Periods;
using Dashboard.Live;
using Dashboard.Since;
using Dashboard.Tests.Explain;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Since;

/// <summary>What changed, through the log, the moments and the page.</summary>
public sealed class SincePageTests(DayAfterSite site) : IClassFixture<DayAfterSite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_entered_after_a_moment_is_told_on_the_page_and_in_the_file_and_the_file_is_kept_in_the_log()
    {
        LiveFigures live = site.Get<LiveFigures>();
        // After the sample data came, before the day on which this test enters its own.
        DateTime from = SinceAddress.StartOf(DayAfterSite.Today, site.Get<LocalCalendar>());
        int committee = live.Now.Hierarchy.NumberOf("HU-MAU-03");
        DateOnly today = live.Today;
        await site.Get<ComplaintRegister>().RegisterAsync(
            "officer",
            [.. Enumerable.Range(1, 3).Select(i => new Complaint { Committee = committee, Reference = $"{today.Year}/90{i}", Kind = ComplaintKind.Petition, Category = ComplaintCategory.All[0].Code, ReceivedOn = today, DueOn = today.AddDays(10) })],
            cancellationToken: Cancelled);
        await live.CatchUpAsync(Cancelled);

        SinceModel model = (await site.Get<SinceDesk>().ReadAsync(new SinceQuestion(live.Now.Hierarchy.NumberOf("TU-MAU"), Period.Parse("2026-Q3")), from, null, Scope.Everything, Cancelled))!;
        SinceChange open = model.Of(SinceCodes.ComplaintsOpen);
        Assert.Equal([new SinceStep(MovementKind.Came, 3, 3)], open.Steps);
        Assert.Equal("HU-MAU-03", Assert.Single(open.Branches).Committee.Code);
        Assert.Equal(3, await site.Get<SinceDesk>().EntriesAsync(live.Now.Hierarchy.NumberOf("TU-MAU"), model, open, Scope.Everything, Cancelled));

        using SignedInClient leader = await SignedInClient.CreateAsync(site.App.Address, "leader");
        string moment = MomentText.Of(from, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
        string address = $"/c/TU-MAU/since?from={Uri.EscapeDataString(moment)}";
        string page = WebUtility.HtmlDecode(await leader.Http.GetStringAsync(address, Cancelled));
        Assert.Contains("tiếp nhận 3.", page, StringComparison.Ordinal);
        Assert.Contains("3 mục trong nhật ký", page, StringComparison.Ordinal);

        using HttpResponseMessage file = await leader.PostAsync(address, "/c/TU-MAU/since/export", [new("from", moment)]);
        string[] lines = (await file.Content.ReadAsStringAsync(Cancelled)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains(lines, line => line.StartsWith("complaints.open,", StringComparison.Ordinal) && line.Contains(",HU-MAU-03,", StringComparison.Ordinal) && line.Contains(",3,", StringComparison.Ordinal));
        LogEntry kept = (await site.Get<LogSearch>().BeforeAsync(new LogFilter { Subject = Subject.Export }, long.MaxValue, 1, Cancelled))[0];
        Assert.Equal(("since", "leader"), (kept.Key, kept.Account));
    }

    [Fact]
    public async Task A_committee_outside_the_readers_scope_is_not_there()
    {
        using SignedInClient officer = await SignedInClient.CreateAsync(site.App.Address, "officer");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Http.GetAsync("/c/TU-MAU/since", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.Http.GetAsync("/c/HU-MAU-01/since?from=2026-08-15T08:00", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync("/c/HU-MAU-01/since", "/c/TU-MAU/since/export", [])).StatusCode);
    }

    [Fact]
    public async Task The_page_says_so_where_nothing_was_recorded_by_the_earlier_moment()
    {
        using SignedInClient leader = await SignedInClient.CreateAsync(site.App.Address, "leader");
        Assert.Contains("hệ thống chưa ghi gì", WebUtility.HtmlDecode(await leader.Http.GetStringAsync("/c/TU-MAU/since?from=2026-08-14T08:00", Cancelled)), StringComparison.Ordinal);
    }
}
