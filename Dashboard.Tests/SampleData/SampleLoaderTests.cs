using Dashboard.Data;
using Dashboard.Domain.Meetings;
using Dashboard.Live;
using Dashboard.Meetings;
using Dashboard.SampleData;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.SampleData;

/// <summary>The sample is loaded as of the province's last meeting and then brought up to date.</summary>
public sealed class SampleLoaderTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private static readonly DateOnly Met = new(2026, 8, 15);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_loaded_in_two_steps_is_the_whole_sample()
    {
        SampleSet made = SampleProvince.Make(SampleDatabase.Today);
        SampleSet set = made.Renumbered(code => sample[code]);
        await using DashboardDb db = sample.Database.CreateDbContext();
        Assert.Equal(set.Lapses.Count, (await db.Lapses.ToListAsync(Cancelled)).Count(l => set.Lapses.Contains(l with { Id = 0 })));
        Assert.Equal(set.Lapses.Count, await db.Lapses.CountAsync(Cancelled));
        Assert.Equal(set.Complaints.ToHashSet(), (await db.Complaints.ToListAsync(Cancelled)).Select(c => c with { Id = 0 }).ToHashSet());
        Assert.Equal(set.Returns.ToHashSet(), (await db.Returns.ToListAsync(Cancelled)).Select(r => r.ToReturn()).ToHashSet());
        Assert.Empty(await db.Settings.Where(s => s.Key == "sample.unfinished").ToListAsync(Cancelled));
    }

    [Fact]
    public async Task The_last_meeting_of_the_province_is_kept_with_what_was_known_then()
    {
        CommitteeMeeting meeting = sample.Figures.Now.LastMeeting(sample["TU-MAU"])!;
        Assert.Equal((Met, new DateTime(2026, 8, 15, 1, 0, 0, DateTimeKind.Utc)), (meeting.HeldOn, meeting.Moment));
        using var moments = new Moments(new LogReader(sample.Database), sample.Calendar);
        LiveState then = (await moments.AtAsync(meeting.Moment!.Value, null, Cancelled)).Now;
        Assert.All(then.Complaints.Values, c => Assert.True(c.ReceivedOn <= Met && (c.ResolvedOn is null || c.ResolvedOn <= Met)));
        Assert.All(then.Lapses.Values, l => Assert.True(l.FoundOn <= Met && (l.RemediedOn is null || l.RemediedOn <= Met)));
        Assert.Contains(then.Complaints.Values, c => c.IsOpenOn(Met) && !sample.Figures.Now.Complaints[c.Id].IsOpenOn(SampleDatabase.Today));
        Assert.Equal(3, sample.Figures.Now.OpenDecisions(sample["TU-MAU"], SampleDatabase.Today).Count(d => !d.IsOverdueOn(SampleDatabase.Today)));
        Assert.Single(sample.Figures.Now.Decisions.Values, d => d.DoneOn is not null);
    }

    [Fact]
    public async Task A_start_that_was_cut_off_between_the_steps_is_gone_on_with()
    {
        var file = new TemporaryDatabase();
        await file.InitializeAsync();
        try
        {
            var closed = new Ledger(file.Database, TestClock.Shared, NullLogger<Ledger>.Instance);
            await closed.DisposeAsync();
            await Assert.ThrowsAsync<ObjectDisposedException>(() => Loader(file, closed).LoadIfEmptyAsync(Cancelled));
            await using DashboardDb db = file.Database.CreateDbContext();
            Assert.DoesNotContain(await db.Complaints.ToListAsync(Cancelled), c => c.ReceivedOn > Met);

            await Loader(file, file.Ledger).LoadIfEmptyAsync(Cancelled);
            int all = await db.Complaints.CountAsync(Cancelled);
            Assert.Equal(SampleProvince.Make(SampleDatabase.Today).Complaints.Count, all);
            await Loader(file, file.Ledger).LoadIfEmptyAsync(Cancelled);
            Assert.Equal(all, await db.Complaints.CountAsync(Cancelled));
        }
        finally
        {
            await file.DisposeAsync();
        }
    }

    private SampleLoader Loader(TemporaryDatabase file, Ledger ledger) => new(ledger, file.Database, sample.Calendar, NullLogger<SampleLoader>.Instance);
}
