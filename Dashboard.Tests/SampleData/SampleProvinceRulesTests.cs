using System.Text.RegularExpressions;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.SampleData;

namespace Dashboard.Tests.SampleData;

/// <summary>The sample obeys the rules of the domain on every day, written here a second time.</summary>
public sealed partial class SampleProvinceRulesTests
{
    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Everyone_but_the_province_has_exactly_one_parent_on_every_day_of_its_life(string day)
    {
        SampleSet sample = SampleDays.On(day);
        Dictionary<string, Committee> byCode = sample.Committees.ToDictionary(c => c.Code);
        ILookup<string, Placement> placements = sample.Placements.ToLookup(p => p.Committee);
        foreach (Committee committee in sample.Committees)
        {
            Placement[] mine = [.. placements[committee.Code].OrderBy(p => p.From ?? DateOnly.MinValue)];
            Assert.Equal(committee.Code == "TU-MAU", mine.Length == 0);
            for (int i = 0; i < mine.Length; i++)
            {
                Assert.Equal(i == 0 ? committee.OpenedOn : mine[i - 1].To!.Value.AddDays(1), mine[i].From);
                Assert.True(byCode[mine[i].Parent].Level < committee.Level);
                Assert.True(byCode[mine[i].Parent].IsOpenOn(mine[i].From ?? mine[i].To ?? SampleDays.Day(day)));
                Assert.True(byCode[mine[i].Parent].IsOpenOn(mine[i].To ?? SampleDays.Day(day)));
            }

            Assert.True(mine.Length == 0 || mine[^1].To == committee.ClosedOn);
        }
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Numbers_are_positions_and_parents_come_first(string day)
    {
        SampleSet sample = SampleDays.On(day);
        Dictionary<string, int> numbers = sample.Committees.ToDictionary(c => c.Code, c => c.Number);
        Assert.Equal(Enumerable.Range(0, sample.Committees.Count), sample.Committees.Select(c => c.Number));
        Assert.All(sample.Placements, p => Assert.True(numbers[p.Parent] < numbers[p.Committee]));
        Assert.All(sample.Committees, c => Assert.Matches("^[A-Za-z0-9.-]{1,64}$", c.Code));
    }

    [Fact]
    public void A_closed_committee_leaves_no_open_child_and_its_successors_are_open()
    {
        SampleSet sample = SampleDays.On(SampleDays.Usual);
        Dictionary<string, Committee> byCode = sample.Committees.ToDictionary(c => c.Code);
        foreach (Committee closed in sample.Committees.Where(c => c.ClosedOn is not null))
        {
            DateOnly after = closed.ClosedOn!.Value.AddDays(1);
            Assert.DoesNotContain(sample.Placements, p => p.Parent == closed.Code && (p.To is null || p.To >= after));
            Assert.NotEmpty(closed.Successors);
            Assert.All(closed.Successors, s => Assert.True(byCode[s].IsOpenOn(after)));
        }
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void A_return_is_owed_by_every_district_and_grassroots_committee_open_at_the_end_of_the_quarter(string day)
    {
        SampleSet sample = SampleDays.On(day);
        Period[] quarters = [.. sample.Returns.Select(r => r.Period).Distinct().Order()];
        Assert.Equal(12, quarters.Length);
        Assert.Equal(Period.QuarterOf(SampleDays.Day(day)).Previous(), quarters[^1]);
        foreach (Period quarter in quarters)
        {
            IEnumerable<int> owing = sample.Committees.Where(c => c.Level is CommitteeLevel.District or CommitteeLevel.Grassroots && c.IsOpenOn(quarter.End)).Select(c => c.Number);
            Assert.Equal(owing, sample.Returns.Where(r => r.Period == quarter).Select(r => r.Committee).Order());
        }

        Assert.Equal(212, sample.Returns.Count(r => r.Period == quarters[^1]));
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void A_return_is_handed_in_after_its_quarter_and_before_tomorrow(string day)
    {
        SampleSet sample = SampleDays.On(day);
        foreach (Return owed in sample.Returns)
        {
            Assert.Equal(owed.Period.End.AddDays(15), owed.DueOn);
            Assert.Equal(owed.State is ReturnState.NotStarted or ReturnState.Draft, owed.SubmittedOn is null);
            Assert.True(owed.SubmittedOn is null || (owed.SubmittedOn >= owed.Period.End && owed.SubmittedOn <= SampleDays.Day(day)));
            Assert.True(owed.SubmittedOn is null || sample.Committees[owed.Committee].IsOpenOn(owed.SubmittedOn.Value));
        }
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Figures_stand_as_their_return_stands(string day)
    {
        SampleSet sample = SampleDays.On(day);
        var figures = sample.Figures.ToLookup(f => (f.Committee, f.Period));
        foreach (Return owed in sample.Returns)
        {
            SampleFigure[] stated = [.. figures[(sample.Committees[owed.Committee].Code, owed.Period)]];
            string[] asked = owed.IsIn ? [.. sample.Forms.Single(f => f.Code == owed.Form).Indicators] : [];
            Assert.Equal(asked, stated.Select(f => f.Indicator));
            Assert.All(stated, f => Assert.Equal(owed.State == ReturnState.Submitted, f.Standing == Standing.Provisional));
        }
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Figures_are_whole_stated_once_and_never_overlap_partly(string day)
    {
        SampleSet sample = SampleDays.On(day);
        Dictionary<string, Committee> byCode = sample.Committees.ToDictionary(c => c.Code);
        HashSet<string> indicators = [.. IndicatorCatalogue.Load().Select(i => i.Code)];
        Assert.All(sample.Figures, f => Assert.True(f.Value >= 0 && indicators.Contains(f.Indicator) && byCode[f.Committee].IsOpenOn(f.Period.End)));
        Assert.All(sample.Figures.Where(f => byCode[f.Committee].Level == CommitteeLevel.Cell), f => Assert.Equal(Standing.Final, f.Standing));
        foreach (var group in sample.Figures.GroupBy(f => (f.Committee, f.Indicator)))
        {
            Period[] periods = [.. group.Select(f => f.Period).Order()];
            Assert.True(periods.Zip(periods.Skip(1)).All(pair => !pair.First.Overlaps(pair.Second)));
        }
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void A_late_return_is_a_lapse_from_the_day_after_it_was_due_until_it_is_handed_in(string day)
    {
        SampleSet sample = SampleDays.On(day);
        var expected = sample.Returns
            .Where(r => r.DueOn < SampleDays.Day(day) && (r.SubmittedOn is null || r.SubmittedOn > r.DueOn))
            .Select(r => (r.Committee, r.DueOn.AddDays(1), r.SubmittedOn, (string?)$"TD-QUY|{r.Period}"));
        var late = sample.Lapses.Where(l => l.Kind == LapseKind.LateReturn).Select(l => (l.Committee, l.FoundOn, l.RemediedOn, l.Note));
        Assert.Equal(expected.Order(), late.Order());
        Assert.Equal(sample.Lapses.Where(l => l.FoundBy == LapseSource.System), sample.Lapses.Where(l => l.Kind == LapseKind.LateReturn));
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Lapses_are_found_before_they_are_remedied_and_end_with_their_committee(string day)
    {
        SampleSet sample = SampleDays.On(day);
        foreach (Lapse lapse in sample.Lapses)
        {
            Committee committee = sample.Committees[lapse.Committee];
            Assert.True(lapse.FoundOn <= SampleDays.Day(day) && lapse.FoundOn <= lapse.RemedyDueOn && committee.IsOpenOn(lapse.FoundOn));
            Assert.True(lapse.RemediedOn is null || (lapse.FoundOn <= lapse.RemediedOn && lapse.RemediedOn <= SampleDays.Day(day)));
            Assert.True(committee.ClosedOn is null || lapse.RemediedOn <= committee.ClosedOn);
        }
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void No_text_holds_a_number_an_address_or_a_form_of_address_of_a_person(string day)
    {
        SampleSet sample = SampleDays.On(day);
        IEnumerable<string?> texts = sample.Committees.SelectMany(c => new[] { c.Name, c.NameEn }).Concat(sample.Lapses.Select(l => l.Note)).Concat(sample.Complaints.Select(c => c.Category));
        Assert.DoesNotContain(texts, text => text is not null && Personal.IsMatch(text));
        Assert.Matches(Personal, "Đồng chí");
        Assert.Matches(Personal, "079 123 456 789");
    }

    [GeneratedRegex(@"(\d[ .-]?){8,}|@|(^|\s)(ông|bà|đồng chí|đ/c|anh|chị)(\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Personal { get; }
}
