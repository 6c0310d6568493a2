using CsCheck;
using Dashboard.Access;

namespace Dashboard.Tests.Access;

public sealed class TriesTests
{
    private static readonly DateTime Start = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Five_failures_lock_for_a_minute_and_each_further_one_for_twice_as_long_up_to_an_hour()
    {
        Tries tries = default;
        DateTime now = Start;
        for (int failure = 1; failure < 5; failure++)
        {
            tries = tries.CountAt(now);
            Assert.False(tries.IsLockedAt(now));
        }

        foreach (int minutes in new[] { 1, 2, 4, 8, 16, 32, 60, 60, 60 })
        {
            tries = tries.CountAt(now);
            Assert.Equal(now.AddMinutes(minutes), tries.LockedUntil);
            Assert.True(tries.IsLockedAt(now.AddMinutes(minutes).AddTicks(-1)));
            now = now.AddMinutes(minutes);
            Assert.False(tries.IsLockedAt(now));
        }
    }

    [Fact]
    public void A_lock_of_yesterday_is_forgotten()
    {
        Tries tries = new(0, 6, Start);
        Assert.True(tries.CountAt(Start.AddHours(23)).IsLockedAt(Start.AddHours(23)));
        Assert.Equal(new Tries(1, 0, null), tries.CountAt(Start.AddHours(24)));
    }

    [Fact]
    public void Whatever_the_pauses_no_fifteen_minutes_let_more_than_ten_guesses_through() =>
        Gen.Int[0, 400].Array[1, 300].Sample(
            pauses =>
            {
                Tries tries = default;
                DateTime now = Start;
                var looked = new List<DateTime>();
                foreach (int seconds in pauses)
                {
                    now = now.AddSeconds(seconds);
                    if (!tries.IsLockedAt(now))
                    {
                        looked.Add(now);
                        tries = tries.CountAt(now);
                    }
                }

                return looked.All(from => looked.Count(at => at >= from && at < from.AddMinutes(15)) <= 10);
            },
            iter: 2_000);

    [Fact]
    public void What_is_taken_back_was_never_counted_and_what_others_failed_stays() =>
        Gen.Int[0, 4].Select(Gen.Int[0, 6], Gen.Int[0, 3]).Sample(
            (failures, locks, others) =>
            {
                Tries before = new(locks > 0 ? 0 : failures, locks, locks > 0 ? Start.AddHours(-2) : null);
                Tries after = before.CountAt(Start);
                if (after.TakeBack(before, after) != before)
                {
                    return false;
                }

                Tries later = after;
                for (int i = 0; i < others && !later.IsLockedAt(Start); i++)
                {
                    later = later.CountAt(Start);
                }

                Tries left = later.TakeBack(before, after);
                return later == after || left.LockedUntil == later.LockedUntil && left.Failures >= later.Failures - 1;
            },
            iter: 1_000);
}
