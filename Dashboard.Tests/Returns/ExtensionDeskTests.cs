using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Inbox;
using Dashboard.Returns;
using Dashboard.Tests.Review;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Returns;

/// <summary>Asking for more time and answering, on the sample province; each test has a return of its own.</summary>
public sealed class ExtensionDeskTests(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    private static readonly DateOnly Until = SampleDatabase.Today.AddDays(10);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asked_for_below_it_shows_above_and_granted_the_due_day_moves()
    {
        ReturnKey key = office.NextNotStarted();
        Extension asked = await AskAsync(key);
        Assert.Equal(key.Committee, Assert.Single(office.Queue.Requests(office.Rights.Reviewing(office.Reviewer)), e => e.Id == asked.Id).Committee);
        Assert.DoesNotContain(office.Queue.Requests(office.Rights.Reviewing(ReviewOffice.With(AccountRole.Reviewer, office.CodeOf(key.Committee)))), e => e.Id == asked.Id);
        await office.Desk.GrantAsync(office.Reviewer, asked.Id, Cancelled);
        await office.Sample.Figures.CatchUpAsync(Cancelled);
        Assert.Equal((Until, ReturnState.NotStarted), (await office.ReadAsync(key)).Return is { } one ? (one.DueOn, one.State) : default);
        Assert.Equal(ExtensionState.Granted, ExtensionReading.Last(office.Sample.Figures.Now, key)!.State);
        Assert.DoesNotContain(office.Queue.Requests(office.Rights.Reviewing(office.Reviewer)), e => e.Id == asked.Id);
        InboxRow row = (await office.Inbox.ReadAsync(office.Rights.Entering(ReviewOffice.With(AccountRole.Officer, office.CodeOf(key.Committee))), Cancelled)).Single(r => r.Key == key);
        Assert.Equal((InboxGroup.Owed, Until), (row.Group, row.Return.DueOn));
    }

    [Fact]
    public async Task Each_step_is_in_the_log_and_what_the_database_holds_is_what_is_followed()
    {
        ReturnKey key = office.NextNotStarted();
        Extension asked = await AskAsync(key);
        await office.Desk.RefuseAsync(office.Reviewer, asked.Id, ExtensionRefusal.NeededByThen, Cancelled);
        await using DashboardDb db = office.Sample.Database.CreateDbContext();
        LogEntry[] entries = [.. await db.Changes.Where(e => e.Subject == Subject.Extension && e.Committee == key.Committee).OrderBy(e => e.Sequence).ToListAsync(Cancelled)];
        Assert.Equal(["officer", "reviewer"], entries.Select(e => e.Account));
        Assert.Equal((key.Text, "needed-by-then"), (entries[1].Key, entries[1].Reason));
        await office.Sample.Figures.CatchUpAsync(Cancelled);
        Assert.Equal((await db.Extensions.SingleAsync(e => e.Id == asked.Id, Cancelled)).ToExtension(), office.Sample.Figures.Now.Extensions[asked.Id]);
        Assert.Equal(ReviewOffice.Quarter.End.AddDays(15), (await office.ReadAsync(key)).Return.DueOn);
    }

    [Fact]
    public async Task Granting_twice_is_granting_once_and_the_other_answer_comes_too_late()
    {
        Extension asked = await AskAsync(office.NextNotStarted());
        WriteReceipt[] receipts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => office.Desk.GrantAsync(office.Reviewer, asked.Id, Cancelled)));
        Assert.Equal(1, receipts.Count(r => r.Entries > 0));
        Assert.Equal("extension.answered", (await Assert.ThrowsAsync<BrokenRuleException>(() => office.Desk.RefuseAsync(office.Reviewer, asked.Id, ExtensionRefusal.NotReason, Cancelled))).Rule);
    }

    [Fact]
    public async Task Only_from_above_is_it_answered()
    {
        ReturnKey key = office.NextNotStarted();
        Extension asked = await AskAsync(key);
        var own = ReviewOffice.With(AccountRole.Reviewer, office.CodeOf(key.Committee));
        Assert.Equal("return.notAbove", (await Assert.ThrowsAsync<BrokenRuleException>(() => office.Desk.GrantAsync(own, asked.Id, Cancelled))).Rule);
        Assert.Equal("return.notAbove", (await Assert.ThrowsAsync<BrokenRuleException>(() => office.Desk.RefuseAsync(own, asked.Id, ExtensionRefusal.NotReason, Cancelled))).Rule);
    }

    [Fact]
    public async Task A_lapse_that_was_opened_stays_and_is_remedied_by_handing_in()
    {
        ReturnKey key = office.NextNotStarted();
        await using DashboardDb db = office.Sample.Database.CreateDbContext();
        Lapse late = await db.Lapses.AsNoTracking().SingleAsync(l => l.Committee == key.Committee && l.Kind == LapseKind.LateReturn && l.RemediedOn == null && l.Note == key.Text, Cancelled);
        await office.Desk.GrantAsync(office.Reviewer, (await AskAsync(key)).Id, Cancelled);
        Assert.Equal(late, await db.Lapses.AsNoTracking().SingleAsync(l => l.Id == late.Id, Cancelled));
        await office.SubmitAsync(key);
        Assert.Equal(SampleDatabase.Today, (await db.Lapses.AsNoTracking().SingleAsync(l => l.Id == late.Id, Cancelled)).RemediedOn);
    }

    [Fact]
    public async Task The_watch_over_late_returns_goes_by_the_new_day()
    {
        ReturnKey key = office.NextNotStarted();
        await office.Desk.GrantAsync(office.Reviewer, (await AskAsync(key)).Id, Cancelled);
        await office.Sample.Figures.CatchUpAsync(Cancelled);
        // As if it had been granted before anybody found it late.
        Dashboard.Live.LiveState state = office.Sample.Figures.Now with { Lapses = office.Sample.Figures.Now.Lapses.Clear() };
        Assert.DoesNotContain(LateReturnWatch.ToOpen(state, new(2020, 1, 1), Until), l => l.Committee == key.Committee && l.Note == key.Text);
        Assert.Equal(Until.AddDays(1), Assert.Single(LateReturnWatch.ToOpen(state, new(2020, 1, 1), Until.AddDays(1)), l => l.Committee == key.Committee && l.Note == key.Text).FoundOn);
    }

    private async Task<Extension> AskAsync(ReturnKey key)
    {
        await office.Extensions.AskAsync("officer", key, Until, ExtensionReason.CheckingFiles, null, Cancelled);
        await office.Sample.Figures.CatchUpAsync(Cancelled);
        return ExtensionReading.Last(office.Sample.Figures.Now, key)!;
    }
}
