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
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Live;

/// <summary>What was known at a moment, against what the database held then.</summary>
public sealed class MomentsTests : IAsyncLifetime
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
        await SeedAsync();
        for (int turn = 0; turn < 60; turn++)
        {
            await ChangeAsync(random);
            held.Add(await new StateLoader(_file.Database).LoadAsync(Cancel));
        }

        using var moments = new Moments(_file.Log, Calendar, stretch: 7);
        // Not in their order: what was asked for before must not show in what is asked for next.
        foreach ((LiveState state, List<FigureChange> figures) in held.OrderBy(_ => random.Next()))
        {
            PastFigures past = await moments.AtAsync(state.Sequence, Cancel);
            AssertSame(state, past.Now);
            AssertSame(await NaiveAsync(state, figures, past.Today), past);
        }
    }

    [Fact]
    public async Task A_moment_is_found_by_the_last_entry_at_or_before_it()
    {
        await SeedAsync();
        await StateAsync(1, 5);
        DateTime between = (await _file.Log.TimeOfAsync(await _file.Log.LastSequenceAsync(Cancel), Cancel))!.Value;
        long last = await _file.Log.LastSequenceAsync(Cancel);
        Assert.True(SpinWait.SpinUntil(() => DateTime.UtcNow > between.AddMilliseconds(5), TimeSpan.FromSeconds(10)));
        await StateAsync(1, 9);

        using var moments = new Moments(_file.Log, Calendar);
        Assert.Equal(last, await moments.SequenceAtAsync(between, Cancel));
        Assert.Equal(0, await moments.SequenceAtAsync(between.AddYears(-1), Cancel));
        Assert.Equal(last + 1, await moments.SequenceAtAsync(between.AddYears(1), Cancel));
        Assert.Equal(5, Value(await moments.AtAsync(between, Cancel)));
        Assert.Equal(9, Value(await moments.AtAsync(between.AddYears(1), Cancel)));
        // Known afterwards, not at the time: the first answer still stands.
        await StateAsync(1, 11);
        Assert.Equal(5, Value(await moments.AtAsync(between, Cancel)));
    }

    [Fact]
    public async Task Who_asks_for_the_same_moment_at_once_shares_one_making_and_may_give_up_alone()
    {
        await SeedAsync();
        await StateAsync(1, 5);
        var held = new HeldDatabase(_file.Database);
        using var moments = new Moments(new LogReader(held), Calendar);
        long last = await moments.SequenceAtAsync(DateTime.UtcNow, Cancel);
        held.HoldAfter(1);
        using var left = new CancellationTokenSource();
        Task<PastFigures> first = moments.AtAsync(last, left.Token);
        await held.Reached.WaitAsync(Cancel);
        Task<PastFigures> second = moments.AtAsync(last, Cancel), third = moments.AtAsync(last, Cancel);
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        held.LetGo();
        Assert.Same(await second, await third);
        Assert.Same(await second, await moments.AtAsync(last, Cancel));
        Assert.Equal(5, Value(await second));
    }

    [Fact]
    public async Task A_moment_under_way_keeps_no_other_waiting()
    {
        await SeedAsync();
        await StateAsync(1, 5);
        await StateAsync(1, 9);
        var held = new HeldDatabase(_file.Database);
        using var moments = new Moments(new LogReader(held), Calendar);
        long last = await moments.SequenceAtAsync(DateTime.UtcNow, Cancel);
        while (await moments.ReadOnAsync(Cancel))
        {
        }

        held.HoldAfter(1);
        Task<PastFigures> slow = moments.AtAsync(last - 1, Cancel);
        await held.Reached.WaitAsync(Cancel);
        // One who asks for moments by the dozen has all of them made beside the one that does not come.
        PastFigures[] others = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => moments.AtAsync(i == 0 ? last : last - 2 - (i % 3), Cancel)));
        Assert.Equal(9, Value(others[0]));
        Assert.False(slow.IsCompleted);
        held.LetGo();
        Assert.Equal(5, Value(await slow));
    }

    [Fact]
    public async Task What_could_not_be_made_is_tried_again()
    {
        await SeedAsync();
        await StateAsync(1, 5);
        var held = new HeldDatabase(_file.Database);
        using var moments = new Moments(new LogReader(held), Calendar);
        long last = await moments.SequenceAtAsync(DateTime.UtcNow, Cancel);
        held.HoldAfter(1);
        Task<PastFigures> failed = moments.AtAsync(last, Cancel);
        await held.Reached.WaitAsync(Cancel);
        held.Break();
        await Assert.ThrowsAsync<IOException>(() => failed);
        Assert.Equal(5, Value(await moments.AtAsync(last, Cancel)));
    }

    [Fact]
    public async Task A_moment_that_was_read_goes_on_saying_the_same_while_the_log_grows()
    {
        await SeedAsync();
        await StateAsync(1, 5);
        using var moments = new Moments(_file.Log, Calendar);
        PastFigures before = await moments.AtAsync(await _file.Log.LastSequenceAsync(Cancel), Cancel);
        for (int value = 10; value < 60; value++)
        {
            await StateAsync(1, value);
        }

        PastFigures after = await moments.AtAsync(await _file.Log.LastSequenceAsync(Cancel), Cancel);
        // Not before the later entries have been taken in: what is added up when asked for must not see them.
        Assert.Equal((5, 59), (Value(before), Value(after)));
    }

    [Fact]
    public async Task Before_the_first_entry_nothing_was_known()
    {
        await SeedAsync();
        using var moments = new Moments(_file.Log, Calendar);
        PastFigures nothing = await moments.AtAsync(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), Cancel);
        Assert.Equal((0, 0, 0L), (nothing.Now.Hierarchy.Count, nothing.Now.Indicators.Count, nothing.Now.Sequence));
        Assert.Equal(new DateOnly(2020, 1, 1), nothing.Today);
        Assert.Null(nothing.Now.ChangedAt);
    }

    [Fact]
    public async Task Deadlines_are_judged_on_the_moments_own_day()
    {
        await SeedAsync();
        await new LapseRegister(_file.Ledger).RegisterAsync("officer", [new Lapse { Committee = 1, Kind = LapseKind.Other, FoundOn = new(2026, 1, 2), FoundBy = LapseSource.SelfReport, RemedyDueOn = new(2099, 1, 31) }], cancellationToken: Cancel);
        using var moments = new Moments(_file.Log, Calendar);
        int overdue = (await moments.AtAsync(new DateTime(2099, 1, 31, 10, 0, 0, DateTimeKind.Utc), Cancel)).Now.Indicators.All.Single(i => i.Code == "lapses.overdue").Number;
        async Task<long?> OverdueAtAsync(DateTime utc) => (await moments.AtAsync(utc, Cancel)).Read(cube => cube.Total(View.Now, 0, overdue, Period.Quarter(2099, 1)).Value);
        Assert.Equal(0, await OverdueAtAsync(new DateTime(2099, 1, 31, 16, 59, 0, DateTimeKind.Utc)));
        Assert.Equal(1, await OverdueAtAsync(new DateTime(2099, 1, 31, 17, 0, 0, DateTimeKind.Utc)));
    }

    private static long? Value(PastFigures figures) => figures.Read(cube => cube.Total(View.Now, 0, 0, Period.Parse("2026-Q1")).Value);

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

    private async Task SeedAsync()
    {
        var catalogue = new Catalogue(_file.Ledger);
        await catalogue.PutAsync("admin", [.. new[] { "vetting.one", "vetting.two", "lapses.found", "lapses.remedied", "lapses.open", "lapses.overdue" }.Select(code => new Indicator
        {
            Code = code,
            Topic = code.Split('.')[0],
            Name = code,
            NameEn = code,
            Unit = "files",
            OverTime = code is "lapses.open" or "lapses.overdue" ? OverTime.Last : OverTime.Sum,
        })], cancellationToken: Cancel);
        await new CommitteeRegister(_file.Ledger).AddAsync(
            "admin",
            [.. new[] { "T", "H1", "H2", "X1", "X2", "X3" }.Select(code => new Committee { Code = code, Name = code, Level = code[0] == 'T' ? CommitteeLevel.Province : code[0] == 'H' ? CommitteeLevel.District : CommitteeLevel.Grassroots })],
            [Under("H1", "T"), Under("H2", "T"), Under("X1", "H1"), Under("X2", "H1"), Under("X3", "H2")],
            cancellationToken: Cancel);
        await catalogue.PutAsync("admin", [new Form { Code = "quarterly", Name = "Quý", NameEn = "Quarterly", Cadence = PeriodKind.Quarter, DueDays = 10, Levels = [CommitteeLevel.Grassroots], Sections = [new() { Title = "Một", TitleEn = "One", Lines = [new() { Indicator = "vetting.one" }] }] }], cancellationToken: Cancel);
    }

    private static Placement Under(string code, string parent) => new(code, parent, null, null);

    private Task<WriteReceipt> StateAsync(int committee, long value) => new FigureLedger(_file.Ledger).StateAsync("officer", new Figure { Committee = committee, Indicator = 0, Period = Period.Parse("2026-Q1"), Value = value }, cancellationToken: Cancel);

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

    /// <summary>A database that does not answer for a while.</summary>
    private sealed class HeldDatabase(SqliteDatabase database) : IDbContextFactory<DashboardDb>
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously), _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = int.MaxValue;

        /// <summary>Somebody waits for it.</summary>
        public Task Reached => _reached.Task;

        /// <summary>After so many further contexts, the next waits.</summary>
        public void HoldAfter(int contexts) => Volatile.Write(ref _left, contexts);

        public void LetGo() => _letGo.SetResult();

        public void Break() => _letGo.SetException(new IOException("The disk is gone."));

        public DashboardDb CreateDbContext() => database.CreateDbContext();

        public async Task<DashboardDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            if (Interlocked.Decrement(ref _left) == -1)
            {
                _reached.SetResult();
                await _letGo.Task.WaitAsync(cancellationToken);
            }

            return database.CreateDbContext();
        }
    }
}
