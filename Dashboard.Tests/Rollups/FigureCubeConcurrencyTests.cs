using System.Diagnostics;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Tests.Rollups;

public sealed class FigureCubeConcurrencyTests
{
    private const int Children = 40;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);
    private static readonly Period Quarter = Period.Quarter(2025, 3);

    [Fact]
    public async Task Readers_never_see_half_a_change()
    {
        int[] flat = [-1, .. new int[Children]];
        int[] deep = [-1, .. Enumerable.Range(1, Children).Select(child => child <= 10 ? 0 : child % 10 + 1)];
        Trees[] trees = [new(_ => [.. flat], [.. flat]), new(_ => [.. deep], [.. deep])];
        var cube = new FigureCube(trees[0], [OverTime.Sum]);
        long start = Stopwatch.GetTimestamp();
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        Task<int>[] readers = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() => Read(cube, start), cancelled))];
        Task<int> writer = Task.Run(() => Write(cube, trees, start), cancelled);
        int[] reads = await Task.WhenAll(readers);
        Assert.All(reads, count => Assert.True(count > 100, $"only {count} reads"));
        Assert.True(await writer > 100);
    }

    private static int Write(FigureCube cube, Trees[] trees, long start)
    {
        var random = new Random(1);
        int written = 0;
        while (Stopwatch.GetElapsedTime(start) < Long)
        {
            written++;
            int committee = random.Next(Children + 1);
            var figure = new Figure { Committee = committee, Indicator = 0, Period = Quarter, Value = random.Next(1_000_000) };
            cube.Apply(new FigureChange(committee, 0, Quarter, random.Next(5) == 0 ? null : figure, written));
            if (written % 50 == 0)
            {
                cube.Restructure(trees[random.Next(2)]);
            }
        }

        return written;
    }

    /// <summary>Whatever the tree, the root is the sum of all that is stated, and counts as many.</summary>
    private static int Read(FigureCube cube, long start)
    {
        int read = 0;
        while (Stopwatch.GetElapsedTime(start) < Long)
        {
            (Rollup root, Figure?[] parts) = cube.Read(reader => (
                reader.Total(read % 2 == 0 ? View.Then : View.Now, 0, 0, Quarter),
                Enumerable.Range(0, Children + 1).Select(committee => reader.Stated(committee, 0, Quarter)).ToArray()));
            Assert.Equal((parts.Sum(part => part?.Value ?? 0), parts.Count(part => part is not null)), (root.Value ?? 0, root.Reported));
            read++;
        }

        return read;
    }
}
