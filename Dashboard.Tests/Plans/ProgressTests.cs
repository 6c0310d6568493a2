using Dashboard.Domain.Figures;
using Dashboard.Domain.Plans;

namespace Dashboard.Tests.Plans;

public sealed class ProgressTests
{
    private static readonly Amount Incoming = new(4_290, 9_317, Precision.Exact, Standing.Final);

    [Fact]
    public void The_year_to_date_is_measured_against_the_plan() =>
        Assert.Equal(new Progress(4_290, 4_800, ProgressAgainst.Plan), Progress.Of(Incoming, 4_800, Incoming));

    [Fact]
    public void Without_a_plan_a_value_is_measured_against_its_denominator()
    {
        Progress progress = Progress.Of(Incoming, null, Incoming)!.Value;
        Assert.Equal((ProgressAgainst.OutOf, 46.04), (progress.Against, Math.Round(progress.Share * 100, 2)));
    }

    [Fact]
    public void Without_either_there_is_no_progress()
    {
        Assert.Null(Progress.Of(Incoming with { OutOf = null }, null, Incoming with { OutOf = null }));
        Assert.Null(Progress.Of(Incoming with { OutOf = 0 }, 0, Incoming with { OutOf = 0 }));
        Assert.Null(Progress.Of(null, 100, null));
    }

    [Fact]
    public void Sixty_per_cent_is_ahead_in_june_and_behind_in_october()
    {
        var progress = new Progress(60, 100, ProgressAgainst.Plan);
        Assert.False(progress.IsBehind(new(2026, 6, 30)));
        Assert.True(progress.IsBehind(new(2026, 10, 31)));
    }

    [Theory]
    [InlineData("2026-12-31", 1.0)]
    [InlineData("2024-12-31", 1.0)]
    [InlineData("2026-06-30", 181.0 / 365)]
    public void The_share_of_the_year_gone_counts_days(string day, double share) =>
        Assert.Equal(share, Progress.ShareOfYearGone(DateOnly.Parse(day, null)), 12);
}
