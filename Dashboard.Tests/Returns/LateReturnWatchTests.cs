using Dashboard.Data;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Returns;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Returns;

public sealed class LateReturnWatchTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private static readonly DateOnly InUse = SampleDatabase.Today;

    [Fact]
    public void Nothing_is_opened_on_the_due_day_and_everything_on_the_day_after()
    {
        Assert.Empty(LateReturnWatch.ToOpen(sample.Figures.Now, InUse, new(2027, 1, 15)));
        IReadOnlyList<Lapse> opened = LateReturnWatch.ToOpen(sample.Figures.Now, InUse, new(2027, 1, 16));
        Assert.Equal(OwedReturns.Of(sample.Figures.Now, _ => true, new(2027, 1, 16)).Count(r => r.Period == Period.Quarter(2026, 4)), opened.Count);
        Assert.All(opened, l => Assert.Equal((LapseKind.LateReturn, new DateOnly(2027, 1, 16), LapseSource.System), (l.Kind, l.FoundOn, l.FoundBy)));
        Assert.Equal(["TD-QUY-CB|2026-Q4", "TD-QUY|2026-Q4"], opened.Select(l => l.Note).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_day_it_is_found_is_the_same_however_late_one_looks() =>
        Assert.All(LateReturnWatch.ToOpen(sample.Figures.Now, InUse, new(2027, 3, 1)), l => Assert.Equal(new DateOnly(2027, 1, 16), l.FoundOn));

    [Fact]
    public void What_fell_due_before_the_database_was_in_use_is_left_alone() =>
        Assert.Empty(LateReturnWatch.ToOpen(sample.Figures.Now with { Lapses = sample.Figures.Now.Lapses.Clear() }, InUse, SampleDatabase.Today));

    [Fact]
    public void Every_late_return_of_the_sample_has_its_lapse() =>
        Assert.Empty(LateReturnWatch.ToOpen(sample.Figures.Now, new DateOnly(2020, 1, 1), SampleDatabase.Today));
}
