using CsCheck;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;

namespace Dashboard.Tests.Complaints;

public sealed class BacklogTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    // Busy enough that some deadlines are passed and some are kept: both must be met.
    private static readonly Gen<RegisterCase[]> AnyRegister = Gen.Select(Gen.Int[0, 150], Gen.Int[0, 100].Nullable(0.4), Gen.Int[10, 120])
        .Select((age, lasted, time) => new RegisterCase(Today.AddDays(-age), lasted is { } days && days <= age ? Today.AddDays(days - age) : null, Today.AddDays(time - age))).Array[0, 80];

    [Fact]
    public void Clearance_and_share_in_time_are_those_of_the_period()
    {
        RegisterCase[] cases =
        [
            Came("2026-06-20", "2026-07-01", "2026-07-01"), Came("2026-07-02", "2026-08-20", "2026-08-10"), Came("2026-09-30", "2026-10-01", "2026-10-30"), Came("2026-09-01", null, "2026-10-01"),
        ];
        var backlog = Backlog.Of(cases, Period.Quarter(2026, 3), Today);
        Assert.Equal((3, 2, 1), (backlog.Received, backlog.Resolved, backlog.ResolvedInTime));
        Assert.Equal((2d / 3, 0.5), (backlog.Clearance, backlog.InTime));
        var none = Backlog.Of(cases, Period.Quarter(2025, 3), Today);
        Assert.Equal((null, null), (none.Clearance, none.InTime));
    }

    [Fact]
    public void What_is_dated_after_today_has_not_happened_yet()
    {
        RegisterCase[] cases = [Came("2026-11-01", "2026-11-24", "2026-12-01"), Came("2026-11-24", null, "2026-12-04")];
        var backlog = Backlog.Of(cases, Period.Month(2026, 11), Today);
        Assert.Equal((1, 0, 1), (backlog.Received, backlog.Resolved, backlog.Ages.Open));
    }

    [Fact]
    public void Ages_fall_into_bands_and_quantiles_are_read_off_them()
    {
        int[] days = [0, 10, 11, 30, 31, 46, 60, 61, 91, 190];
        var ages = BacklogAges.Of(days.Select(age => new RegisterCase(Today.AddDays(-age), null, Today)), Today);
        Assert.Equal([2, 2, 1, 2, 1, 2], ages.Counts);
        Assert.Equal((10, 190), (ages.Open, ages.Oldest));
        // The fifth of ten is the only one of 31 to 45 days: the end of its band; the ninth is the first of two from 91 to 190.
        Assert.Equal((45, 141), (ages.Median, ages.NinthDecile));
        var none = BacklogAges.Of([], Today);
        Assert.Equal((0, null, null), (none.Open, none.Oldest, none.Median));
    }

    [Fact]
    public void An_estimate_lies_in_the_band_of_the_exact_value_and_never_above_the_oldest() =>
        Gen.Select(Gen.Int[0, 400].Array[1, 60], Gen.Int[1, 10].Select(tenths => tenths / 10.0)).Sample((days, share) =>
        {
            var ages = BacklogAges.Of(days.Select(age => new RegisterCase(Today.AddDays(-age), null, Today)), Today);
            int exact = days.Order().ElementAt((int)Math.Ceiling(Math.Round(share * days.Length, 9)) - 1);
            return ages.Quantile(share) is { } estimate && estimate <= ages.Oldest && BandOf(estimate) == BandOf(exact);
        });

    [Fact]
    public void At_one_case_a_week_the_third_of_three_due_within_two_weeks_is_late_and_two_a_week_avoid_it()
    {
        RegisterCase[] cases =
        [
            .. Enumerable.Range(1, 8).Select(week => Came(Today.AddDays(-100), Today.AddDays(-7 * week), Today)),
            Came(Today.AddDays(-20), null, Today.AddDays(6)), Came(Today.AddDays(-20), null, Today.AddDays(13)), Came(Today.AddDays(-20), null, Today.AddDays(13)),
            Came(Today.AddDays(-20), null, Today.AddDays(28)),
        ];
        var forecast = BacklogForecast.Of(cases, Today);
        Assert.Equal((8, 1d, new DateOnly(2026, 12, 21)), (forecast.RecentlyResolved, forecast.PerWeek, forecast.Until));
        Assert.Equal((3, 1, 2), (forecast.DueBefore, forecast.WillPass, forecast.NeededPerWeek));
    }

    [Fact]
    public void Those_past_their_deadline_come_first_and_are_not_counted_again()
    {
        RegisterCase[] cases =
        [
            .. Enumerable.Range(1, 8).Select(week => Came(Today.AddDays(-100), Today.AddDays(-7 * week), Today)),
            Came(Today.AddDays(-90), null, Today.AddDays(-30)), Came(Today.AddDays(-20), null, Today.AddDays(6)),
        ];
        var forecast = BacklogForecast.Of(cases, Today);
        Assert.Equal((1, 1, 2), (forecast.DueBefore, forecast.WillPass, forecast.NeededPerWeek));
    }

    [Fact]
    public void Where_nothing_was_resolved_everything_due_passes_and_where_nothing_is_due_nothing_is_needed()
    {
        var still = BacklogForecast.Of([Came(Today.AddDays(-3), null, Today), Came(Today.AddDays(-3), null, Today.AddDays(27))], Today);
        Assert.Equal((2, 2, 7), (still.DueBefore, still.WillPass, still.NeededPerWeek));
        var idle = BacklogForecast.Of([Came(Today.AddDays(-3), null, Today.AddDays(28))], Today);
        Assert.Equal((0, 0, 0), (idle.DueBefore, idle.WillPass, idle.NeededPerWeek));
    }

    [Fact]
    public void It_counts_what_a_simulation_day_by_day_counts() => AnyRegister.Sample(
        cases =>
        {
            var forecast = BacklogForecast.Of(cases, Today);
            return Simulated(cases, forecast.RecentlyResolved, BacklogForecast.PaceDays) == (forecast.DueBefore, forecast.WillPass);
        },
        iter: 5_000);

    [Fact]
    public void The_pace_it_asks_for_is_enough_and_one_case_a_week_less_is_not() => AnyRegister.Sample(
        cases =>
        {
            int needed = BacklogForecast.Of(cases, Today).NeededPerWeek;
            return Simulated(cases, needed, 7).Late == 0 && (needed == 0 || Simulated(cases, needed - 1, 7).Late > 0);
        },
        iter: 5_000);

    /// <summary>Works through the pile a day at a time: each day adds a share of a case to what can be done, each whole case done is taken off the top.</summary>
    private static (int Due, int Late) Simulated(RegisterCase[] cases, int pace, int days)
    {
        var pile = new Queue<RegisterCase>(cases.Where(c => c.IsOpenOn(Today)).OrderBy(c => c.DueOn));
        DateOnly until = Today.AddDays(BacklogForecast.Horizon);
        int due = pile.Count(c => c.DueOn >= Today && c.DueOn < until);
        int late = 0;
        int strength = 0;
        for (DateOnly day = Today; day < until; day = day.AddDays(1))
        {
            strength += pace;
            while (strength >= days && pile.Count > 0)
            {
                pile.Dequeue();
                strength -= days;
            }

            late += pile.Count(c => c.DueOn == day);
        }

        return (due, late);
    }

    private static int BandOf(int age) => BacklogAges.Bands.Count(band => band.First <= age);

    private static RegisterCase Came(string came, string? left, string due) =>
        new(DateOnly.Parse(came, null), left is null ? null : DateOnly.Parse(left, null), DateOnly.Parse(due, null));

    private static RegisterCase Came(DateOnly came, DateOnly? left, DateOnly due) => new(came, left, due);
}
