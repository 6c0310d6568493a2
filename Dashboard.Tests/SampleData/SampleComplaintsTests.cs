using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Periods;
using Dashboard.SampleData;

namespace Dashboard.Tests.SampleData;

public sealed class SampleComplaintsTests
{
    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Deadlines_follow_the_law(string day) =>
        Assert.All(SampleDays.On(day).Complaints, c => Assert.True(IsLawful(c), $"{c}"));

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Dates_come_one_after_the_other_within_the_life_of_the_committee(string day)
    {
        SampleSet sample = SampleDays.On(day);
        foreach (Complaint complaint in sample.Complaints)
        {
            Committee committee = sample.Committees[complaint.Committee];
            Assert.True(complaint.ReceivedOn <= SampleDays.Day(day) && committee.IsOpenOn(complaint.ReceivedOn));
            Assert.True(complaint.AcceptedOn is null || (complaint.ReceivedOn <= complaint.AcceptedOn && complaint.AcceptedOn <= SampleDays.Day(day)));
            Assert.True(complaint.ResolvedOn is null || ((complaint.AcceptedOn ?? complaint.ReceivedOn) <= complaint.ResolvedOn && complaint.ResolvedOn <= SampleDays.Day(day)));
            Assert.Equal(complaint.ResolvedOn is null, complaint.Outcome is null);
            Assert.True(committee.ClosedOn is null || !complaint.IsOpenOn(committee.ClosedOn.Value));
        }
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Each_register_numbers_its_cases_by_year_without_a_gap(string day)
    {
        foreach (var register in SampleDays.On(day).Complaints.GroupBy(c => (c.Committee, c.ReceivedOn.Year)))
        {
            Assert.Equal(Enumerable.Range(1, register.Count()).Select(n => $"{register.Key.Year:0000}/{n:0000}"), register.Select(c => c.Reference));
        }
    }

    [Fact]
    public void Open_at_the_start_and_received_less_resolved_are_open_at_the_end_for_every_committee_and_quarter()
    {
        SampleSet sample = SampleDays.On(SampleDays.Usual);
        foreach (Period quarter in sample.Returns.Select(r => r.Period).Distinct())
        {
            foreach (var register in sample.Complaints.GroupBy(c => c.Committee))
            {
                int before = register.Count(c => c.IsOpenOn(quarter.Start.AddDays(-1)));
                int received = register.Count(c => quarter.Contains(c.ReceivedOn));
                int resolved = register.Count(c => c.ResolvedOn is { } on && quarter.Contains(on));
                Assert.Equal(register.Count(c => c.IsOpenOn(quarter.End)), before + received - resolved);
            }
        }
    }

    [Fact]
    public void Every_quarter_has_cases_received_resolved_and_open()
    {
        SampleSet sample = SampleDays.On(SampleDays.Usual);
        foreach (Period quarter in sample.Returns.Select(r => r.Period).Distinct())
        {
            Assert.InRange(sample.Complaints.Count(c => quarter.Contains(c.ReceivedOn)), 70, 110);
            Assert.InRange(sample.Complaints.Count(c => c.ResolvedOn is { } on && quarter.Contains(on)), 70, 110);
            Assert.InRange(sample.Complaints.Count(c => c.IsOpenOn(quarter.End)), 25, 55);
        }
    }

    [Fact]
    public void Categories_come_from_the_list() =>
        Assert.Equal(ComplaintCategories.All.Order(), SampleDays.On(SampleDays.Usual).Complaints.Select(c => c.Category).Distinct().Order());

    private static bool IsLawful(Complaint complaint)
    {
        if (complaint.AcceptedOn is not { } accepted)
        {
            return complaint.DueOn == complaint.ReceivedOn.AddDays(10) && complaint.Extensions == 0;
        }

        int allowed = complaint.DueOn.DayNumber - accepted.DayNumber;
        return accepted.DayNumber - complaint.ReceivedOn.DayNumber <= 10 && complaint.Kind switch
        {
            ComplaintKind.Complaint => allowed is 30 or 45 && complaint.Extensions == 0,
            ComplaintKind.Denunciation => complaint.Extensions is >= 0 and <= 2 && allowed == 30 * (1 + complaint.Extensions),
            _ => allowed == 30 && complaint.Extensions == 0,
        };
    }
}
