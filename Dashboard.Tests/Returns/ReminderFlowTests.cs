using System.Net;
using Dashboard.Access;
using Dashboard.Domain.Returns;
using Dashboard.Returns;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Returns;

/// <summary>A reminder through the whole application: who may, and on which pages the reminded read it.</summary>
public sealed class ReminderFlowTests(WritableSite site) : IClassFixture<WritableSite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_reminded_read_it_in_the_inbox_and_on_the_page_where_they_enter()
    {
        Return late = OwedReturns.Of(site.App.Figures.Now, _ => true, SampleDatabase.Today).Last(one => one.IsLate(SampleDatabase.Today)
            && site.Get<ReturnRights>().MayReview(SampleRights.Of("reviewer").ToPrincipal("test"), one.Committee));
        var key = new ReturnKey(late.Committee, late.Form, late.Period);
        string code = site.App.Figures.Now.Hierarchy[late.Committee].Code, entry = ReturnNames.Entry(site.App.Figures.Now, key);
        await site.PutAsync("clerk", new Dashboard.Data.Grant(Dashboard.Data.AccountRole.Officer, code));
        using SignedInClient clerk = await SignedInClient.CreateAsync(site.App.Address, "clerk");
        Assert.DoesNotContain("rem-line", await clerk.Http.GetStringAsync("/returns", Cancelled), StringComparison.Ordinal);
        Assert.DoesNotContain("rem-line", await clerk.Http.GetStringAsync(entry, Cancelled), StringComparison.Ordinal);

        Assert.Equal(1, await site.Get<ReminderDesk>().RemindAsync(SampleRights.Of("reviewer").ToPrincipal("test"), [key], Cancelled));
        await site.App.Figures.CatchUpAsync(Cancelled);
        const string said = "nhắc nộp báo cáo ngày 23/11/2026 (lần 1)";
        Assert.Contains(said, await clerk.Http.GetStringAsync("/returns", Cancelled), StringComparison.Ordinal);
        Assert.Contains(said, await clerk.Http.GetStringAsync(entry, Cancelled), StringComparison.Ordinal);

        using SignedInClient reviewer = await SignedInClient.CreateAsync(site.App.Address, "reviewer");
        Assert.Contains("Nhắc nộp báo cáo", await reviewer.Http.GetStringAsync($"/c/{code}/history", Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_there_is_no_page_to_remind_on()
    {
        using SignedInClient officer = await SignedInClient.CreateAsync(site.App.Address, "officer");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Http.GetAsync("/c/HU-MAU-02/returns", Cancelled)).StatusCode);
        using SignedInClient leader = await SignedInClient.CreateAsync(site.App.Address, "leader");
        string page = await leader.Http.GetStringAsync("/c/TU-MAU/returns", Cancelled);
        Assert.Contains("class=\"matrix\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nhắc", page, StringComparison.Ordinal);
        using SignedInClient reviewer = await SignedInClient.CreateAsync(site.App.Address, "reviewer");
        Assert.Contains("đơn vị quá hạn", await reviewer.Http.GetStringAsync("/c/TU-MAU/returns", Cancelled), StringComparison.Ordinal);
    }
}
