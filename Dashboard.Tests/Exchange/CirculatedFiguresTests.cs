using System.Globalization;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Exchange;
using Dashboard.Live;
using Dashboard.Tests.Disclosure;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Exchange;

/// <summary>The file of figures for circulation, against whoever has the tables of all committees beside it.</summary>
public sealed class CirculatedFiguresTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private static readonly Period Quarter = Period.Quarter(2026, 3);

    [Fact]
    public async Task Nothing_hidden_follows_from_the_file_and_the_totals_of_all_committees_together()
    {
        (LiveState state, List<FigureChange> stated) = await new StateLoader(sample.Database).LoadAsync(TestContext.Current.CancellationToken);
        var figures = PastFigures.Of(state, stated, SampleDatabase.Today);
        var keeper = new DisclosureKeeper(new DisclosureSettings(), new HiddenCellBook(sample.Database), sample.Calendar);
        string[] codes = [.. state.Indicators.OfTopic("vetting").Select(i => state.Indicators[i].Code)];
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        var filter = new FigureFilter { Committee = "TU-MAU", WithSubordinates = true, Indicators = codes, Within = Quarter };
        int? written = new CirculatedFigures(figures, keeper, CultureInfo.GetCultureInfo("en")).Write(path, stated.Select(f => f.Now!), filter, CancellationToken.None);
        string[][] lines = [.. File.ReadLines(path).Skip(2).Select(line => line.Split(','))];
        File.Delete(path);

        Assert.Equal(written, lines.Length);
        Assert.True(lines.Count(line => line[3] == "hidden") > 50);
        Assert.DoesNotContain(lines, line => long.TryParse(line[3], NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value is > 0 and < 5);
        Assert.Empty(WorkedOut(figures, new DisclosedCounts(keeper, Audience.Circulation, figures), codes, lines.Where(line => line[3] == "hidden").Select(line => $"{line[1]} {line[0]} own").ToHashSet()));
    }

    // Whoever has the file sees what is not hidden in it, and that there is nothing where it has no line.
    private static List<string> WorkedOut(PastFigures figures, DisclosedCounts counts, string[] codes, HashSet<string> hidden)
    {
        Hierarchy structure = figures.Now.Hierarchy;
        Structure then = structure.On(Quarter.End);
        var onlooker = new JointOnlooker();
        foreach (int committee in then.SubtreeOf(structure.NumberOf("TU-MAU")))
        {
            string name = structure[committee].Code;
            HiddenCounts told = counts.Figures(committee, Quarter, View.Then);
            foreach (string code in codes)
            {
                onlooker.AddUp($"{code} {name}", then.ChildrenOf(committee).ToArray().Select(below => $"{code} {structure[below].Code}").Append($"{code} {name} own"));
                if (!hidden.Contains($"{code} {name} own"))
                {
                    onlooker.See($"{code} {name} own");
                }
            }

            foreach (string code in codes.Append("vetting").Where(code => !told.Hides(committee, code)))
            {
                onlooker.See($"{code} {name}");
            }

            onlooker.AddUp($"vetting {name}", codes.Select(code => $"{code} {name}"));
        }

        return onlooker.WorkedOut();
    }
}
