using Dashboard.Data;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Overview;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Overview;

/// <summary>An overview that is read on from the one before is, after any change, the one that is read from nothing.</summary>
public sealed class OverviewReuseTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private const int Changes = 60;

    private static readonly Period[] Periods = [.. new[] { "2026-Q3", "2026-Q2", "2025-Q3", "2024-Q1" }.Select(Period.Parse)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_any_change_of_figures_the_overview_is_what_is_read_anew()
    {
        var board = new OverviewBoard(sample.Figures);
        OverviewQuestion[] questions =
        [
            .. from code in new[] { "TW", "TU-MAU", "HU-MAU-01", "HU-MAU-02" }
               from view in new[] { StructureView.Now, StructureView.Then }
               select new OverviewQuestion(sample[code], Periods[0], Comparison.Year, view),
        ];
        Figure[] stated = Stated();
        Assert.NotEmpty(stated);
        var random = new Random(20261123);
        int kept = 0;
        for (int i = 0; i < Changes; i++)
        {
            OverviewModel[] before = [.. questions.Select(board.Read)];
            await ChangeAsync(random, stated);
            var anew = new OverviewBoard(sample.Figures);
            foreach ((int at, OverviewQuestion question) in questions.Index())
            {
                OverviewModel model = board.Read(question);
                Assert.Equal(anew.Read(question), model);
                kept += model.Rows.Count(row => before[at].Rows.Any(old => ReferenceEquals(old, row)));
            }
        }

        Assert.True(kept > Changes * 14, "Hardly anything was kept.");
    }

    /// <summary>States some of what was stated anew, or takes it back.</summary>
    private async Task ChangeAsync(Random random, Figure[] stated)
    {
        var ledger = new FigureLedger(sample.Ledger);
        WriteReceipt last = default;
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            Figure figure = stated[random.Next(stated.Length)];
            last = random.Next(4) == 0
                ? await ledger.WithdrawAsync("test", figure.Committee, figure.Indicator, figure.Period, cancellationToken: Cancel)
                : await ledger.StateAsync("test", figure with { Value = random.Next(0, 500) }, cancellationToken: Cancel);
        }

        // Taking back what is not there is no entry.
        await sample.Figures.CatchUpAsync(Cancel);
        Assert.True(sample.Figures.Now.Sequence >= last.LastSequence);
    }

    private Figure[] Stated()
    {
        int[] indicators = [.. sample.Figures.Now.Indicators.OfTopic(VettedReader.Topic)];
        int[] committees = [.. sample.Figures.Now.Hierarchy.Committees.Where(c => c.IsSample).Select(c => c.Number)];
        return sample.Figures.Read(cube => (from c in committees from i in indicators from p in Periods select cube.Stated(c, i, p)).OfType<Figure>().ToArray());
    }
}
