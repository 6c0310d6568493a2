using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Disclosure;

/// <summary>
/// A year in which committees moved, merged and opened, and stated months, quarters, halves, a year or a range of their own choice: somebody has
/// all of it side by side, in both structures, as it was told in spring and as it is told after the year.
/// </summary>
public sealed class DisclosedStructuresTests(TemporaryDatabase file) : IClassFixture<TemporaryDatabase>, IAsyncLifetime
{
    private static readonly DateOnly Spring = new(2026, 5, 9), AfterTheYear = new(2027, 2, 1);
    private static readonly string[] Codes = ["R", "A", "B", "C", "A1", "A2", "A3", "B1", "B2", "C1", "B3"];
    private static readonly string[] Columns = ["vetting.one", "vetting.two", "vetting", "letters"];
    private static readonly Period Range = new(new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 31)), Longer = new(new DateOnly(2026, 2, 1), new DateOnly(2026, 8, 31));

    private static readonly Period[] Periods =
    [
        .. Enumerable.Range(1, 12).Select(m => Period.Month(2026, m)), .. Enumerable.Range(1, 4).Select(q => Period.Quarter(2026, q)),
        Period.Half(2026, 1), Period.Half(2026, 2), Period.NineMonths(2026), Period.Year(2026), Range, Longer,
    ];

    // What one committee states of one indicator: periods that nest or are apart. In some years all state months.
    private static readonly Period[][] Habits =
    [
        [.. Periods[..12]],
        [.. Periods[12..16]],
        [.. Periods[12..16], Period.Year(2026)],
        [Period.Half(2026, 1), .. Periods[6..12]],
        [Period.Year(2026)],
        [Range, Period.Month(2026, 2), Period.Quarter(2026, 3), Period.Month(2026, 8)],
        [.. Periods[..12], .. Periods[12..16]],
    ];

    public static TheoryData<int> Years => new(Enumerable.Range(1, 24));

    [Theory]
    [MemberData(nameof(Years))]
    public void No_hidden_count_follows_from_both_structures_and_all_periods_before_and_after_reorganisations(int seed)
    {
        Hierarchy before = Founded(), after = Reorganised(before);
        List<Figure> figures = Stated(new Random(seed), after, 3 + (seed / 2 % 4 * 4), seed % 2 == 0 ? Habits : Habits[..1]);
        var keeper = new DisclosureKeeper(new DisclosureSettings(), new HiddenCellBook(file.Database), new LocalCalendar(TestClock.Shared, TimeZoneInfo.Utc));
        var onlooker = new JointOnlooker();
        var secret = new HashSet<string>();
        int shown = Look(onlooker, secret, keeper, before, [.. figures.Where(f => f.Period.End <= Spring)], Spring) + Look(onlooker, secret, keeper, after, figures, AfterTheYear);
        secret.UnionWith(figures.Where(f => f.Value is > 0 and < 5).Select(Name));
        Assert.NotEmpty(secret);
        Assert.True(shown > 100);
        Assert.DoesNotContain(onlooker.WorkedOut(), secret.Contains);
    }

    [Fact]
    public void A_committee_that_others_joined_is_told_of_in_the_structure_of_then_and_not_in_todays()
    {
        Hierarchy after = Reorganised(Founded());
        List<Figure> figures = [.. new[] { "A1", "A2", "A3", "B1", "B2" }.Select(code => FigureOf(after, code, 0, Period.Month(2026, 4), 50))];
        var keeper = new DisclosureKeeper(new DisclosureSettings(), new HiddenCellBook(file.Database), new LocalCalendar(TestClock.Shared, TimeZoneInfo.Utc));
        var counts = new DisclosedCounts(keeper, Audience.Circulation, At(after, figures, AfterTheYear));
        HiddenCounts then = counts.Figures(after.NumberOf("R"), Period.Month(2026, 4), View.Then), now = counts.Figures(after.NumberOf("R"), Period.Month(2026, 4), View.Now);
        Assert.False(then.HidesAnyOf("vetting.one"));
        Assert.Equal(["A", "B"], now.Cells.Where(cell => cell.Column == "vetting.one").Select(cell => Codes[cell.Committee]).Order());
        Assert.False(counts.Figures(after.NumberOf("B"), Period.Month(2026, 4), View.Now).Hides(after.NumberOf("A3"), "vetting.one"));
    }

    public async ValueTask InitializeAsync()
    {
        await using DashboardDb db = file.Database.CreateDbContext();
        if (!await db.Committees.AnyAsync(TestContext.Current.CancellationToken))
        {
            await file.SeedAsync(Codes, []);
        }

        await db.HiddenCells.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>
    /// Shows all numbers of all committees in both structures; who looks on knows what they are made of. What is small where it stood must not be
    /// worked out; what two that are hidden come to is known, and is the number of one of them in today's structure if they were joined since.
    /// Returns how many were shown.
    /// </summary>
    private static int Look(JointOnlooker onlooker, HashSet<string> secret, DisclosureKeeper keeper, Hierarchy hierarchy, List<Figure> figures, DateOnly today)
    {
        PastFigures moment = At(hierarchy, figures, today);
        var counts = new DisclosedCounts(keeper, Audience.Circulation, moment);
        int shown = 0;
        foreach ((Period period, View view) in Periods.SelectMany(period => new[] { (period, View.Now), (period, View.Then) }))
        {
            CountedTree tree = CountedTree.Of(moment, view, period);
            foreach (int top in Enumerable.Range(0, hierarchy.Count).Where(c => Codes[c].Length == 1))
            {
                HiddenCounts told = counts.Figures(top, period, view);
                foreach (string column in Columns)
                {
                    string Of(int committee) => $"{today} {period} {view} {column} {Codes[committee]}";
                    string own = Of(top) + " own";
                    int[] rows = [top, .. tree.Below(top)];
                    onlooker.AddUp(Of(top), rows[1..].Select(Of).Append(own));
                    var made = rows.ToDictionary(row => row, row => Made(figures, moment, view, row, column, period).ToList());
                    // Where one stood elsewhere in a part of the period, what is left is nobody's number.
                    long left = made[top].Sum(f => f.Value) - rows[1..].Sum(row => made[row].Sum(f => f.Value)), of = made[top].Where(f => f.Committee == top).Sum(f => f.Value);
                    shown += Tell(own, told.Hides(HiddenCounts.Own, column), left == of ? left : 0);
                    foreach (int row in rows)
                    {
                        onlooker.AddUp(Of(row), made[row].Select(Name));
                        shown += Tell(Of(row), told.Hides(row, column), made[row].Sum(f => f.Value));
                    }
                }
            }
        }

        return shown;

        int Tell(string name, bool isHidden, long value)
        {
            if (!isHidden)
            {
                onlooker.See(name);
            }
            else if (value is > 0 and < 5 && name.Contains($" {View.Then} ", StringComparison.Ordinal))
            {
                secret.Add(name);
            }

            return isHidden ? 0 : 1;
        }
    }

    // By the rule of the domain, not by what adds up for the screens: each figure in the structure of its own last day, or today's.
    private static IEnumerable<Figure> Made(List<Figure> figures, PastFigures moment, View view, int top, string column, Period period)
    {
        foreach (IGrouping<(int Committee, int Indicator), Figure> own in figures.Where(f => column == "vetting" ? f.Indicator < 2 : f.Indicator == Array.IndexOf(["vetting.one", "vetting.two", "letters"], column)).GroupBy(f => (f.Committee, f.Indicator)))
        {
            foreach (Figure figure in OverPeriod.Selected(own, period))
            {
                var parents = view == View.Now ? moment.Now.Hierarchy.ParentsNow(moment.Today) : moment.Now.Hierarchy.ParentsOn(figure.Period.End);
                for (int at = figure.Committee; at >= 0; at = parents[at])
                {
                    if (at == top)
                    {
                        yield return figure;
                    }
                }
            }
        }
    }

    private static string Name(Figure figure) => $"{figure.Committee} {figure.Indicator} {figure.Period}";

    private static Hierarchy Founded() => Hierarchy.From(
        Codes[..^1].Select((code, i) => new Committee { Number = i, Code = code, Name = code, Level = code.Length == 2 ? CommitteeLevel.Grassroots : code == "R" ? CommitteeLevel.Province : CommitteeLevel.District }),
        Codes[1..^1].Select(code => new Placement(code, code.Length == 2 ? code[..1] : "R", null, null)));

    // One moves in the middle of a quarter, one opens, a district is taken over by another while its only committee goes to a third.
    private static Hierarchy Reorganised(Hierarchy before) => before
        .MoveUnder("A3", "B", new DateOnly(2026, 5, 10))
        .Open(new Committee { Number = 10, Code = "B3", Name = "B3", Level = CommitteeLevel.Grassroots, OpenedOn = new DateOnly(2026, 7, 1) }, "B")
        .MoveUnder("C1", "A", new DateOnly(2026, 9, 1))
        .Close("C", new DateOnly(2026, 8, 31), ["B"])
        .Close("A2", new DateOnly(2026, 10, 31), ["A1"]);

    private static List<Figure> Stated(Random random, Hierarchy hierarchy, int oneIsSmallOf, Period[][] habits) =>
    [
        .. from committee in hierarchy.Committees
           from indicator in Enumerable.Range(0, 3)
           from period in habits[random.Next(habits.Length)]
           where (committee.OpenedOn is null || committee.OpenedOn <= period.Start) && (committee.ClosedOn is null || committee.ClosedOn >= period.End) && random.Next(6) > 0
           select FigureOf(hierarchy, committee.Code, indicator, period, random.Next(oneIsSmallOf) == 0 ? random.Next(1, 5) : random.Next(8) == 0 ? 0 : random.Next(5, 60)),
    ];

    private static Figure FigureOf(Hierarchy hierarchy, string code, int indicator, Period period, long value) =>
        new() { Committee = hierarchy.NumberOf(code), Indicator = indicator, Period = period, Value = value };

    private static PastFigures At(Hierarchy hierarchy, List<Figure> figures, DateOnly today) => PastFigures.Of(
        new LiveState
        {
            Hierarchy = hierarchy,
            Indicators = new IndicatorSet(Columns.Where(column => column != "vetting").Select((code, i) => new Indicator { Number = i, Code = code, Topic = code.Split('.')[0], Name = code, NameEn = code, Unit = "files" })),
        },
        [.. figures.Select(f => new FigureChange(f.Committee, f.Indicator, f.Period, f, 1))],
        today);
}
