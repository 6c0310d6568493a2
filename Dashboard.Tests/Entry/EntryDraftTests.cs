using Dashboard.Domain.Figures;
using Dashboard.Domain.Returns;
using Dashboard.Entry;
using Dashboard.Returns;
using Dashboard.Tests.Layout;

namespace Dashboard.Tests.Entry;

/// <summary>What happens to what is typed; each test has a return of its own that nobody began.</summary>
public sealed class EntryDraftTests(EntryOffice office) : IClassFixture<EntryOffice>, IDisposable
{
    private const string Admission = "vetting.admission", Planning = "vetting.planning";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private readonly InLanguage _language = new("vi-VN");

    public void Dispose() => _language.Dispose();

    [Fact]
    public async Task What_is_typed_is_saved_and_a_second_change_by_the_same_page_is_no_conflict()
    {
        EntryDraft draft = await office.DraftAsync(office.NextNotStarted());
        Assert.Equal(CellState.Saved, await draft.CommitAsync(Admission, "1.234", 0));
        // Typed before the first answer came, on the revision that was shown then.
        Assert.Equal(CellState.Saved, await draft.CommitAsync(Admission, "1.235", 0));
        Assert.Equal(1235, (await office.Desk.ReadAsync(draft.Sheet.Key, Cancelled)).Lines.Single(l => l.Indicator == Admission).Value);
        Assert.Equal(ReturnState.Draft, draft.Sheet.Return.State);
        Assert.NotNull(draft.SavedAt);
    }

    [Fact]
    public async Task What_cannot_be_read_stays_and_what_stood_there_is_not_lost()
    {
        EntryDraft draft = await office.DraftAsync(office.NextNotStarted());
        await draft.CommitAsync(Admission, "12", 0);
        Assert.Equal(CellState.Unreadable, await draft.CommitAsync(Admission, "12a", 1));
        EntryRow row = RowOf(draft, Admission);
        Assert.Equal(("12a", CellState.Unreadable, 12), (row.Text, row.State, row.Line.Value!.Value));
        Assert.False(office.View(draft).IsReady);
    }

    [Fact]
    public async Task Of_two_editors_the_second_sees_both_and_chooses_and_other_lines_are_saved()
    {
        EntryDraft one = await office.DraftAsync(office.NextNotStarted()), two = await office.DraftAsync(one.Sheet.Key, "two");
        await one.CommitAsync(Admission, "12", 0);
        await two.PasteAsync([(Planning, new TypedFigure(5)), (Admission, new TypedFigure(13))]);
        Assert.Equal((CellState.Saved, CellState.Conflict), (two[Planning].State, two[Admission].State));
        Assert.Equal((13, 12), (RowOf(two, Admission).Line.Value!.Value, RowOf(two, Admission).Theirs!.Value!.Value));
        await two.SettleAsync(Admission, mine: true);
        Assert.Equal((CellState.Saved, 13), (two[Admission].State, two[Admission].Saved.Value!.Value));

        await one.RefreshAsync();
        Assert.Equal((13, 5), (one[Admission].Shown.Value!.Value, one[Planning].Shown.Value!.Value));
        await two.CommitAsync(Admission, "20", two[Admission].Saved.Revision);
        Assert.Equal(CellState.Conflict, await one.CommitAsync(Admission, "14", one[Admission].Saved.Revision));
        await one.SettleAsync(Admission, mine: false);
        Assert.Equal(20, one[Admission].Shown.Value);
    }

    [Fact]
    public async Task A_note_about_a_person_is_refused_at_its_line_and_the_others_are_saved()
    {
        EntryDraft draft = await office.DraftAsync(office.NextNotStarted());
        await draft.CommitAsync(Admission, "12", 0);
        Assert.Equal(CellState.Failed, await draft.ChangeAsync(Admission, line => line with { Note = "gọi 0912345678" }));
        Assert.NotNull(RowOf(draft, Admission).Problem);
        Assert.Equal(CellState.Saved, await draft.CommitAsync(Planning, "3", 0));
        Assert.Equal(CellState.Saved, await draft.ChangeAsync(Admission, line => line with { Note = "đợt cao điểm" }));
        Assert.Equal("đợt cao điểm", draft[Admission].Saved.Note);
    }

    [Fact]
    public async Task The_qualifier_goes_round_and_another_figure_takes_the_reason_back()
    {
        EntryDraft draft = await office.DraftAsync(office.NextNotStarted());
        await draft.CommitAsync(Admission, "12", 0);
        await draft.ChangeAsync(Admission, line => line with { Reason = WarningReason.Campaign });
        await draft.CycleAsync(Admission);
        Assert.Equal((Precision.MoreThan, WarningReason.Campaign), (draft[Admission].Saved.Precision, draft[Admission].Saved.Reason!.Value));
        await draft.CycleAsync(Admission);
        await draft.CycleAsync(Admission);
        Assert.Equal(Precision.Exact, draft[Admission].Saved.Precision);
        await draft.CommitAsync(Admission, "13", draft[Admission].Saved.Revision);
        Assert.Null(draft[Admission].Saved.Reason);
    }

    [Fact]
    public async Task A_paste_is_undone()
    {
        EntryDraft draft = await office.DraftAsync(office.NextNotStarted());
        await draft.CommitAsync(Admission, "12", 0);
        await draft.PasteAsync([(Admission, new TypedFigure(99)), (Planning, new TypedFigure(null, IsNotApplicable: true))]);
        Assert.Equal((99, true), (draft[Admission].Saved.Value!.Value, draft[Planning].Saved.IsNotApplicable));
        await draft.UndoAsync();
        Assert.Equal((12, false, null), (draft[Admission].Saved.Value!.Value, draft[Planning].Saved.IsNotApplicable, draft[Planning].Saved.Value));
        Assert.Null(draft.Undoable);
    }

    [Fact]
    public async Task A_whole_return_is_entered_handed_in_approved_and_corrected_and_the_versions_tell_of_it()
    {
        EntryDraft draft = await office.DraftAsync(office.NextNotStarted());
        Assert.Contains("chỉ tiêu chưa nhập", office.View(draft).Why, StringComparison.Ordinal);
        foreach (string code in draft.Sheet.Form.Indicators)
        {
            await draft.CommitAsync(code, code == "conclusion.issued" ? "900" : "2", 0);
        }

        EntryRow broken = RowOf(draft, "conclusion.issued");
        Assert.Contains("Tổng số đã thẩm định", Assert.Single(broken.Findings, f => f.IsError).Text, StringComparison.Ordinal);
        await draft.CommitAsync("conclusion.issued", "3", draft["conclusion.issued"].Saved.Revision);
        foreach (EntryRow doubted in office.View(draft).Editable.Where(r => r.IsDoubted))
        {
            await draft.ChangeAsync(doubted.Code, line => line with { Reason = WarningReason.Campaign });
        }

        Assert.Null(office.View(draft).Why);
        await draft.SubmitAsync();
        Assert.Equal((ReturnState.Submitted, false), (draft.Sheet.Return.State, draft.TakesFigures));
        Assert.All(office.View(draft).Editable, row => Assert.False(row.IsEditable));

        await office.Returns.ApproveAsync("reviewer", draft.Sheet.Key, cancellationToken: Cancelled);
        await draft.RefreshAsync();
        draft.Correct(begins: true);
        Assert.Equal(CellState.Staged, await draft.CommitAsync(Admission, "4", draft[Admission].Saved.Revision));
        await draft.ChangeAsync(Admission, line => line with { Reason = WarningReason.EarlierWrong });
        await draft.CorrectAsync("Đếm sót hai hồ sơ");
        Assert.Equal((ReturnState.Approved, 4, false), (draft.Sheet.Return.State, draft[Admission].Saved.Value!.Value, draft.IsCorrecting));

        IReadOnlyList<ReturnVersion> versions = await office.Versions.ReadAsync(draft.Sheet.Key, Cancelled);
        Assert.Equal([ReturnState.Approved, ReturnState.Approved, ReturnState.Submitted, null], versions.Select(v => v.Step));
        Assert.Equal(("one", "Đếm sót hai hồ sơ"), (versions[0].Account, versions[0].Reason));
        Assert.Equal((2, 4), (versions[0].Lines[0].Before!.Value!.Value, versions[0].Lines[0].After.Value!.Value));
    }

    [Fact]
    public async Task A_return_that_came_back_says_why_at_the_whole_and_at_the_line()
    {
        EntryDraft draft = await office.DraftAsync(office.NextNotStarted());
        await draft.PasteAsync([.. draft.Sheet.Form.Indicators.Select(code => (code, new TypedFigure(1)))]);
        foreach (EntryRow doubted in office.View(draft).Editable.Where(r => r.IsDoubted))
        {
            await draft.ChangeAsync(doubted.Code, line => line with { Reason = WarningReason.Campaign });
        }

        await draft.SubmitAsync();
        await office.Returns.SendBackAsync("reviewer", draft.Sheet.Key, SendBackReason.Unexplained, [Admission], "xem biểu 2", cancellationToken: Cancelled);
        await draft.RefreshAsync();
        Assert.Equal((ReturnState.SentBack, true), (draft.Sheet.Return.State, draft.IsOpen));
        Assert.Equal(SendBackReason.Unexplained, RowOf(draft, Admission).Line.SentBack);
        Assert.Equal($"{ReturnTexts.Of(SendBackReason.Unexplained)}: xem biểu 2", SentBack.WordsOf((await office.History.SentBackAsync([draft.Sheet.Key], Cancelled))[draft.Sheet.Key].Reason!));
        await draft.CommitAsync(Admission, "2", draft[Admission].Saved.Revision);
        Assert.Equal((ReturnState.Draft, (SendBackReason?)null), (draft.Sheet.Return.State, draft[Admission].Saved.SentBack));
    }

    private EntryRow RowOf(EntryDraft draft, string code) => office.View(draft).Editable.Single(r => r.Code == code);
}
