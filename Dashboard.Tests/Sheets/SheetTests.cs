using Bunit;
using Dashboard.Data;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Returns;
using Dashboard.Sheets;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Review;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Sheets;

/// <summary>The clerk's sheet: what a cell means, what is kept, and what two clerks do to each other.</summary>
public sealed class SheetTests : BunitContext, IClassFixture<ReviewOffice>
{
    private const string Admission = "vetting.admission";
    private readonly ReviewOffice _office;
    private readonly InLanguage _language = new("vi-VN");

    public SheetTests(ReviewOffice office)
    {
        _office = office;
        Services.AddLocalization();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_holds_the_committees_that_a_clerk_enters_for_and_the_top_one_first()
    {
        var clerk = ReviewOffice.With(AccountRole.Officer, "HU-MAU-02");
        IReadOnlyList<SheetRow> rows = await _office.Sheets.ReadAsync(clerk, _office.Sample["HU-MAU-02"], ReviewOffice.Form, ReviewOffice.Quarter, Cancelled);
        Assert.True(rows.Count > 3);
        Assert.Equal("HU-MAU-02", rows[0].Committee.Code);
        Assert.All(rows.Skip(1), r => Assert.Equal("HU-MAU-02", _office.AboveOf(r.Sheet.Key.Committee)));
        Assert.Empty(await _office.Sheets.ReadAsync(clerk, _office.Sample["HU-MAU-03"], ReviewOffice.Form, ReviewOffice.Quarter, Cancelled));
        Assert.Equal(rows.Count, (await _office.Sheets.ReadAsync(clerk, _office.Sample["TU-MAU"], ReviewOffice.Form, ReviewOffice.Quarter, Cancelled)).Count);
    }

    [Fact]
    public async Task A_cell_that_is_left_is_kept_and_one_typed_again_at_once_is_no_conflict_with_oneself()
    {
        SheetRow row = await RowAsync(_office.NextNotStarted());
        await Task.WhenAll(SaveAsync(row, "5"), SaveAsync(row, "6"));
        Assert.Equal(("6", 0, null), (row.Text(Admission), row.Conflicts.Count, row.Fault));
        Assert.Equal(6, (await _office.ReadAsync(row.Sheet.Key)).Lines.Single(l => l.Indicator == Admission).Value);
    }

    [Fact]
    public async Task Of_two_clerks_the_second_sees_both_values_and_chooses()
    {
        ReturnKey key = _office.NextNotStarted();
        SheetRow mine = await RowAsync(key), theirs = await RowAsync(key);
        await SaveAsync(theirs, "12");
        await SaveAsync(mine, "13");
        Assert.Equal([(13L, 12L)], mine.Conflicts.Select(c => (c.Mine.Value!.Value, c.Theirs.Value!.Value)));
        Assert.Equal("13", mine.Text(Admission));
        Assert.False(mine.IsReady);
        var shown = Render<SheetConflicts>(p => p.Add(c => c.Rows, [mine]).Add(c => c.State, new LiveState()));
        Assert.Equal(["Giữ số tôi nhập: 13", "Lấy số của người khác: 12"], shown.FindAll("button").Select(b => b.TextContent));
        mine.Settle(Admission);
        Assert.Equal("12", mine.Text(Admission));
    }

    [Fact]
    public async Task Nobody_saves_or_hands_in_outside_what_they_enter_for()
    {
        SheetRow row = await RowAsync(_office.NextNotStarted());
        // A district whose own returns are all in, so that the row is never one of its.
        var stranger = ReviewOffice.With(AccountRole.Officer, "HU-MAU-04");
        await SaveAsync(row, "5", stranger);
        Assert.NotNull(row.Fault);
        Assert.Null((await _office.ReadAsync(row.Sheet.Key)).Lines.Single(l => l.Indicator == Admission).Value);
        Assert.Equal([false], (await _office.Sheets.SubmitAsync(stranger, [row], Cancelled)).Select(o => o.IsIn));
    }

    [Fact]
    public async Task Handed_in_together_each_is_told_and_what_is_not_ready_stays()
    {
        ReturnKey ready = _office.NextNotStarted(), other = _office.NextNotStarted();
        ReturnSheet sheet = await _office.ReadAsync(ready);
        await _office.Returns.SaveAsync("clerk", ready, [.. sheet.Lines.Select(l => new LineEdit(l with { Value = 1, Reason = WarningReason.NothingArose }))], Cancelled);
        SheetRow[] rows = [await RowAsync(ready), await RowAsync(other)];
        Assert.Equal([true, false], rows.Select(r => r.IsReady));
        IReadOnlyList<SheetOutcome> outcomes = await _office.Sheets.SubmitAsync(Clerk, rows, Cancelled);
        Assert.Equal([true, false], outcomes.Select(o => o.IsIn));
        Assert.NotNull(outcomes[1].Fault);
        Assert.Equal([ReturnState.Submitted, ReturnState.NotStarted], rows.Select(r => r.Sheet.Return.State));
    }

    [Fact]
    public async Task What_is_no_figure_stays_in_its_cell_and_says_so()
    {
        SheetRow row = await RowAsync(_office.NextNotStarted());
        row.Refuse(Admission, "12a");
        var line = Line(row);
        var cell = line.Find($"input[data-c='{IndexOf(row)}']");
        Assert.Equal(("12a", "true"), (cell.GetAttribute("value"), cell.GetAttribute("aria-invalid")));
        Assert.Empty(line.FindAll(".go button"));
    }

    [Fact]
    public async Task A_row_that_is_in_has_no_cells_to_type_in() =>
        Assert.Empty(Line(await RowAsync(_office.NextSubmitted())).FindAll("input"));

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private static System.Security.Claims.ClaimsPrincipal Clerk => ReviewOffice.With(AccountRole.Officer, "TU-MAU");

    private static int IndexOf(SheetRow row) => row.Sheet.Form.Indicators.ToList().IndexOf(Admission);

    private IRenderedComponent<SheetLine> Line(SheetRow row) => Render<SheetLine>(p => p
        .Add(l => l.Row, row).Add(l => l.Version, row.Version).Add(l => l.Lines, [.. row.Sheet.Form.Lines]).Add(l => l.State, _office.Sample.Figures.Now).Add(l => l.Today, SampleDatabase.Today));

    private async Task<SheetRow> RowAsync(ReturnKey key) => new(0, Dashboard.Committees.CommitteeDoor.LinkTo(_office.Sample.Figures.Now.Hierarchy, key.Committee), await _office.ReadAsync(key));

    private Task SaveAsync(SheetRow row, string typed, System.Security.Claims.ClaimsPrincipal? clerk = null)
    {
        row.Begin([Admission]);
        return _office.Sheets.SaveAsync(clerk ?? Clerk, row, sheet => [new LineEdit(Typed(typed).In(sheet.Lines.Single(l => l.Indicator == Admission)))], Cancelled);
    }

    private static TypedFigure Typed(string text) => FigureText.TryRead(text, out TypedFigure figure, out _) ? figure : throw new FormatException(text);
}
