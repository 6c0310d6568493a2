using System.Collections.Immutable;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Plans;
using Dashboard.Domain.Returns;
using Dashboard.Domain.Rollups;
using Dashboard.Live;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Live;

/// <summary>What was known at a moment, against what the database held then.</summary>
public sealed class MomentsReplayTests : IAsyncLifetime
{
    private static readonly Period[] Periods = [Period.Parse("2025"), Period.Parse("2026-H1"), Period.Parse("2026-Q1"), Period.Parse("2026-Q2"), Period.Parse("2026-05")];

    private static readonly LocalCalendar Calendar = new(new HandClock(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));

    private readonly TemporaryDatabase _file = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _file.InitializeAsync();

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Replaying_the_log_to_any_entry_gives_what_the_database_held_then(int seed)
    {
        var held = new List<(LiveState State, List<FigureChange> Figures)>();
        var random = new Random(seed);
        await _file.SeedProvinceAsync(Cancel);
        for (int turn = 0; turn < 60; turn++)
        {
            await ChangeAsync(random);
            held.Add(await new StateLoader(_file.Database).LoadAsync(Cancel));
        }

        using var moments = new Moments(_file.Log, Calendar, stretch: 7);
        // Not in their order: what was asked for before must not show in what is asked for next.
        foreach ((LiveState state, List<FigureChange> figures) in held.OrderBy(_ => random.Next()))
        {
            PastFigures past = await moments.AtAsync(state.Sequence, null, Cancel);
            AssertSame(state, past.Now);
            AssertSame(await NaiveAsync(state, figures, past.Today), past);
        }
    }

    private static void AssertSame(LiveState held, LiveState past)
    {
        Assert.Equal(held.Sequence, past.Sequence);
        Assert.Equal(held.ChangedAt, past.ChangedAt);
        Assert.Equal(held.Hierarchy.Committees.Select(c => LogPayload.Write(new PlacedCommittee(c, held.Hierarchy.PlacementsOf(c.Number)))), past.Hierarchy.Committees.Select(c => LogPayload.Write(new PlacedCommittee(c, past.Hierarchy.PlacementsOf(c.Number)))));
        Assert.Equal(held.Indicators.All, past.Indicators.All);
        Assert.Equal(held.Forms.Select(LogPayload.Write), past.Forms.Select(LogPayload.Write));
        Assert.Equal(held.Plans.Order(Comparer<KeyValuePair<(int, int, int), long>>.Create((a, b) => a.Key.CompareTo(b.Key))), past.Plans.Order(Comparer<KeyValuePair<(int, int, int), long>>.Create((a, b) => a.Key.CompareTo(b.Key))));
        Assert.Equal(held.Returns.SelectMany(r => r.Value.Values).OrderBy(LogPayload.Write), past.Returns.SelectMany(r => r.Value.Values).OrderBy(LogPayload.Write));
        Assert.Equal(held.Lapses.Values.OrderBy(l => l.Id), past.Lapses.Values.OrderBy(l => l.Id));
        Assert.Equal(held.Complaints.Values.OrderBy(c => c.Id), past.Complaints.Values.OrderBy(c => c.Id));
    }

    private static void AssertSame(FigureCube naive, PastFigures past)
    {
        for (int committee = 0; committee < past.Now.Hierarchy.Count; committee++)
        {
            for (int indicator = 0; indicator < past.Now.Indicators.Count; indicator++)
            {
                foreach (Period period in Periods)
                {
                    foreach (View view in Enum.GetValues<View>())
                    {
                        Rollup now = past.Read(cube => cube.Total(view, committee, indicator, period));
                        Assert.Equal(naive.Total(view, committee, indicator, period), now);
                    }
                }
            }
        }
    }

    /// <summary>The figures one by one, each as it was heard.</summary>
    private static Task<FigureCube> NaiveAsync(LiveState state, List<FigureChange> figures, DateOnly today)
    {
        var cube = new FigureCube(CubeTrees.Of(state.Hierarchy, today), [.. state.Indicators.All.Select(i => i.OverTime)]);
        Dues.Set(cube, state, today);
        foreach (FigureChange figure in figures)
        {
            cube.Apply(figure);
        }

        cube.Apply(new RegisterCounts().All(state, today));
        return Task.FromResult(cube);
    }

    private async Task ChangeAsync(Random random)
    {
        int committee = random.Next(6), indicator = random.Next(2);
        Period period = Periods[random.Next(Periods.Length)];
        try
        {
            await (random.Next(11) switch
            {
                0 or 1 or 2 => new FigureLedger(_file.Ledger).StateAsync("officer", new Figure { Committee = committee, Indicator = indicator, Period = period, Value = random.Next(100), OutOf = random.Next(3) == 0 ? 100 + random.Next(9) : null, Precision = (Precision)random.Next(3), Standing = (Standing)random.Next(3) }, cancellationToken: Cancel),
                3 => new FigureLedger(_file.Ledger).WithdrawAsync("officer", committee, indicator, period, cancellationToken: Cancel),
                4 => new PlanBook(_file.Ledger).SetAsync("reviewer", [new Plan(committee, indicator, 2026, random.Next(500))], cancellationToken: Cancel),
                5 => new LapseRegister(_file.Ledger).RegisterAsync("officer", [new Lapse { Committee = committee, Kind = LapseKind.Other, FoundOn = new(2026, 1 + random.Next(6), 2), FoundBy = LapseSource.SelfReport, RemedyDueOn = new(2026, 9, 2) }], cancellationToken: Cancel),
                6 => new LapseRegister(_file.Ledger).RemedyAsync("officer", 1 + random.Next(4), new(2026, 6, 1 + random.Next(20)), cancellationToken: Cancel),
                7 => new ComplaintRegister(_file.Ledger).RegisterAsync("officer", [new Complaint { Committee = committee, Reference = $"2026/{random.Next(9999):0000}", Kind = ComplaintKind.Petition, Category = "other", ReceivedOn = new(2026, 3, 2), DueOn = new(2026, 4, 2) }], cancellationToken: Cancel),
                8 => new CommitteeRegister(_file.Ledger).MoveUnderAsync("admin", $"X{1 + random.Next(3)}", $"H{1 + random.Next(2)}", new(2026, 1 + random.Next(6), 1), cancellationToken: Cancel),
                9 => new ReturnRegister(_file.Ledger).SetAsync("officer", [new Return { Committee = 3, Form = "quarterly", Period = Period.Quarter(2026, 1 + random.Next(2)), State = (ReturnState)random.Next(3), DueOn = new(2026, 7, 10) }], cancellationToken: Cancel),
                _ => new CommitteeRegister(_file.Ledger).RenameAsync("admin", "X2", $"Tên {random.Next(50)}", null, CommitteeLevel.Grassroots, cancellationToken: Cancel),
            });
        }
        catch (BrokenRuleException)
        {
            // A change that may not stand is no change.
        }
    }
}
