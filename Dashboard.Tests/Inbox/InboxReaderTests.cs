using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Returns;
using Dashboard.Inbox;
using Dashboard.Returns;
using Dashboard.Tests.Review;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Inbox;

public sealed class InboxReaderTests(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    private const string Admission = "vetting.admission";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_overdue_stands_before_what_waits_and_the_earliest_due_first()
    {
        IReadOnlyList<InboxRow> rows = await ReadAsync("TU-MAU");
        Assert.Equal(rows.Select(r => r.Group).Order(), rows.Select(r => r.Group));
        InboxRow[] overdue = [.. rows.Where(r => r.Group == InboxGroup.Overdue)];
        Assert.NotEmpty(overdue);
        Assert.All(overdue, r => Assert.True(r.Return.DueOn < SampleDatabase.Today && !r.Return.IsIn));
        Assert.Equal(overdue.Select(r => r.Return.DueOn).Order(), overdue.Select(r => r.Return.DueOn));
    }

    [Fact]
    public async Task Everything_that_is_owed_is_in_one_group_and_nothing_in_two()
    {
        IReadOnlyList<InboxRow> rows = await ReadAsync("TU-MAU");
        Return[] owed = [.. OwedReturns.Of(office.Sample.Figures.Now, c => office.Rights.MayEnter(ReviewOffice.With(AccountRole.Officer, "TU-MAU"), c), SampleDatabase.Today)];
        Assert.Equal(rows.Count, rows.Select(r => r.Key).Distinct().Count());
        Assert.Equal(owed.Count(r => !r.IsIn), rows.Count(r => r.Group is InboxGroup.Back or InboxGroup.Overdue or InboxGroup.Owed));
        Assert.Equal(owed.Count(r => r.State == ReturnState.Submitted), rows.Count(r => r.Group == InboxGroup.Waiting));
        Assert.Equal(InboxReader.PeriodsApproved, rows.Where(r => r.Group == InboxGroup.Approved).Select(r => r.Return.Period).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_of_a_committee_outside_is_in_it() =>
        Assert.All(await ReadAsync("HU-MAU-02"), r => Assert.True(r.Committee.Code == "HU-MAU-02" || office.AboveOf(r.Key.Committee) == "HU-MAU-02"));

    [Fact]
    public async Task What_came_back_stays_so_while_it_is_corrected_and_names_only_the_lines_that_are_left()
    {
        ReturnKey key = office.NextSubmitted();
        await office.Returns.SendBackAsync("reviewer", key, SendBackReason.CountedWrong, [Admission, "vetting.planning"], "tính cả kỳ trước", cancellationToken: Cancelled);
        ReturnLine line = (await office.ReadAsync(key)).Lines.Single(l => l.Indicator == Admission);
        await office.Returns.SaveAsync("officer", key, [new(line with { Value = 3, SentBack = null })], Cancelled);
        await office.Sample.Figures.CatchUpAsync(Cancelled);
        InboxRow row = (await ReadAsync(office.CodeOf(key.Committee))).Single(r => r.Key == key);
        Assert.Equal((InboxGroup.Back, ReturnState.Draft, "tính cả kỳ trước"), (row.Group, row.Return.State, row.Why!.Note));
        Assert.Equal([("vetting.planning", SendBackReason.CountedWrong)], row.Lines);
        await office.SubmitAsync(key);
        Assert.Equal(InboxGroup.Waiting, (await ReadAsync(office.CodeOf(key.Committee))).Single(r => r.Key == key).Group);
    }

    [Fact]
    public void An_address_is_read_as_it_was_written()
    {
        var address = new InboxAddress(InboxGroup.Overdue, "TD-QUY", "phú ");
        Assert.Equal("/returns?state=overdue&form=TD-QUY&q=ph%C3%BA%20", address.Href);
        Assert.Equal(address, InboxAddress.Read("overdue", "TD-QUY", "phú "));
        Assert.Equal(new InboxAddress(null, null, null), InboxAddress.Read("open", " ", ""));
    }

    private Task<IReadOnlyList<InboxRow>> ReadAsync(string committee) => office.Inbox.ReadAsync(office.Rights.Entering(ReviewOffice.With(AccountRole.Officer, committee)), Cancelled);
}
