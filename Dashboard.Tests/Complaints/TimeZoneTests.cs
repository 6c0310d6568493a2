using Dashboard.Complaints;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Tests.Layout;

namespace Dashboard.Tests.Complaints;

/// <summary>Alone: it sets the zone of the whole process.</summary>
[CollectionDefinition(TimeZoneTests.Collection, DisableParallelization = true)]
public sealed class TimeZoneCollection;

/// <summary>Wherever the server believes to be, the day is that of Vietnam, and with it period, deadline and band.</summary>
[Collection(Collection)]
public sealed class TimeZoneTests
{
    public const string Collection = "time zone";

    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    [Fact]
    public void Ten_thousand_instants_fall_on_the_same_day_period_and_deadline_with_the_server_in_any_zone()
    {
        DateTime[] instants = [.. Instants()];
        string[] plain = [.. instants.Select(ByHand)];
        string? before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            foreach (string zone in new[] { "UTC", "America/Los_Angeles", "Asia/Ho_Chi_Minh" })
            {
                Environment.SetEnvironmentVariable("TZ", zone);
                TimeZoneInfo.ClearCachedData();
                Assert.Equal(TimeZoneInfo.FindSystemTimeZoneById(zone).BaseUtcOffset, TimeZoneInfo.Local.BaseUtcOffset);
                using var vietnamese = new InLanguage("vi-VN");
                string[] told = [.. instants.Select(Told)];
                Assert.Empty(told.Zip(plain).Where(pair => pair.First != pair.Second).Take(5));
            }
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    /// <summary>10,000: half of them within two seconds of a midnight in Vietnam, where a day may be off by one; the turns of quarters and years among them.</summary>
    private static IEnumerable<DateTime> Instants()
    {
        yield return new DateTime(2026, 3, 31, 16, 59, 59, 999, DateTimeKind.Utc);
        yield return new DateTime(2026, 3, 31, 17, 0, 0, DateTimeKind.Utc);
        var random = new Random(20261123);
        var first = new DateTime(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int i = 2; i < 10_000; i++)
        {
            DateTime day = first.AddDays(random.Next(20 * 365));
            yield return i % 2 == 0 ? day.AddTicks(random.NextInt64(TimeSpan.TicksPerDay)) : day.AddHours(17).AddMilliseconds(random.Next(-2000, 2000));
        }
    }

    /// <summary>What the application says of an instant.</summary>
    private static string Told(DateTime instant)
    {
        var calendar = new LocalCalendar(new Standing(instant), Vietnam);
        DateOnly today = calendar.Today;
        Assert.Equal(today, calendar.DayOf(instant));
        DateOnly due = DeadlineRules.Starting.DueOn(ComplaintKind.Complaint, today, null, false, 0);
        Complaint received = new() { Committee = 0, Reference = "1", Kind = ComplaintKind.Complaint, Category = "other", ReceivedOn = today.AddDays(-10), DueOn = today };
        return $"{Numerals.Day(today)} {PageAddress.UsualPeriod(today)} {DayText.Of(due)} {received.BandOn(today)} {Numerals.Instant(instant)} {calendar.UntilMidnight().TotalMilliseconds:F0}";
    }

    /// <summary>The same by plain counting: Vietnam has been seven hours ahead, without summer time, on all these days.</summary>
    private static string ByHand(DateTime instant)
    {
        DateTime local = instant.AddHours(7);
        var today = DateOnly.FromDateTime(local);
        int quarter = (today.Month + 2) / 3;
        Period last = quarter == 1 ? Period.Quarter(today.Year - 1, 4) : Period.Quarter(today.Year, quarter - 1);
        double left = (local.Date.AddDays(1) - local).TotalMilliseconds;
        return $"{today:dd/MM/yyyy} {last} {today.AddDays(10):dd/MM/yyyy} DueSoon {local:HH:mm} {today:dd/MM/yyyy} {left:F0}";
    }

    private sealed class Standing(DateTime instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(instant, TimeSpan.Zero);
    }
}
