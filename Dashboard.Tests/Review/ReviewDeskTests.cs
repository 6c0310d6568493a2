using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Returns;
using Dashboard.Returns;
using Dashboard.Review;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Review;

/// <summary>What a reviewer does, on the sample province; each test has a return of its own.</summary>
public sealed class ReviewDeskTests(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    private const string Admission = "vetting.admission", Planning = "vetting.planning";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_act_on_a_committees_own_return_is_refused_and_noted()
    {
        ReturnKey key = office.NextSubmitted();
        var own = ReviewOffice.With(AccountRole.Reviewer, office.CodeOf(key.Committee));
        ReturnSheet sheet = await office.ReadAsync(key);
        LineEdit edit = new(sheet.Lines[0] with { Value = 1 });
        Func<Task>[] acts =
        [
            () => office.Desk.ApproveAsync(own, key, sheet.Version, Cancelled),
            () => office.Desk.SendBackAsync(own, key, sheet.Version, new SentBack(SendBackReason.Incomplete, null), [], null, Cancelled),
            () => office.Desk.CorrectAsync(own, key, [edit], "sai", Cancelled),
        ];
        foreach (Func<Task> act in acts)
        {
            Assert.Equal("return.notAbove", (await Assert.ThrowsAsync<BrokenRuleException>(act)).Rule);
        }

        Assert.Equal(sheet.Version, (await office.ReadAsync(key)).Version);
    }

    [Theory]
    [InlineData(AccountRole.Officer)]
    [InlineData(AccountRole.Viewer)]
    [InlineData(AccountRole.Administrator)]
    public async Task Nobody_else_approves_from_above(AccountRole role)
    {
        ReturnKey key = new(office.Sample["HU-MAU-02"], ReviewOffice.Form, ReviewOffice.Quarter);
        Assert.Equal("return.notAbove", (await Assert.ThrowsAsync<BrokenRuleException>(() => office.Desk.ApproveAsync(ReviewOffice.With(role, "TU-MAU"), key, "0.0", Cancelled))).Rule);
    }

    [Fact]
    public async Task The_committee_directly_above_approves_what_it_saw()
    {
        ReturnKey key = office.NextSubmitted();
        var above = ReviewOffice.With(AccountRole.Reviewer, office.AboveOf(key.Committee));
        await office.Desk.ApproveAsync(above, key, (await office.ReadAsync(key)).Version, Cancelled);
        Assert.Equal(ReturnState.Approved, (await office.ReadAsync(key)).Return.State);
        await using DashboardDb db = office.Sample.Database.CreateDbContext();
        Assert.Equal("somebody", (await db.Changes.Where(e => e.Committee == key.Committee && e.Subject == Subject.Return).OrderBy(e => e.Sequence).LastAsync(Cancelled)).Account);
    }

    [Fact]
    public async Task What_changed_since_it_was_seen_is_neither_approved_nor_sent_back()
    {
        ReturnKey key = office.NextSubmitted();
        string seen = (await office.ReadAsync(key)).Version;
        await office.Returns.SendBackAsync("reviewer", key, SendBackReason.Incomplete, [Admission], cancellationToken: Cancelled);
        await office.SubmitAsync(key);
        Assert.Equal("return.changed", (await Assert.ThrowsAsync<BrokenRuleException>(() => office.Desk.ApproveAsync(office.Reviewer, key, seen, Cancelled))).Rule);
        Assert.Equal("return.changed", (await Assert.ThrowsAsync<BrokenRuleException>(
            () => office.Desk.SendBackAsync(office.Reviewer, key, seen, new SentBack(SendBackReason.Incomplete, null), [], null, Cancelled))).Rule);
        Assert.Equal(ReturnState.Submitted, (await office.ReadAsync(key)).Return.State);
    }

    [Fact]
    public async Task Approved_in_one_go_each_is_a_step_of_its_own_and_what_failed_is_told_by_name()
    {
        ReturnKey[] keys = [office.NextSubmitted(), office.NextSubmitted(), office.NextSubmitted()];
        IReadOnlyList<ReviewItem> items = [.. (await office.Queue.ReadAsync(office.Rights.Reviewing(office.Reviewer), Cancelled)).Where(i => keys.Contains(i.Key)).OrderBy(i => Array.IndexOf(keys, i.Key))];
        await office.Returns.SendBackAsync("other", keys[1], SendBackReason.Misplaced, cancellationToken: Cancelled);
        IReadOnlyList<ReviewOutcome> outcomes = await office.Desk.ApproveAsync(office.Reviewer, items, Cancelled);
        Assert.Equal([true, false, true], outcomes.Select(o => o.IsApproved));
        Assert.Equal((keys[1], "return.changed"), (outcomes[1].Item.Key, outcomes[1].Rule!.Rule));
        Assert.Equal([ReturnState.Approved, ReturnState.SentBack, ReturnState.Approved], await Task.WhenAll(keys.Select(async k => (await office.ReadAsync(k)).Return.State)));
    }

    [Fact]
    public async Task Approving_twice_at_once_is_one_step()
    {
        ReturnKey key = office.NextSubmitted();
        string seen = (await office.ReadAsync(key)).Version;
        WriteReceipt[] receipts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => office.Desk.ApproveAsync(office.Reviewer, key, seen, Cancelled)));
        Assert.Equal(1, receipts.Count(r => r.Entries > 0));
    }

    [Fact]
    public async Task A_reason_and_a_note_reach_the_officer_with_the_lines_they_are_about()
    {
        ReturnKey key = office.NextSubmitted();
        await office.Desk.SendBackAsync(office.Reviewer, key, (await office.ReadAsync(key)).Version, new SentBack(SendBackReason.Unexplained, "đối chiếu sổ"), [Admission, Planning], new DateOnly(2026, 11, 30), Cancelled);
        await office.Sample.Figures.CatchUpAsync(Cancelled);
        var officer = ReviewOffice.With(AccountRole.Officer, office.CodeOf(key.Committee));
        Dashboard.Inbox.InboxRow row = (await office.Inbox.ReadAsync(office.Rights.Entering(officer), Cancelled)).Single(r => r.Key == key);
        Assert.Equal((Dashboard.Inbox.InboxGroup.Back, new SentBack(SendBackReason.Unexplained, "đối chiếu sổ"), new DateOnly(2026, 11, 30)), (row.Group, row.Why, row.Return.DueOn));
        Assert.Equal([Admission, Planning], row.Lines.Select(l => l.Indicator).Order());
    }

    [Fact]
    public async Task A_note_that_names_a_person_is_not_sent()
    {
        ReturnKey key = office.NextSubmitted();
        ReturnSheet sheet = await office.ReadAsync(key);
        BrokenRuleException refused = await Assert.ThrowsAsync<BrokenRuleException>(
            () => office.Desk.SendBackAsync(office.Reviewer, key, sheet.Version, new SentBack(SendBackReason.Incomplete, "hỏi 0912 345 678"), [], null, Cancelled));
        Assert.Equal("text.personal", refused.Rule);
        Assert.Equal(ReturnState.Submitted, (await office.ReadAsync(key)).Return.State);
    }

    [Fact]
    public async Task What_was_handed_in_before_is_read_from_the_log()
    {
        ReturnKey key = office.NextSubmitted();
        ReturnSheet first = await office.ReadAsync(key);
        Assert.Null(await office.History.LastSubmissionAsync(first, await office.History.StepsAsync(key, Cancelled), Cancelled));
        await office.Desk.SendBackAsync(office.Reviewer, key, first.Version, new SentBack(SendBackReason.Incomplete, null), [Admission], null, Cancelled);
        ReturnLine line = (await office.ReadAsync(key)).Lines.Single(l => l.Indicator == Admission), other = (await office.ReadAsync(key)).Lines.Single(l => l.Indicator == Planning);
        await office.Returns.SaveAsync("officer", key, [new(line with { Value = line.Value + 5, SentBack = null }), new(other with { Value = other.Value + 1 })], Cancelled);
        await office.SubmitAsync(key);
        ReturnSheet again = await office.ReadAsync(key);
        IReadOnlyDictionary<string, ReturnLine> before = (await office.History.LastSubmissionAsync(again, await office.History.StepsAsync(key, Cancelled), Cancelled))!;
        Assert.Equal(first.Lines.Select(l => (l.Indicator, l.Value)), first.Lines.Select(l => (l.Indicator, before[l.Indicator].Value)));
        Assert.Equal(line.Value + 5, again.Lines.Single(l => l.Indicator == Admission).Value);
    }

    [Fact]
    public async Task A_correction_from_above_keeps_the_return_approved_and_marks_the_figure()
    {
        ReturnKey key = new(office.Sample["HU-MAU-02"], ReviewOffice.Form, Dashboard.Domain.Periods.Period.Quarter(2026, 2));
        ReturnLine line = (await office.ReadAsync(key)).Lines.Single(l => l.Indicator == Admission);
        await office.Desk.CorrectAsync(office.Reviewer, key, [new(line with { Value = line.Value + 1, Reason = WarningReason.EarlierWrong })], "đếm sót", Cancelled);
        await office.Sample.Figures.CatchUpAsync(Cancelled);
        office.Sample.Figures.Now.Indicators.TryNumberOf(Admission, out int number);
        Figure stated = office.Sample.Figures.Read(cube => cube.Stated(key.Committee, number, key.Period))!;
        Assert.Equal((line.Value + 1, Standing.Revised, ReturnState.Approved), (stated.Value, stated.Standing, (await office.ReadAsync(key)).Return.State));
    }

    [Fact]
    public async Task The_queue_holds_what_is_strictly_below_and_nothing_else()
    {
        string district = "HU-MAU-03";
        int number = office.Sample[district];
        var all = await office.Queue.ReadAsync(office.Rights.Reviewing(office.Reviewer), Cancelled);
        var own = await office.Queue.ReadAsync(office.Rights.Reviewing(ReviewOffice.With(AccountRole.Reviewer, district)), Cancelled);
        Assert.All(own, i => Assert.Equal(number, office.Directory.Search.ParentOf(i.Key.Committee)));
        Assert.Equal(all.Where(i => office.Directory.Search.ParentOf(i.Key.Committee) == number).Select(i => i.Key).Order(Comparer<ReturnKey>.Create((a, b) => a.Committee - b.Committee)),
            own.Select(i => i.Key).Order(Comparer<ReturnKey>.Create((a, b) => a.Committee - b.Committee)));
        Assert.Empty(await office.Queue.ReadAsync(office.Rights.Reviewing(ReviewOffice.With(AccountRole.Viewer, "TU-MAU")), Cancelled));
    }
}
