using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Returns;
using Dashboard.Inbox;
using Dashboard.Live;
using Dashboard.Returns;
using Dashboard.Tests.Review;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Returns;

/// <summary>Reminding of late returns on the sample province; each test has returns of its own.</summary>
public sealed class ReminderDeskTests(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_are_late_are_reminded_in_one_go_and_it_is_kept_in_the_log_and_shown_where_they_are_owed()
    {
        ReturnKey[] keys = [office.NextNotStarted(), office.NextNotStarted(), office.NextSubmitted()];
        Assert.Equal(2, await office.Reminders.RemindAsync(office.Reviewer, keys, Cancelled));
        await office.Sample.Figures.CatchUpAsync(Cancelled);
        Reminder last = ReminderReading.Last(office.Sample.Figures.Now, keys[0])!;
        Assert.Equal((office.Sample["TU-MAU"], SampleDatabase.Today, 1), (last.Above, last.LastOn, last.Times));
        Assert.Null(ReminderReading.Last(office.Sample.Figures.Now, keys[2]));

        await using DashboardDb db = office.Sample.Database.CreateDbContext();
        LogEntry entry = await db.Changes.SingleAsync(e => e.Subject == Subject.Reminder && e.Committee == keys[0].Committee, Cancelled);
        Assert.Equal(("reviewer", keys[0].Text, null, null), (entry.Account, entry.Key, entry.Before, entry.Reason));
        Assert.Equal(last, (await db.Reminders.SingleAsync(r => r.Committee == keys[0].Committee, Cancelled)).ToReminder());

        ClaimsPrincipal officer = ReviewOffice.With(AccountRole.Officer, office.CodeOf(keys[0].Committee));
        InboxRow row = (await office.Inbox.ReadAsync(office.Rights.Entering(officer), Cancelled)).Single(r => r.Key == keys[0]);
        Assert.Equal(last, row.Reminder);
    }

    [Fact]
    public async Task A_second_time_on_the_same_day_changes_nothing_and_the_next_day_counts_on()
    {
        ReturnKey key = office.NextNotStarted();
        int[] counts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => office.Reminders.RemindAsync(office.Reviewer, [key], Cancelled)));
        Assert.Equal(1, counts.Sum());

        var clock = new HandClock();
        clock.Pass(TimeSpan.FromDays(1));
        var tomorrow = new ReminderDesk(
            office.Sample.Ledger, office.Rights, office.Directory, new Denials(office.Sample.Ledger, TestClock.Shared, NullLogger<Denials>.Instance), office.Sample.Figures, new LocalCalendar(clock, office.Sample.Calendar.Zone));
        Assert.Equal(1, await tomorrow.RemindAsync(office.Reviewer, [key], Cancelled));
        await office.Sample.Figures.CatchUpAsync(Cancelled);
        Reminder last = ReminderReading.Last(office.Sample.Figures.Now, key)!;
        Assert.Equal((SampleDatabase.Today.AddDays(1), 2), (last.LastOn, last.Times));
    }

    [Fact]
    public async Task What_is_handed_in_is_reminded_of_no_more()
    {
        ReturnKey key = office.NextNotStarted();
        await office.Reminders.RemindAsync(office.Reviewer, [key], Cancelled);
        await office.SubmitAsync(key);
        Assert.Equal(0, await office.Reminders.RemindAsync(office.Reviewer, [key], Cancelled));
        Assert.Null(ReminderReading.Open(office.Sample.Figures.Now, (await office.ReadAsync(key)).Return));
    }

    [Fact]
    public async Task Nobody_but_a_reviewer_from_above_reminds_and_where_one_is_not_theirs_of_none()
    {
        ReturnKey own = office.NextNotStarted(), other = office.NextNotStarted();
        ClaimsPrincipal[] somebodies =
        [
            ReviewOffice.With(AccountRole.Reviewer, office.CodeOf(own.Committee)), ReviewOffice.With(AccountRole.Officer, "TU-MAU"),
            ReviewOffice.With(AccountRole.Viewer, "TU-MAU"), ReviewOffice.With(AccountRole.Administrator, "TU-MAU"), SampleRights.Of("screen").ToPrincipal("test"),
        ];
        foreach (ClaimsPrincipal somebody in somebodies)
        {
            Assert.Equal("return.notAbove", (await Assert.ThrowsAsync<BrokenRuleException>(() => office.Reminders.RemindAsync(somebody, [own, other], Cancelled))).Rule);
        }

        await using DashboardDb db = office.Sample.Database.CreateDbContext();
        Assert.False(await db.Reminders.AnyAsync(r => r.Committee == own.Committee || r.Committee == other.Committee, Cancelled));
    }

    [Fact]
    public async Task A_reviewer_of_one_committee_reminds_those_below_it_and_no_others()
    {
        ReturnKey key = office.NextNotStarted();
        ClaimsPrincipal above = ReviewOffice.With(AccountRole.Reviewer, office.AboveOf(key.Committee));
        Assert.Equal(1, await office.Reminders.RemindAsync(above, [key], Cancelled));
        string elsewhere = office.Sample.Figures.Now.Hierarchy.Committees.First(c => c.Code.StartsWith("HU-MAU-", StringComparison.Ordinal) && c.Code.Length == 9 && c.Code != office.AboveOf(key.Committee) && c.Number != key.Committee).Code;
        ClaimsPrincipal beside = ReviewOffice.With(AccountRole.Reviewer, elsewhere);
        await Assert.ThrowsAsync<BrokenRuleException>(() => office.Reminders.RemindAsync(beside, [key], Cancelled));
    }
}
