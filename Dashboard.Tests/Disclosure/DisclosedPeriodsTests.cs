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

/// <summary>Months, quarters and years of the same committees, all of which somebody has side by side.</summary>
public sealed class DisclosedPeriodsTests(TemporaryDatabase file) : IClassFixture<TemporaryDatabase>, IAsyncLifetime
{
    private static readonly DateOnly Today = new(2027, 2, 1);
    private static readonly string[] Codes = ["R", "A", "B", "A1", "A2", "A3"];
    private static readonly string[] Columns = ["vetting.one", "vetting.two", "vetting", "letters"];

    // Five standard lengths, and a range that is none.
    private static readonly Period[] Longer =
    [
        .. Enumerable.Range(1, 4).Select(q => Period.Quarter(2026, q)), Period.Half(2026, 1), Period.Half(2026, 2), Period.NineMonths(2026), Period.Year(2026),
        new(new DateOnly(2026, 2, 1), new DateOnly(2026, 8, 31)),
    ];

    public static TheoryData<int, bool> Years => new(Enumerable.Range(1, 6).SelectMany(seed => new[] { (seed, true), (seed, false) }));

    [Theory]
    [MemberData(nameof(Years))]
    public async Task No_hidden_count_follows_from_longer_periods_and_shorter_ones_together(int seed, bool areMonths)
    {
        await using (DashboardDb db = file.Database.CreateDbContext())
        {
            await db.HiddenCells.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }

        PastFigures figures = Figures(new Random(seed), areMonths);
        var keeper = new DisclosureKeeper(new DisclosureSettings(), new HiddenCellBook(file.Database), new LocalCalendar(TestClock.Shared, TimeZoneInfo.Utc));
        var counts = new DisclosedCounts(keeper, Audience.Circulation, figures);
        Period[] shortest = [.. Enumerable.Range(1, 12).Select(m => Period.Month(2026, m))];
        Period[] periods = areMonths ? [.. shortest, .. Longer] : Longer[..^1];
        (JointOnlooker onlooker, HashSet<string> small, int hidden) = Look(figures, counts, periods);
        foreach (Period period in areMonths ? Longer : [.. Longer[4..^1]])
        {
            Period[] parts = [.. (areMonths ? shortest : Longer[..4]).Where(period.Contains)];
            foreach (string cell in Codes.SelectMany(code => new[] { code, code + " own" }).SelectMany(of => Columns.Select(column => $"{column} {of}")))
            {
                onlooker.AddUp($"{period} {cell}", parts.Select(part => $"{part} {cell}"));
            }
        }

        List<string> worked = onlooker.WorkedOut();
        Assert.True(hidden > 20);
        Assert.NotEmpty(small);
        Assert.Empty(worked);
    }

    /// <summary>Who has all that is shown of all committees and periods: how it adds up over committees and purposes, and what of it is small.</summary>
    private static (JointOnlooker, HashSet<string> Small, int Hidden) Look(PastFigures figures, DisclosedCounts counts, Period[] periods)
    {
        var onlooker = new JointOnlooker();
        var small = new HashSet<string>();
        int hidden = 0;
        Structure structure = figures.Now.Hierarchy.On(Today);
        foreach (Period period in periods)
        {
            for (int committee = 0; committee < Codes.Length; committee++)
            {
                HiddenCounts told = counts.Figures(committee, period, View.Now);
                string[] below = [.. structure.ChildrenOf(committee).ToArray().Select(c => Codes[c]), Codes[committee] + " own"];
                foreach (string column in Columns)
                {
                    onlooker.AddUp($"{period} {column} {Codes[committee]}", below.Select(name => $"{period} {column} {name}"));
                    foreach ((string name, int number) in new[] { (Codes[committee], committee), (Codes[committee] + " own", HiddenCounts.Own) })
                    {
                        if (told.Hides(number, column))
                        {
                            hidden++;
                        }
                        else
                        {
                            onlooker.See($"{period} {column} {name}");
                        }
                    }

                    long total = Total(figures, committee, column, period);
                    if (total is > 0 and < 5)
                    {
                        Assert.True(told.Hides(committee, column));
                        small.Add($"{period} {column} {Codes[committee]}");
                    }
                }

                foreach (string of in new[] { Codes[committee], Codes[committee] + " own" })
                {
                    onlooker.AddUp($"{period} vetting {of}", Columns[..2].Select(column => $"{period} {column} {of}"));
                }
            }
        }

        return (onlooker, small, hidden);
    }

    private static long Total(PastFigures figures, int committee, string column, Period period)
    {
        IEnumerable<Indicator> counted = figures.Now.Indicators.All.Where(i => i.Code == column || i.Topic == column);
        return figures.Read(cube => counted.Sum(i => cube.Total(View.Now, committee, i.Number, period).Value ?? 0));
    }

    public async ValueTask InitializeAsync()
    {
        await using DashboardDb db = file.Database.CreateDbContext();
        if (!await db.Committees.AnyAsync(TestContext.Current.CancellationToken))
        {
            await file.SeedAsync(Codes, []);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static PastFigures Figures(Random random, bool areMonths)
    {
        var state = new LiveState
        {
            Hierarchy = Hierarchy.From(
                Codes.Select((code, i) => new Committee { Number = i, Code = code, Name = code, Level = code.Length == 2 ? CommitteeLevel.Grassroots : code == "R" ? CommitteeLevel.Province : CommitteeLevel.District }),
                Codes.Where(code => code != "R").Select(code => new Placement(code, code.Length == 2 ? code[..1] : "R", null, null))),
            Indicators = new IndicatorSet(Columns.Where(column => column != "vetting").Select((code, i) => new Indicator { Number = i, Code = code, Topic = code.Split('.')[0], Name = code, NameEn = code, Unit = "files" })),
        };
        Period[] stated = areMonths ? [.. Enumerable.Range(1, 12).Select(m => Period.Month(2026, m))] : Longer[..4];
        FigureChange[] figures =
        [
            .. from committee in Enumerable.Range(0, Codes.Length)
               from indicator in Enumerable.Range(0, 3)
               from period in stated
               where random.Next(5) > 0
               let figure = new Figure { Committee = committee, Indicator = indicator, Period = period, Value = random.Next(4) == 0 ? random.Next(1, 5) : random.Next(5, 60) }
               select new FigureChange(committee, indicator, period, figure, 1),
        ];
        return PastFigures.Of(state, figures, Today);
    }
}
