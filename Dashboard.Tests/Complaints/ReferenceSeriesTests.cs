using Dashboard.Domain.Complaints;

namespace Dashboard.Tests.Complaints;

public sealed class ReferenceSeriesTests
{
    [Theory]
    [InlineData("", ComplaintKind.Complaint, "KN-2026-0001")]
    [InlineData("", ComplaintKind.Denunciation, "TC-2026-0001")]
    [InlineData("", ComplaintKind.Petition, "PA-2026-0001")]
    // One series for all kinds, as it was kept before.
    [InlineData("Complaint 2026/0041, Petition 2026/0042", ComplaintKind.Denunciation, "2026/0043")]
    // Each kind its own series; another kind's does not show the way.
    [InlineData("Complaint KN-2026-0007, Denunciation TC-2026-0104", ComplaintKind.Denunciation, "TC-2026-0105")]
    [InlineData("Complaint KN-2026-0007", ComplaintKind.Petition, "PA-2026-0001")]
    // The highest counts, whatever was entered last; the width is kept and grows.
    [InlineData("Petition 2026/009, Petition 2026/003", ComplaintKind.Petition, "2026/010")]
    [InlineData("Petition 2026/99", ComplaintKind.Petition, "2026/100")]
    // The first of a new year.
    [InlineData("Complaint 2025/0230", ComplaintKind.Complaint, "2026/0001")]
    [InlineData("Complaint KN-2025-12", ComplaintKind.Complaint, "KN-2026-0001")]
    // What ends without a number shows no way.
    [InlineData("Complaint 7/KN", ComplaintKind.Complaint, "KN-2026-0001")]
    public void The_next_number_follows_what_the_committee_does(string taken, ComplaintKind kind, string next) =>
        Assert.Equal(next, ReferenceSeries.Next([.. Cases(taken)], kind, 2026));

    [Fact]
    public void A_proposed_number_is_one_that_may_be_entered() => Assert.All(
        Enum.GetValues<ComplaintKind>(),
        kind => Assert.DoesNotContain(
            ComplaintRules.Faults(Cases($"{kind} 2026/0001").Single() with { Reference = ReferenceSeries.Next([], kind, 2026) }, DeadlineRules.Starting), fault => fault.Rule == "complaint.reference"));

    private static IEnumerable<Complaint> Cases(string taken)
    {
        long id = 0;
        foreach (string[] one in taken.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split(' ')))
        {
            DateOnly received = new(one[1].Contains("2025", StringComparison.Ordinal) ? 2025 : 2026, 3, 1);
            yield return new Complaint { Id = ++id, Committee = 0, Kind = Enum.Parse<ComplaintKind>(one[0]), Reference = one[1], Category = "other", ReceivedOn = received, DueOn = received.AddDays(10) };
        }
    }
}
