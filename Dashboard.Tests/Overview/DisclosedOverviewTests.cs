using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Overview;
using Dashboard.Tests.Disclosure;
using Dashboard.Tests.Since;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Overview;

/// <summary>What those see of overviews whose work it is not, at several committees and at two moments.</summary>
public sealed class DisclosedOverviewTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private const int Threshold = 5;
    private static readonly Period Quarter = Period.Quarter(2026, 3);

    public static TheoryData<int> Seeds => [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Nothing_hidden_follows_from_all_that_several_meetings_show_before_or_after_changes(int seed)
    {
        DisclosureKeeper keeper = Keeper();
        TwoMoments moments = await MomentsAsync();
        IFigures[] both = [moments.From.Figures, moments.Later(seed, 0, 250, Quarter).Figures];
        foreach (IFigures figures in both)
        {
            var board = new OverviewBoard(figures);
            var onlooker = new JointOnlooker();
            var past = new Dictionary<string, long>();
            int hidden = 0;
            foreach (int committee in Meetings(figures))
            {
                OverviewModel whole = board.Read(Question(committee)), shown = DisclosedOverview.Of(whole, new DisclosedCounts(keeper, Audience.Screens, figures));
                hidden += Numbers(shown).Count(number => Withheld.Is(number.Count));
                Assert.DoesNotContain(Numbers(shown), number => number.Count is > 0 and < Threshold);
                Show(onlooker, whole, shown);
                foreach ((SubordinateRow row, int i) in whole.Rows.Where(row => row.IsOwn).SelectMany(row => row.Spark.Points.Select((_, i) => (row, i))))
                {
                    past[$"vetted{whole.Trend.Points[i].Period} {row.Committee.Code} own"] = row.Spark.Points[i] ?? 0;
                }
            }

            Assert.True(hidden > 20);
            // What a committee had of its own in the past stands nowhere; it may be reckoned where it is not small.
            Assert.DoesNotContain(onlooker.WorkedOut(), name => !IsOwnOfThePast(name) || past.GetValueOrDefault(name) is > 0 and < Threshold);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_small_count_follows_for_who_counts_the_late_returns_by_the_states_of_returns(int seed)
    {
        TwoMoments moments = await MomentsAsync();
        IFigures figures = moments.Later(seed, 0, 250, Quarter).Figures;
        DisclosureKeeper keeper = Keeper();
        var board = new OverviewBoard(figures);
        var onlooker = new JointOnlooker();
        var counts = new Dictionary<string, long>();
        foreach (int committee in Meetings(figures))
        {
            OverviewModel whole = board.Read(Question(committee));
            Show(onlooker, whole, DisclosedOverview.Of(whole, new DisclosedCounts(keeper, Audience.Screens, figures)));
            foreach ((string name, long count) in OpenByKind(whole))
            {
                counts[name] = count;
            }
        }

        foreach (string late in counts.Keys.Where(name => name.StartsWith($"lapses{LapseKind.LateReturn} ", StringComparison.Ordinal)))
        {
            onlooker.See(late);
        }

        Assert.Contains(counts, count => count.Value is > 0 and < Threshold && !onlooker.HasSeen(count.Key));
        Assert.DoesNotContain(onlooker.WorkedOut(), name => counts.GetValueOrDefault(name) is > 0 and < Threshold);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_was_hidden_before_a_change_is_hidden_after_it_over_a_restart_too(int seed)
    {
        TwoMoments moments = await MomentsAsync();
        IFigures later = moments.Later(seed, 0, 250, Quarter).Figures;
        HashSet<string> then = HiddenAt(moments.From.Figures, Keeper());
        HashSet<string> now = HiddenAt(later, Keeper());
        // A committee that moved stands on another sheet; what is 0 wherever it is counted has nothing to hide.
        Dictionary<string, long?> told = ToldAt(later, Keeper());
        string[] shown = [.. then.Except(now).Where(name => told.GetValueOrDefault(name) is not (null or 0) && IsWhereItWas(name, moments.From.Figures, later))];
        Assert.NotEmpty(then);
        Assert.Empty(shown);
    }

    [Fact]
    public void A_number_that_stands_in_two_places_is_hidden_in_both()
    {
        OverviewModel shown = DisclosedOverview.Of(sample.Board.Read(Question(sample["TU-MAU"])), new DisclosedCounts(Keeper(), Audience.Screens, sample.Figures));
        Assert.Equal(shown.Vetted.Amount.Value, shown.Trend.Points[^1].Value);
        Assert.Equal(shown.Lapses.Open, shown.Heat.Open);
        foreach (SubordinateRow row in shown.Rows.Where(row => !row.IsOwn))
        {
            OverviewModel own = DisclosedOverview.Of(sample.Board.Read(Question(row.Number)), new DisclosedCounts(Keeper(), Audience.Screens, sample.Figures));
            Assert.Equal(row.Vetted.Value, own.Vetted.Amount.Value);
            Assert.Equal(row.Vetted.Value, row.Spark.Points[^1]);
            Assert.Equal((row.LapsesOpen, row.LapsesOverdue), (own.Lapses.Open, own.Lapses.Overdue));
            Assert.Equal((row.ComplaintsOpen, row.ComplaintsOverdue, row.ComplaintsDueSoon), (own.Complaints.Open, own.Complaints.Overdue, own.Complaints.DueSoon));
        }
    }

    [Fact]
    public void Where_nothing_is_small_the_counts_are_as_they_were()
    {
        OverviewModel whole = sample.Board.Read(Question(sample["TU-MAU"]));
        var off = new DisclosureKeeper(new DisclosureSettings(), new HiddenCellBook(sample.Database), sample.Calendar);
        OverviewModel shown = DisclosedOverview.Of(whole, new DisclosedCounts(off, Audience.Screens, sample.Figures));
        Assert.False(off.IsOn(Audience.Screens));
        Assert.Equal((whole.Vetted.Amount.Value, whole.Lapses.Open, whole.Lapses.Overdue, whole.Complaints.Open), (shown.Vetted.Amount.Value, shown.Lapses.Open, shown.Lapses.Overdue, shown.Complaints.Open));
        Assert.Equal(whole.Trend, shown.Trend);
        Assert.Equal(whole.Rows.Select(row => (row.Vetted.Value, row.LapsesOpen, row.ComplaintsOpen, row.Spark)), shown.Rows.Select(row => (row.Vetted.Value, row.LapsesOpen, row.ComplaintsOpen, row.Spark)));
    }

    [Fact]
    public void Who_looks_on_is_told_of_cases_only_how_many_there_are()
    {
        OverviewModel shown = DisclosedOverview.Of(sample.Board.Read(Question(sample["TU-MAU"])), new DisclosedCounts(Keeper(), Audience.Screens, sample.Figures));
        Assert.True(shown.IsDisclosed);
        Assert.Empty(shown.OpenComplaints);
        Assert.All(shown.Attention.Where(item => item.Kind is AttentionKind.ComplaintsOverdue or AttentionKind.LapsesOverdue or AttentionKind.SecrecyLapse or AttentionKind.ComplaintsDueSoon), item => Assert.True(item is { IsTotal: true, AtCommittee: 0, Days: 0 }));
        Assert.All(shown.Heat.Rows.SelectMany(row => row.Cells), cell => Assert.Equal(0, cell.Overdue));
    }

    private static OverviewQuestion Question(int committee) => new(committee, Quarter, Comparison.Year, StructureView.Now);

    private DisclosureKeeper Keeper() => new(new DisclosureSettings { Screens = Threshold }, new HiddenCellBook(sample.Database), sample.Calendar);

    private int[] Meetings(IFigures figures) => [sample["TU-MAU"], .. figures.Now.Hierarchy.On(figures.Today).ChildrenOf(sample["TU-MAU"]).ToArray().Take(8)];

    private HashSet<string> HiddenAt(IFigures figures, DisclosureKeeper keeper) => [.. ToldAt(figures, keeper).Where(told => Withheld.Is(told.Value)).Select(told => told.Key)];

    private Dictionary<string, long?> ToldAt(IFigures figures, DisclosureKeeper keeper)
    {
        var board = new OverviewBoard(figures);
        return Meetings(figures).SelectMany(committee => Numbers(DisclosedOverview.Of(board.Read(Question(committee)), new DisclosedCounts(keeper, Audience.Screens, figures))))
            .DistinctBy(told => told.Name).ToDictionary(told => told.Name, told => told.Count);
    }

    private static bool IsWhereItWas(string name, IFigures before, IFigures after)
    {
        string code = name.Split(' ')[1];
        int number = before.Now.Hierarchy.NumberOf(code);
        int Parent(IFigures figures) => figures.Now.Hierarchy.ParentsNow(figures.Today)[number];
        return Parent(before) == Parent(after);
    }

    /// <summary>Each number of an overview by a name that is the same wherever it stands: its column, its committee, and whether it is the own part.</summary>
    private static List<(string Name, long? Count)> Numbers(OverviewModel model)
    {
        string top = model.Head.Committee.Code;
        List<(string, long?)> all =
        [
            ($"complaints.open {top}", model.Complaints.Open), ($"complaints.within {top}", model.Complaints.Within), ($"complaints.soon {top}", model.Complaints.DueSoon),
            ($"complaints.overdue {top}", model.Complaints.Overdue), ($"lapses.open {top}", model.Lapses.Open), ($"lapses.overdue {top}", model.Lapses.Overdue),
            .. model.Trend.Points.Select(point => ($"vetted{point.Period} {top}", point.Value)),
            .. model.Heat.Rows.Where(row => row.All is not null).Select(row => ($"lapses{row.Kind} {top}", (long?)row.All!.Value.Open)),
        ];
        foreach (SubordinateRow row in model.Rows.Where(row => row.IsOwn || row.Committee.Code != top))
        {
            string name = row.IsOwn ? $"{top} own" : row.Committee.Code;
            all.AddRange(
            [
                ($"complaints.open {name}", row.ComplaintsOpen), ($"complaints.within {name}", row.ComplaintsWithin), ($"complaints.soon {name}", row.ComplaintsDueSoon), ($"complaints.overdue {name}", row.ComplaintsOverdue),
                ($"lapses.open {name}", row.LapsesOpen), ($"lapses.overdue {name}", row.LapsesOverdue),
                .. row.IsOwn ? [($"vetted{model.Question.Period} {name}", row.Vetted.Value)] : row.Spark.Points.Select((point, i) => ($"vetted{model.Trend.Points[i].Period} {name}", point)),
            ]);
        }

        foreach ((HeatRow row, int i) in model.Heat.Rows.SelectMany(row => row.Cells.Select((_, i) => (row, i))))
        {
            string code = model.Heat.Columns[i].Code;
            if (code != top || model.Rows.Any(r => r.IsOwn))
            {
                all.Add(($"lapses{row.Kind} {code}{(code == top ? " own" : "")}", row.Cells[i].Open));
            }
        }

        return all;
    }

    private static IEnumerable<(string Name, long Count)> OpenByKind(OverviewModel whole)
    {
        string top = whole.Head.Committee.Code;
        foreach (LapseKind kind in Enum.GetValues<LapseKind>())
        {
            HeatCell[] cells = whole.Heat.Rows.Where(row => row.Kind == kind).SelectMany(row => row.Cells).ToArray();
            yield return ($"lapses{kind} {top}", cells.Sum(cell => cell.Open));
            foreach (SubordinateRow row in whole.Rows.Where(row => row.IsOwn || row.Committee.Code != top))
            {
                int at = whole.Heat.Columns.ToList().FindIndex(column => column.Code == row.Committee.Code);
                yield return ($"lapses{kind} {(row.IsOwn ? $"{top} own" : row.Committee.Code)}", at < 0 || cells.Length == 0 ? 0 : cells[at].Open);
            }
        }
    }

    private static bool IsOwnOfThePast(string name) =>
        name.StartsWith("vetted", StringComparison.Ordinal) && !name.StartsWith($"vetted{Quarter} ", StringComparison.Ordinal) && name.EndsWith(" own", StringComparison.Ordinal);

    // Whoever looks on knows the structure, what a row that is left out has, and which numbers are parts of which.
    private static void Show(JointOnlooker onlooker, OverviewModel whole, OverviewModel shown)
    {
        string top = whole.Head.Committee.Code;
        Dictionary<string, long?> told = Numbers(shown).DistinctBy(number => number.Name).ToDictionary(number => number.Name, number => number.Count);
        string[] below = [.. whole.Rows.Where(row => !row.IsOwn && row.Committee.Code != top).Select(row => row.Committee.Code)];
        string[] kinds = [.. Enum.GetValues<LapseKind>().Select(kind => $"lapses{kind}")];
        string[] cases = ["complaints.open", "complaints.within", "complaints.soon", "complaints.overdue", "lapses.open", "lapses.overdue", .. kinds];
        string[] columns = [.. cases, .. whole.Trend.Points.Select(point => $"vetted{point.Period}")];
        foreach (string column in columns)
        {
            onlooker.AddUp($"{column} {top}", below.Append($"{top} own").Select(name => $"{column} {name}"));
            foreach (string name in below.Append($"{top} own").Append(top).Select(name => $"{column} {name}"))
            {
                if (!IsOwnOfThePast(name) && !Withheld.Is(told.GetValueOrDefault(name)))
                {
                    onlooker.See(name);
                }
            }
        }

        foreach (string name in below.Append($"{top} own").Append(top))
        {
            onlooker.AddUp($"complaints.open {name}", ["complaints.within " + name, "complaints.soon " + name, "complaints.overdue " + name]);
            onlooker.AddUp($"lapses.open {name}", kinds.Select(kind => $"{kind} {name}"));
        }
    }

    private async Task<TwoMoments> MomentsAsync()
    {
        (LiveState state, List<FigureChange> figures) = await new StateLoader(sample.Database).LoadAsync(TestContext.Current.CancellationToken);
        return new TwoMoments(state, figures, SampleDatabase.Today);
    }
}
