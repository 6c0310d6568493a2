using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Domain.Rollups;
using Dashboard.Returns;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Returns;

/// <summary>What is done with a return, on the sample province; each test has a return of its own that nobody began.</summary>
public sealed class ReturnDeskTests(ReturnDeskTests.Office office) : IClassFixture<ReturnDeskTests.Office>
{
    private const string Form = "TD-QUY", Admission = "vetting.admission";
    private static readonly Period Quarter = Period.Quarter(2026, 3);
    private readonly SampleDatabase _sample = office.Sample;
    private readonly ReturnReading _reading = office.Reading;
    private readonly ReturnDesk _desk = office.Desk;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ReturnKey? _mine;

    private ReturnKey NotStarted => _mine ??= office.NextNotStarted();

    private ReturnKey Approved => new(_sample["HU-MAU-01"], Form, Quarter);

    [Fact]
    public async Task What_is_entered_is_a_draft_and_does_not_count()
    {
        long? before = await TotalAsync();
        await _desk.SaveAsync("officer", NotStarted, [Line(Admission, 12)], Cancelled);
        ReturnSheet sheet = await ReadAsync(NotStarted);
        Assert.Equal((ReturnState.Draft, 12), (sheet.Return.State, Of(sheet, Admission).Value!.Value));
        Assert.Equal(before, await TotalAsync());
        Assert.Contains(sheet.Findings, f => f.Fault.Rule == "figure.required");
        await Assert.ThrowsAsync<ReturnNotReadyException>(() => _desk.SubmitAsync("officer", NotStarted, cancellationToken: Cancelled));
    }

    [Fact]
    public async Task A_return_that_is_handed_in_counts_as_provisional_and_an_approved_one_as_final()
    {
        long before = (await TotalAsync())!.Value;
        await FillAsync(NotStarted);
        await _desk.SubmitAsync("officer", NotStarted, (await ReadAsync(NotStarted)).Version, Cancelled);
        long entered = (await ReadAsync(NotStarted)).Lines.Single(l => l.Indicator == Admission).Value!.Value;
        Assert.Equal(before + entered, await TotalAsync());
        Assert.Equal(Standing.Provisional, (await StatedAsync(NotStarted, Admission))!.Standing);
        await _desk.ApproveAsync("reviewer", NotStarted, cancellationToken: Cancelled);
        Assert.Equal(Standing.Final, (await StatedAsync(NotStarted, Admission))!.Standing);
        Assert.Equal(before + entered, await TotalAsync());
    }

    [Fact]
    public async Task A_return_that_is_handed_in_three_times_counts_once()
    {
        await FillAsync(NotStarted);
        long before = (await _desk.SaveAsync("officer", NotStarted, [], Cancelled)).LastSequence;
        WriteReceipt[] receipts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _desk.SubmitAsync("officer", NotStarted, cancellationToken: Cancelled)));
        Assert.Equal([true, false, false], receipts.Select(r => r.Entries > 0));
        await using DashboardDb db = _sample.Database.CreateDbContext();
        Assert.Single(await db.Changes.Where(e => e.Sequence > before && e.Subject == Subject.Return).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task The_second_to_save_a_line_sees_both_contents_and_nothing_is_saved()
    {
        await _desk.SaveAsync("one", NotStarted, [Line(Admission, 12)], Cancelled);
        var conflict = await Assert.ThrowsAsync<EditConflictException>(() => _desk.SaveAsync("two", NotStarted, [Line("vetting.planning", 5), Line(Admission, 13)], Cancelled));
        Assert.Equal([(13L, 12L)], conflict.Lines.Select(l => (l.Mine.Value!.Value, l.Theirs.Value!.Value)));
        Assert.Null(Of(await ReadAsync(NotStarted), "vetting.planning").Value);
        await _desk.SaveAsync("two", NotStarted, [Line(Admission, 13, seen: 1)], Cancelled);
        Assert.Equal(13, Of(await ReadAsync(NotStarted), Admission).Value);
    }

    [Fact]
    public async Task Saving_what_stands_there_is_no_conflict_and_no_entry()
    {
        await _desk.SaveAsync("one", NotStarted, [Line(Admission, 12)], Cancelled);
        Assert.Equal(0, (await _desk.SaveAsync("two", NotStarted, [Line(Admission, 12)], Cancelled)).Entries);
    }

    [Fact]
    public async Task Of_a_thousand_edits_by_two_at_once_none_is_lost()
    {
        int lost = 0;
        int oneWon = 0, twoWon = 0;
        await Task.WhenAll(Task.Run(async () => oneWon = await CountedAsync("one")), Task.Run(async () => twoWon = await CountedAsync("two")));
        Assert.Equal(1_000, oneWon + twoWon + lost);
        Assert.Equal(oneWon + twoWon, Of(await ReadAsync(NotStarted), Admission).Revision);

        async Task<int> CountedAsync(string by)
        {
            int mine = 0;
            for (int i = 1; i <= 500; i++)
            {
                int seen = Of(await ReadAsync(NotStarted), Admission).Revision;
                try
                {
                    await _desk.SaveAsync(by, NotStarted, [Line(Admission, (by == "one" ? 0 : 1_000) + i, seen)], Cancelled);
                    mine++;
                }
                catch (EditConflictException)
                {
                    Interlocked.Increment(ref lost);
                }
            }

            return mine;
        }
    }

    [Fact]
    public async Task Single_figures_are_sent_back_and_the_rest_goes_on_counting()
    {
        await FillAsync(NotStarted);
        await _desk.SubmitAsync("officer", NotStarted, cancellationToken: Cancelled);
        await _desk.SendBackAsync("reviewer", NotStarted, SendBackReason.Unexplained, [Admission], cancellationToken: Cancelled);
        Assert.Null(await StatedAsync(NotStarted, Admission));
        Assert.NotNull(await StatedAsync(NotStarted, "vetting.planning"));
        ReturnSheet sheet = await ReadAsync(NotStarted);
        Assert.Equal((ReturnState.SentBack, SendBackReason.Unexplained, null), (sheet.Return.State, Of(sheet, Admission).SentBack!.Value, Of(sheet, "vetting.planning").SentBack));
        ReturnLine again = Of(sheet, Admission) with { SentBack = null };
        await _desk.SaveAsync("officer", NotStarted, [new(again)], Cancelled);
        await _desk.SubmitAsync("officer", NotStarted, cancellationToken: Cancelled);
        Assert.Equal(again.Value, (await StatedAsync(NotStarted, Admission))!.Value);
    }

    [Fact]
    public async Task An_approved_return_is_locked_and_a_correction_keeps_what_was_there()
    {
        Figure before = (await StatedAsync(Approved, Admission))!;
        ReturnLine line = Of(await ReadAsync(Approved), Admission);
        Assert.Equal(before.Value, line.Value);
        Assert.Equal("return.step", (await Assert.ThrowsAsync<BrokenRuleException>(() => _desk.SaveAsync("officer", Approved, [new(line with { Value = 1 })], Cancelled))).Rule);
        Assert.Equal("return.reason", (await Assert.ThrowsAsync<BrokenRuleException>(() => _desk.CorrectAsync("reviewer", Approved, [new(line with { Value = before.Value + 1 })], " ", Cancelled))).Rule);
        await _desk.CorrectAsync("reviewer", Approved, [new(line with { Value = before.Value + 1, Reason = WarningReason.EarlierWrong })], "đếm sót một hồ sơ", Cancelled);
        Assert.Equal((before.Value + 1, Standing.Revised), (await StatedAsync(Approved, Admission)) is { } now ? (now.Value, now.Standing) : default);
        await using DashboardDb db = _sample.Database.CreateDbContext();
        LogEntry entry = await db.Changes.Where(e => e.Subject == Subject.Figure && e.Committee == Approved.Committee).OrderBy(e => e.Sequence).LastAsync(Cancelled);
        Assert.Equal((LogPayload.Write(before), "đếm sót một hồ sơ"), (entry.Before, entry.Reason));
    }

    [Fact]
    public async Task The_lapse_of_a_late_return_is_remedied_by_handing_it_in()
    {
        await using DashboardDb db = _sample.Database.CreateDbContext();
        Lapse late = await db.Lapses.AsNoTracking().SingleAsync(l => l.Committee == NotStarted.Committee && l.Kind == LapseKind.LateReturn && l.RemediedOn == null && l.Note == $"{Form}|{Quarter}", Cancelled);
        await FillAsync(NotStarted);
        await _desk.SubmitAsync("officer", NotStarted, cancellationToken: Cancelled);
        Lapse healed = await db.Lapses.AsNoTracking().SingleAsync(l => l.Id == late.Id, Cancelled);
        Assert.NotNull(healed.RemediedOn);
    }

    [Fact]
    public async Task Not_applicable_is_neither_missing_nor_a_figure()
    {
        await FillAsync(NotStarted);
        ReturnLine line = Of(await ReadAsync(NotStarted), "vetting.election.own");
        await _desk.SaveAsync("officer", NotStarted, [new(new ReturnLine { Indicator = line.Indicator, IsNotApplicable = true, Revision = line.Revision })], Cancelled);
        await _desk.SubmitAsync("officer", NotStarted, cancellationToken: Cancelled);
        Assert.Null(await StatedAsync(NotStarted, line.Indicator));
    }

    [Theory]
    [InlineData("HU-MAU-13", "2026")]
    [InlineData("TU-MAU", "2026-Q3")]
    [InlineData("HU-MAU-15", "2026-Q3")]
    public async Task What_is_not_owed_cannot_be_entered(string committee, string period)
    {
        var key = new ReturnKey(_sample[committee], Form, Period.Parse(period));
        Assert.Equal("return.notOwed", (await Assert.ThrowsAsync<BrokenRuleException>(() => _desk.SaveAsync("officer", key, [Line(Admission, 1)], Cancelled))).Rule);
    }

    [Fact]
    public async Task A_note_about_a_person_is_refused() => Assert.Equal(
        "text.personal",
        (await Assert.ThrowsAsync<BrokenRuleException>(() => _desk.SaveAsync("officer", NotStarted, [new(new ReturnLine { Indicator = Admission, Value = 1, Note = "hỏi 0912 345 678" })], Cancelled))).Rule);

    private static LineEdit Line(string indicator, long value, int seen = 0) => new(new ReturnLine { Indicator = indicator, Value = value, Revision = seen });

    private static ReturnLine Of(ReturnSheet sheet, string indicator) => sheet.Lines.Single(l => l.Indicator == indicator);

    /// <summary>Enters what was reported the quarter before, which is not unusual.</summary>
    private async Task FillAsync(ReturnKey key)
    {
        ReturnSheet sheet = await ReadAsync(key);
        await _desk.SaveAsync("officer", key, [.. sheet.Lines.Select(l => new LineEdit(l with { Value = _reading.Own(key.Committee, l.Indicator, Quarter.Previous()) ?? 0, Reason = WarningReason.NothingArose }))], Cancelled);
    }

    private async Task<ReturnSheet> ReadAsync(ReturnKey key)
    {
        await using DashboardDb db = _sample.Database.CreateDbContext();
        return await _reading.ReadAsync(db, key, Cancelled);
    }

    private async Task<Figure?> StatedAsync(ReturnKey key, string indicator)
    {
        await _sample.Figures.CatchUpAsync(Cancelled);
        _sample.Figures.Now.Indicators.TryNumberOf(indicator, out int number);
        return _sample.Figures.Read(cube => cube.Stated(key.Committee, number, key.Period));
    }

    private async Task<long?> TotalAsync()
    {
        await _sample.Figures.CatchUpAsync(Cancelled);
        _sample.Figures.Now.Indicators.TryNumberOf(Admission, out int number);
        return _sample.Figures.Read(View.Now, _sample["TU-MAU"], number, Quarter).Value;
    }

    /// <summary>The sample province with a desk, and its returns of the latest quarter that nobody began.</summary>
    public sealed class Office : IAsyncLifetime
    {
        private readonly Queue<ReturnKey> _notStarted = new();

        public SampleDatabase Sample { get; } = new();

        public ReturnReading Reading { get; private set; } = null!;

        public ReturnDesk Desk { get; private set; } = null!;

        public ReturnKey NextNotStarted() => _notStarted.Dequeue();

        public async ValueTask InitializeAsync()
        {
            await Sample.InitializeAsync();
            Reading = new ReturnReading(Sample.Figures, Sample.Calendar);
            Desk = new ReturnDesk(Sample.Ledger, Reading, Sample.Figures);
            foreach (Return one in OwedReturns.Of(Sample.Figures.Now, _ => true, SampleDatabase.Today).Where(r => r.State == ReturnState.NotStarted && r.Period == Quarter))
            {
                _notStarted.Enqueue(new ReturnKey(one.Committee, one.Form, one.Period));
            }
        }

        public ValueTask DisposeAsync() => Sample.DisposeAsync();
    }
}
