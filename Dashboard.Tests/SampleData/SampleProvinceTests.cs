using System.Security.Cryptography;
using System.Text;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.SampleData;

namespace Dashboard.Tests.SampleData;

public sealed class SampleProvinceTests
{
    private static readonly SampleSet Sample = SampleDays.On(SampleDays.Usual);

    private static readonly DateOnly Day = SampleDays.Usual;

    private static readonly Period Latest = Period.Quarter(2026, 3);

    [Fact]
    public void The_same_day_and_seed_give_the_same_province() =>
        Assert.Equal(Checksum(Sample), Checksum(SampleProvince.Make(Day)));

    [Fact]
    public void Another_seed_gives_another_province() =>
        Assert.NotEqual(Checksum(Sample), Checksum(SampleProvince.Make(Day, seed: 1)));

    // When the sample is changed on purpose, the new checksum belongs in the same commit.
    [Fact]
    public void The_province_is_the_same_on_every_machine() =>
        Assert.Equal("e2b47e2e063799d8", Checksum(Sample));

    [Fact]
    public void A_day_before_2026_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleProvince.Make(new DateOnly(2025, 12, 31)));

    [Fact]
    public void Fourteen_committees_stand_below_the_province_and_the_first_is_the_city()
    {
        string[] children = [.. Sample.Placements.Where(p => p.Parent == "TU-MAU" && (p.To is null || p.To >= Day)).Select(p => p.Committee).Order(StringComparer.Ordinal)];
        Assert.Equal(Enumerable.Range(1, 14).Select(n => $"HU-MAU-{n:00}"), children);
        Assert.Equal("Đảng bộ thành phố Tân Giang", Sample.Committees.Single(c => c.Code == "HU-MAU-01").Name);
        Assert.Equal(198, Sample.Committees.Count(c => c.Level == CommitteeLevel.Grassroots && c.IsOpenOn(Day)));
        Assert.Equal(1000, Sample.Committees.Count(c => c.Level == CommitteeLevel.Cell));
        Assert.All(Sample.Committees, c => Assert.True(c.IsSample));
    }

    [Fact]
    public void Two_committees_were_merged_into_one_on_the_first_of_July_2025()
    {
        Committee[] former = [.. Sample.Committees.Where(c => c.Level == CommitteeLevel.District && c.ClosedOn is not null)];
        Assert.Equal(["HU-MAU-15", "HU-MAU-16"], former.Select(c => c.Code));
        Assert.All(former, c => Assert.Equal((new DateOnly(2025, 6, 30), "HU-MAU-06"), (c.ClosedOn!.Value, Assert.Single(c.Successors))));
        Assert.Equal(13, Sample.Placements.Count(p => p.Parent == "HU-MAU-06" && p.From == new DateOnly(2025, 7, 1)));
    }

    [Fact]
    public void The_province_vetted_what_the_trend_shows()
    {
        long[] vetted = [.. Vetted().GroupBy(f => f.Period).OrderBy(g => g.Key).Select(g => g.Sum(f => f.Value))];
        Assert.Equal([3912, 3705, 4020, 3988, 4102, 3846, 5214, 4146, 4215, 4310, 4398, 4486], vetted);
    }

    [Fact]
    public void The_quarter_before_the_congresses_lies_outside_the_process_limits()
    {
        double[] vetted = [.. Vetted().GroupBy(f => f.Period).OrderBy(g => g.Key).Select(g => (double)g.Sum(f => f.Value))];
        double[] moves = [.. vetted.Zip(vetted.Skip(1), (a, b) => Math.Abs(b - a))];
        double usual = moves.Where(m => m <= 3.267 * moves.Average()).Average();
        double upper = vetted.Average() + 2.66 * usual;
        Assert.Equal([5214.0], vetted.Where(v => v > upper));
    }

    [Fact]
    public void Each_committee_vetted_its_part_of_the_latest_quarter()
    {
        Dictionary<string, long> parts = Vetted().Where(f => f.Period == Latest).GroupBy(f => District(f.Committee)).ToDictionary(g => g.Key, g => g.Sum(f => f.Value));
        Assert.Equal([742, 512, 418, 356, 338, 331, 298, 287, 263, 243, 226, 214, 136, 122], parts.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value));
    }

    [Fact]
    public void The_purposes_of_the_latest_quarter_add_up()
    {
        Dictionary<string, long> purposes = Vetted().Where(f => f.Period == Latest).GroupBy(f => f.Indicator.Split('.')[1]).ToDictionary(g => g.Key, g => g.Sum(f => f.Value));
        Assert.Equal((374, 222, 1684, 1022), (purposes["congress"], purposes["election"], purposes["admission"], purposes["planning"]));
        Assert.Equal((496, 688), (purposes["appointment"], purposes["cadre"]));
    }

    [Fact]
    public void One_committee_declines_quarter_by_quarter()
    {
        long[] vetted = [.. Vetted().Where(f => District(f.Committee) == "10" && f.Period.Start >= new DateOnly(2025, 7, 1)).GroupBy(f => f.Period).OrderBy(g => g.Key).Select(g => g.Sum(f => f.Value))];
        Assert.Equal(vetted.OrderDescending(), vetted);
        Assert.Equal((268, 243), (vetted[0], vetted[^1]));
    }

    [Fact]
    public void The_bloc_of_enterprises_is_well_behind_its_plan()
    {
        long plan = Sample.Plans.Where(p => p.Committee == "HU-MAU-13" && p.Year == 2026).Sum(p => p.Value);
        Assert.Equal(880, plan);
        Assert.Equal(0.618, 136 / (plan / 4.0), precision: 3);
    }

    [Theory]
    [InlineData(2023, 16000)]
    [InlineData(2024, 16000)]
    [InlineData(2025, 17200)]
    [InlineData(2026, 19200)]
    public void The_plans_of_a_year_add_up_to_the_provinces(int year, long expected) =>
        Assert.Equal(expected, Sample.Plans.Where(p => p.Year == year).Sum(p => p.Value));

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void The_latest_returns_are_in_every_state(string day)
    {
        SampleSet sample = SampleDays.On(day);
        Dictionary<ReturnState, int> states = sample.Returns.GroupBy(r => r.Period).MaxBy(g => g.Key)!.CountBy(r => r.State).ToDictionary();
        Assert.Equal((149, 38, 5), (states[ReturnState.Approved], states[ReturnState.Submitted], states[ReturnState.SentBack]));
        Assert.Equal((9, 11), (states[ReturnState.Draft], states[ReturnState.NotStarted]));
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Lapses_are_open_and_overdue_on_any_day(string day)
    {
        DateOnly today = SampleDays.Day(day);
        IReadOnlyList<Lapse> lapses = SampleDays.On(day).Lapses;
        Assert.Equal((75, 18), (lapses.Count(l => l.IsOpenOn(today)), lapses.Count(l => l.IsOverdueOn(today))));
        Assert.Equal(139, lapses.Count(l => l.FoundOn > today.AddDays(-365)));
        Assert.Equal(Enum.GetValues<LapseKind>(), lapses.Where(l => l.IsOpenOn(today)).Select(l => l.Kind).Distinct().Order());
        Assert.Equal("HU-MAU-03", SampleDays.On(day).Committees[lapses.Single(l => l.Kind == LapseKind.Secrecy).Committee].Code);
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Complaints_are_open_in_every_band_on_any_day(string day)
    {
        DateOnly today = SampleDays.Day(day);
        Complaint[] open = [.. SampleDays.On(day).Complaints.Where(c => c.IsOpenOn(today))];
        Dictionary<DeadlineBand, int> bands = open.CountBy(c => c.BandOn(today)).ToDictionary();
        Assert.Equal((29, 7, 6), (bands[DeadlineBand.Within], bands[DeadlineBand.DueSoon], bands[DeadlineBand.Overdue]));
        Dictionary<ComplaintKind, int> kinds = open.CountBy(c => c.Kind).ToDictionary();
        Assert.Equal((15, 17, 10), (kinds[ComplaintKind.Complaint], kinds[ComplaintKind.Denunciation], kinds[ComplaintKind.Petition]));
        Complaint oldest = open.MinBy(c => c.DueOn)!;
        Assert.Equal((-41, "HU-MAU-02"), (oldest.DaysLeft(today), SampleDays.On(day).Committees[oldest.Committee].Code));
    }

    [Fact]
    public void Renumbering_changes_the_numbers_and_nothing_else()
    {
        SampleSet renumbered = Sample.Renumbered(code => Sample.Committees.Single(c => c.Code == code).Number + 10);
        Assert.All(renumbered.Committees.Zip(Sample.Committees), pair => Assert.Equal(pair.Second.Number + 10, pair.First.Number));
        Assert.Equal(Sample.Returns.Select(r => r with { Committee = r.Committee + 10 }), renumbered.Returns);
        Assert.Equal(Sample.Lapses.Select(l => l with { Committee = l.Committee + 10 }), renumbered.Lapses);
        Assert.Equal(Sample.Complaints.Select(c => c with { Committee = c.Committee + 10 }), renumbered.Complaints);
    }

    private static IEnumerable<SampleFigure> Vetted() => Sample.Figures.Where(f => f.Indicator.StartsWith("vetting.", StringComparison.Ordinal));

    // Codes of units and cells begin with the number of the committee they stood under first.
    private static string District(string code) => code[7..9] is "15" or "16" ? "06" : code[7..9];

    private static string Checksum(SampleSet sample)
    {
        IEnumerable<string> facts =
        [
            .. sample.Committees.Select(c => $"{c.Number},{c.Code},{c.Name},{c.NameEn},{c.Level},{c.OpenedOn:O},{c.ClosedOn:O},{string.Join(';', c.Successors)}"),
            .. sample.Placements.Select(p => $"{p.Committee},{p.Parent},{p.From:O},{p.To:O}"),
            .. sample.Figures.Select(f => $"{f.Committee},{f.Indicator},{f.Period},{f.Value},{f.OutOf},{f.Precision},{f.Standing}"),
            .. sample.Plans.Select(p => $"{p.Committee},{p.Indicator},{p.Year},{p.Value}"),
            .. sample.Returns.Select(r => $"{r.Committee},{r.Form},{r.Period},{r.State},{r.DueOn:O},{r.SubmittedOn:O}"),
            .. sample.Lapses.Select(l => $"{l.Committee},{l.Kind},{l.Severity},{l.FoundOn:O},{l.FoundBy},{l.RemedyDueOn:O},{l.RemediedOn:O},{l.Note}"),
            .. sample.Complaints.Select(c => $"{c.Committee},{c.Reference},{c.Kind},{c.Category},{c.ReceivedOn:O},{c.AcceptedOn:O},{c.DueOn:O},{c.Extensions},{c.ResolvedOn:O},{c.Outcome}"),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', facts))))[..16];
    }
}
