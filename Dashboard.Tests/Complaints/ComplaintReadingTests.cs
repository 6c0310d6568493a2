using Dashboard.Access;
using Dashboard.Complaints;
using Dashboard.Domain.Complaints;

namespace Dashboard.Tests.Complaints;

public sealed class ComplaintReadingTests : IAsyncLifetime
{
    private readonly ComplaintOffice _office = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _office.InitializeAsync();
        DateOnly today = _office.Today;
        await EnterAsync("A", ComplaintKind.Complaint, "KN-2026-0001", today.AddDays(-40), today.AddDays(-35));
        await EnterAsync("A1", ComplaintKind.Denunciation, "TC-2026-0001", today.AddDays(-25), today.AddDays(-25));
        await EnterAsync("A2", ComplaintKind.Petition, "ĐT-0042/26", today.AddDays(-1));
        await EnterAsync("B", ComplaintKind.Petition, "2026/0001", today.AddDays(-12));
        Complaint done = await EnterAsync("B", ComplaintKind.Complaint, "2026/0002", today.AddDays(-60), today.AddDays(-55));
        await _office.Desk.ResolveAsync(_office.OfB, done, today.AddDays(-30), ComplaintOutcome.NotUpheld, Cancelled);
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [InlineData("T", "", "KN-2026-0001 2026/0001 TC-2026-0001 ĐT-0042/26")]
    [InlineData("A", "", "KN-2026-0001 TC-2026-0001 ĐT-0042/26")]
    [InlineData("B", "", "2026/0001")]
    [InlineData("T", "state=overdue", "KN-2026-0001 2026/0001")]
    [InlineData("T", "state=soon", "TC-2026-0001")]
    [InlineData("T", "state=within", "ĐT-0042/26")]
    [InlineData("T", "state=all&at=B", "2026/0002 2026/0001")]
    [InlineData("T", "state=resolved&period=2026-Q4", "2026/0002")]
    [InlineData("T", "state=resolved&period=2026-Q3", "")]
    [InlineData("A", "at=A", "KN-2026-0001")]
    [InlineData("T", "at=A", "KN-2026-0001 TC-2026-0001 ĐT-0042/26")]
    [InlineData("T", "at=nowhere", "KN-2026-0001 2026/0001 TC-2026-0001 ĐT-0042/26")]
    [InlineData("T", "kind=petition", "2026/0001 ĐT-0042/26")]
    [InlineData("T", "step=handling", "KN-2026-0001 TC-2026-0001")]
    [InlineData("T", "step=waiting&kind=petition&at=A", "ĐT-0042/26")]
    [InlineData("T", "q=dt", "ĐT-0042/26")]
    [InlineData("T", "q=0001 tc", "TC-2026-0001")]
    [InlineData("T", "q=9999", "")]
    [InlineData("T", "sort=reference", "2026/0001 KN-2026-0001 TC-2026-0001 ĐT-0042/26")]
    [InlineData("T", "sort=received&desc=1", "ĐT-0042/26 2026/0001 TC-2026-0001 KN-2026-0001")]
    public void The_list_is_what_was_chosen(string committee, string query, string found) =>
        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), _office.View(committee, query).Rows.Select(r => r.Case.Reference));

    [Fact]
    public void The_cards_count_what_their_lists_hold()
    {
        ComplaintView view = _office.View("T", "period=2026-Q4");
        Assert.Equal((2, 1, 1, 4, 1, 5), (Of(CaseGroup.Overdue), Of(CaseGroup.Soon), Of(CaseGroup.Within), Of(CaseGroup.Open), Of(CaseGroup.Resolved), Of(CaseGroup.All)));
        Assert.Equal((5, (9, 9)), (view.LongestOverdue, view.DaysWithin!.Value));
        Assert.Equal(["T", "A", "B"], view.Branches.Select(b => b.Code));
        int Of(CaseGroup group) => view.Counts[group];
    }

    [Fact]
    public void Nothing_outside_the_readers_scope_is_shown_or_counted()
    {
        // Somebody who may be at A sees nothing of B; and B's reader who asks at the top would see B alone.
        var onlyB = Scope.Below([_office["B"]]);
        ComplaintView view = _office.View("T", onlyB, "state=all");
        Assert.All(view.Rows, row => Assert.Equal("B", row.Committee.Code));
        Assert.Equal(2, view.Counts[CaseGroup.All]);
        Assert.Equal(1, view.Backlog.Ages.Open);
        Complaint ofA = _office.View("A").Rows[0].Case;
        Assert.Null(_office.Reading.Find(ofA.Id, _office["T"], onlyB));
        Assert.Null(_office.Reading.Find(ofA.Id, _office["B"], Scope.Everything));
        Assert.NotNull(_office.Reading.Find(ofA.Id, _office["T"], Scope.Everything));
    }

    [Fact]
    public void An_address_says_again_what_it_was_read_from()
    {
        const string Chosen = "state=overdue&kind=petition&at=A1&category=records&step=waiting&extended=1&q=0001&sort=received&desc=1&page=3&case=12";
        ComplaintAddress address = _office.Address("A", Chosen);
        Assert.Equal($"/c/A/complaints?{Chosen}", address.Href);
        Assert.Equal("/c/A/complaints?state=overdue&sort=received&desc=1", address.Unfiltered.Href);
        Assert.Equal("/c/A/complaints", _office.Address("A", "state=7&kind=x&category=y&page=-1&case=z&extended=2&sort=Due,Kind").Href);
    }

    private Task<Complaint> EnterAsync(string committee, ComplaintKind kind, string reference, DateOnly received, DateOnly? accepted = null) =>
        _office.Desk.RegisterAsync(committee == "B" ? _office.OfB : _office.OfA, _office.Case(committee, kind, reference, received, accepted), Cancelled);
}
