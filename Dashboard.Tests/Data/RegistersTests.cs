using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Directives;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Plans;
using Dashboard.Domain.Returns;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Data;

public sealed class RegistersTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _temporary = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FigureLedger Figures => new(_temporary.Ledger);

    public async ValueTask InitializeAsync()
    {
        await _temporary.InitializeAsync();
        await _temporary.SeedAsync(["A", "B"], ["vetting.one", "vetting.two"]);
    }

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task A_figure_is_stated_restated_and_withdrawn_and_the_log_tells_each_whole()
    {
        Figure first = Stated("2026-Q3", 12) with { OutOf = 20, Precision = Precision.MoreThan };
        await Figures.StateAsync("officer", first, cancellationToken: Cancel);
        await Figures.StateAsync("officer", first with { Value = 13, Standing = Standing.Revised }, "counted again", Cancel);
        await Figures.WithdrawAsync("officer", 0, 0, Period.Parse("2026-Q3"), cancellationToken: Cancel);

        LogEntry[] told = [.. await _temporary.Log.ReadAfterAsync(0, cancellationToken: Cancel)];
        Assert.Equal(3, told.Length);
        Assert.All(told, e => Assert.Equal((Subject.Figure, 0, "vetting.one|2026-Q3"), (e.Subject, e.Committee!.Value, e.Key)));
        Assert.Equal("""{"value":12,"outOf":20,"precision":"more_than","standing":"final"}""", told[0].After);
        Assert.Equal((told[0].After, told[1].After, null), (told[1].Before, told[2].Before, told[2].After));
        FigureChange change = LogPayload.ReadFigure(told[1], _ => 0);
        Assert.Equal(first with { Value = 13, Standing = Standing.Revised }, change.Now);
        Assert.Null(LogPayload.ReadFigure(told[2], _ => 0).Now);
        await using DashboardDb db = _temporary.Database.CreateDbContext();
        Assert.False(await db.Figures.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Stating_what_holds_already_changes_nothing()
    {
        await Figures.StateAsync("officer", Stated("2026", 1), cancellationToken: Cancel);
        Assert.Equal(0, (await Figures.StateAsync("officer", Stated("2026", 1), cancellationToken: Cancel)).Entries);
    }

    [Fact]
    public async Task Periods_may_nest_and_a_partly_overlapping_one_is_refused_naming_the_one_it_meets()
    {
        await Figures.StateAsync("officer", [Stated("2026", 10), Stated("2026-Q1", 2), Stated("2026-01", 1)], cancellationToken: Cancel);
        string before = _temporary.Dump();

        BrokenRuleException refused = await Assert.ThrowsAsync<BrokenRuleException>(() =>
            Figures.StateAsync("officer", [Stated("2026-Q2", 3), Stated("2026-02-01..2026-04-30", 1)], cancellationToken: Cancel));

        Assert.Equal("figure.overlap", refused.Rule);
        Assert.Equal(["vetting.one", Period.Parse("2026-02-01..2026-04-30"), Period.Quarter(2026, 1), 2L], refused.Arguments);
        Assert.Equal(before, _temporary.Dump());
    }

    [Theory]
    [InlineData(-1, null, "figure.negative")]
    [InlineData(1, -1L, "figure.negative")]
    [InlineData(3, 2L, "figure.outOf")]
    public async Task A_negative_figure_or_one_above_what_it_is_out_of_is_refused(long value, long? outOf, string rule) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<BrokenRuleException>(() =>
            Figures.StateAsync("officer", Stated("2026", value) with { OutOf = outOf }, cancellationToken: Cancel))).Rule);

    [Fact]
    public async Task Unknown_committees_and_indicators_and_retired_ones_are_refused()
    {
        await new Catalogue(_temporary.Ledger).RetireAsync("admin", "vetting.two", new(2020, 7, 1), cancellationToken: Cancel);
        Assert.Equal("structure.unknown", await RuleOfAsync(Stated("2026", 1) with { Committee = 9 }));
        Assert.Equal("indicator.unknown", await RuleOfAsync(Stated("2026", 1) with { Indicator = 9 }));
        Assert.Equal("indicator.retired", await RuleOfAsync(Stated("2026-Q3", 1) with { Indicator = 1 }));
    }

    [Fact]
    public async Task Committees_open_move_and_close_through_the_structure()
    {
        var register = new CommitteeRegister(_temporary.Ledger);
        var child = new Committee { Code = "C", Name = "Đảng ủy C", Level = CommitteeLevel.Grassroots, OpenedOn = new(2020, 1, 1) };
        await register.OpenAsync("admin", child, "A", cancellationToken: Cancel);
        await register.MoveUnderAsync("admin", "C", "B", new(2025, 7, 1), "Nghị quyết 60", Cancel);
        await register.CloseAsync("admin", "C", new(2026, 6, 30), ["B"], cancellationToken: Cancel);

        await using DashboardDb db = _temporary.Database.CreateDbContext();
        Hierarchy structure = await CommitteeRegister.LoadAsync(db, Cancel);
        int number = structure.NumberOf("C");
        Assert.Equal((2, new DateOnly(2026, 6, 30)), (number, structure[number].ClosedOn));
        Assert.Equal(["B"], structure[number].Successors);
        Assert.Equal(
            [new Placement("C", "A", new(2020, 1, 1), new(2025, 6, 30)), new Placement("C", "B", new(2025, 7, 1), new(2026, 6, 30))],
            structure.PlacementsOf(number));
        LogEntry moved = (await _temporary.Log.ReadAfterAsync(1, 1, Cancel)).Single();
        Assert.Equal("Nghị quyết 60", moved.Reason);
        Assert.Equal(2, LogPayload.Read<PlacedCommittee>(moved.After!).Placements.Count);
        Assert.Equal("structure.codeReused", (await Assert.ThrowsAsync<BrokenRuleException>(() => register.OpenAsync("admin", child, "A", cancellationToken: Cancel))).Rule);
    }

    [Fact]
    public async Task Every_kind_of_row_reads_back_from_the_log_as_it_is_in_the_table()
    {
        Catalogue catalogue = new(_temporary.Ledger);
        var form = new Form
        {
            Code = "quarterly",
            Name = "Báo cáo quý",
            NameEn = "Quarterly",
            Cadence = PeriodKind.Quarter,
            DueDays = 10,
            Levels = [CommitteeLevel.Province, CommitteeLevel.Grassroots],
            Sections = [new() { Title = "Một", TitleEn = "One", Lines = [new() { Indicator = "vetting.one", IsRequired = true }, new() { Indicator = "vetting.two", OutOf = OutOfRule.Allowed }] }],
            Rules = ["vetting.one <= vetting.two"],
        };
        var handedIn = new Return { Committee = 0, Form = "quarterly", Period = Period.Quarter(2026, 3), State = ReturnState.SentBack, DueOn = new(2026, 10, 10), SubmittedOn = new(2026, 10, 9) };
        var lapse = new Lapse { Committee = 0, Kind = LapseKind.NoCoordination, Severity = LapseSeverity.Serious, FoundOn = new(2026, 1, 2), FoundBy = LapseSource.SelfReport, RemedyDueOn = new(2026, 2, 2), Note = "Chưa có \"quy chế\" <phối hợp>" };
        var complaint = new Complaint { Committee = 1, Reference = "2026/0042", Kind = ComplaintKind.Denunciation, Category = "cadre-work", ReceivedOn = new(2026, 1, 2), DueOn = new(2026, 1, 12) };
        var directive = new Directive { Number = "39-CT/TW", Kind = "Chỉ thị", Subject = "Bảo vệ chính trị nội bộ", Issuer = 0, IssuedOn = new(2014, 8, 18) };
        await catalogue.PutAsync("admin", [form], cancellationToken: Cancel);
        await catalogue.PutAsync("admin", [new Indicator { Code = "complaints.open", Topic = "complaints", Name = "Đơn tồn", NameEn = "Open", Unit = "cases", Direction = Direction.Down, OverTime = OverTime.Last }], cancellationToken: Cancel);
        await new ReturnRegister(_temporary.Ledger).SetAsync("officer", [handedIn], cancellationToken: Cancel);
        await new LapseRegister(_temporary.Ledger).RegisterAsync("officer", [lapse], cancellationToken: Cancel);
        await new LapseRegister(_temporary.Ledger).RemedyAsync("officer", 1, new(2026, 1, 30), cancellationToken: Cancel);
        await new ComplaintRegister(_temporary.Ledger).RegisterAsync("officer", [complaint], cancellationToken: Cancel);
        await new ComplaintRegister(_temporary.Ledger).ResolveAsync("officer", 1, new(2026, 1, 11), ComplaintOutcome.PassedOn, cancellationToken: Cancel);
        await new DirectiveRegister(_temporary.Ledger).RegisterAsync("officer", [directive], cancellationToken: Cancel);
        await new PlanBook(_temporary.Ledger).SetAsync("reviewer", [new Plan(0, 1, 2026, 400)], cancellationToken: Cancel);

        await using DashboardDb db = _temporary.Database.CreateDbContext();
        LogEntry[] told = [.. await _temporary.Log.ReadAfterAsync(0, cancellationToken: Cancel)];
        LogEntry Last(Subject subject) => told.Last(e => e.Subject == subject);
        Assert.Equal(await db.Lapses.SingleAsync(Cancel), LogPayload.Read<Lapse>(Last(Subject.Lapse).After!));
        Assert.Equal(new DateOnly(2026, 1, 30), (await db.Lapses.SingleAsync(Cancel)).RemediedOn);
        Assert.Equal(await db.Complaints.SingleAsync(Cancel), LogPayload.Read<Complaint>(Last(Subject.Complaint).After!));
        Assert.Equal(await db.Directives.SingleAsync(Cancel), LogPayload.Read<Directive>(Last(Subject.Directive).After!));
        Assert.Equal(await db.Plans.SingleAsync(Cancel), LogPayload.Read<Plan>(Last(Subject.Plan).After!));
        Assert.Equal(await db.Indicators.SingleAsync(i => i.Number == 2, Cancel), LogPayload.Read<Indicator>(Last(Subject.Indicator).After!));
        Assert.Equal(handedIn, LogPayload.Read<Return>(Last(Subject.Return).After!));
        Assert.Equal(handedIn, (await db.Returns.SingleAsync(Cancel)).ToReturn());
        Assert.Equivalent(form, LogPayload.Read<Form>(Last(Subject.Form).After!));
        Assert.Equivalent(form, await db.Forms.SingleAsync(Cancel));
    }

    [Theory]
    [InlineData("Đã mời số 0912345678")]
    [InlineData("CCCD 012345678901")]
    [InlineData("thư tới nguyen.van@example.vn")]
    public async Task A_note_that_names_a_person_is_refused(string note)
    {
        var lapse = new Lapse { Committee = 0, Kind = LapseKind.Other, FoundOn = new(2026, 1, 2), FoundBy = LapseSource.SelfReport, RemedyDueOn = new(2026, 2, 2), Note = note };
        Assert.Equal("text.personal", (await Assert.ThrowsAsync<BrokenRuleException>(() =>
            new LapseRegister(_temporary.Ledger).RegisterAsync("officer", [lapse], cancellationToken: Cancel))).Rule);
    }

    [Fact]
    public void A_note_with_document_numbers_and_years_is_no_person() =>
        Assert.False(FreeText.NamesPerson("Theo 126-KH/TU ngày 2015-03-05, 1.381 hồ sơ trong 2020-2021"));

    [Fact]
    public async Task A_complaint_reference_is_unique_within_its_committee()
    {
        var complaint = new Complaint { Committee = 1, Reference = "2026/0001", Kind = ComplaintKind.Petition, Category = "other", ReceivedOn = new(2026, 1, 2), DueOn = new(2026, 2, 2) };
        var register = new ComplaintRegister(_temporary.Ledger);
        await register.RegisterAsync("officer", [complaint, complaint with { Committee = 0 }], cancellationToken: Cancel);
        Assert.Equal("complaint.duplicate", (await Assert.ThrowsAsync<BrokenRuleException>(() => register.RegisterAsync("officer", [complaint], cancellationToken: Cancel))).Rule);
    }

    private async Task<string> RuleOfAsync(Figure figure) =>
        (await Assert.ThrowsAsync<BrokenRuleException>(() => Figures.StateAsync("officer", figure, cancellationToken: Cancel))).Rule;

    private static Figure Stated(string period, long value) => new() { Committee = 0, Indicator = 0, Period = Period.Parse(period), Value = value };
}
