using CsCheck;
using Dashboard.Domain;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;
using Dashboard.Domain.Rollups;

namespace Dashboard.Tests.Complaints;

/// <summary>The counts of the registers through the desk, the file, the log, the live state and the cube, after whatever officers do.</summary>
public sealed class ComplaintBalanceTests(ComplaintOffice office) : IClassFixture<ComplaintOffice>
{
    private static readonly string[] Committees = ["T", "A", "B", "A1", "A2"];

    private static readonly Gen<(int Act, int Who, int Days, int Which)> AnyAct = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 200], Gen.Int[0, 1000]);

    private int _made;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_at_the_start_and_received_less_resolved_is_open_at_the_end_for_every_committee_and_period_whatever_is_done()
    {
        await AnyAct.Array[1, 8].SampleAsync(
            async acts =>
            {
                foreach ((int act, int who, int days, int which) in acts)
                {
                    await DoAsync(act, Committees[1 + who], days, which);
                }

                Check();
            },
            iter: 25,
            threads: 1);
        Assert.True(office.Figures.Now.Complaints.Count > 10);
    }

    [Fact]
    public async Task A_first_case_that_is_moved_to_a_later_month_leaves_nothing_behind()
    {
        Complaint entered = await office.Desk.RegisterAsync(office.OfB, office.Case("B", ComplaintKind.Petition, $"SK-{Interlocked.Increment(ref _made)}", new(2020, 3, 5)), Cancelled);
        Assert.Equal(1, Rolled("B", RegisterIndicators.Complaints.Came, Period.Month(2020, 3)));
        DateOnly received = new(2020, 7, 5);
        await office.Desk.CorrectAsync(office.OfB, entered, entered with { ReceivedOn = received, DueOn = received.AddDays(10) }, "nhầm ngày", Cancelled);
        Assert.Equal((0, 1), (Rolled("B", RegisterIndicators.Complaints.Came, Period.Month(2020, 3)), Rolled("B", RegisterIndicators.Complaints.Came, Period.Quarter(2020, 3))));
        Check();
    }

    private async Task DoAsync(int act, string committee, int days, int which)
    {
        var by = committee == "B" ? office.OfB : office.OfA;
        DateOnly day = office.Today.AddDays(-days);
        Complaint[] known = [.. office.Reading.Of(office[committee]).OrderBy(c => c.Id)];
        Complaint? one = known.Length == 0 ? null : known[which % known.Length];
        try
        {
            await (act switch
            {
                1 when one is not null => office.Desk.AcceptAsync(by, one, Later(one.ReceivedOn, which), which % 2 == 0, Cancelled),
                2 when one is not null => office.Desk.ExtendAsync(by, one, Cancelled),
                3 when one is not null => office.Desk.ResolveAsync(by, one, Later(one.AcceptedOn ?? one.ReceivedOn, which), (ComplaintOutcome)(which % 5), Cancelled),
                4 when one is not null => office.Desk.CorrectAsync(by, one, Received(one, day), "sửa ngày", Cancelled),
                5 when one is { ResolvedOn: not null } => office.Desk.UndoAsync(by, one, one with { ResolvedOn = null, Outcome = null }, Cancelled),
                _ => office.Desk.RegisterAsync(by, office.Case(committee, (ComplaintKind)(which % 3), $"SK-{Interlocked.Increment(ref _made)}", day), Cancelled),
            });
        }
        catch (BrokenRuleException)
        {
            // What may not be done changes nothing, which is checked as well.
        }
    }

    private DateOnly Later(DateOnly from, int days) => from.AddDays(days % 60) < office.Today ? from.AddDays(days % 60) : office.Today;

    private static Complaint Received(Complaint one, DateOnly day) =>
        one with { ReceivedOn = day, AcceptedOn = null, Extensions = 0, DueOn = day.AddDays(DeadlineRules.Starting.DaysToAccept) };

    private void Check()
    {
        RegisterIndicators codes = RegisterIndicators.Complaints;
        foreach (string committee in Committees)
        {
            RegisterCase[] cases = [.. office.Figures.Now.Complaints.Values.Where(c => IsBelow(c.Committee, office[committee])).Select(RegisterCase.Of)];
            foreach (Period period in Periods(cases))
            {
                var counted = RegisterBalance.Of(cases, new Period(period.Start, period.End < office.Today ? period.End : office.Today));
                long start = Rolled(committee, codes.Open, Period.Month(period.Start.AddDays(-1).Year, period.Start.AddDays(-1).Month));
                (long came, long left, long end) = (Rolled(committee, codes.Came, period), Rolled(committee, codes.Left, period), Rolled(committee, codes.Open, period));
                Assert.Equal(end, start + came - left);
                Assert.Equal((counted.OpenAtStart, counted.Came, counted.Left, counted.OpenAtEnd, counted.OverdueAtEnd), (start, came, left, end, Rolled(committee, codes.Overdue, period)));
            }
        }
    }

    private IEnumerable<Period> Periods(RegisterCase[] cases)
    {
        DateOnly first = cases.Length == 0 ? office.Today : cases.Min(c => c.Came);
        for (var month = Period.Month(first.Year, first.Month); month.Start <= office.Today; month = month.Next())
        {
            yield return month;
        }

        for (var quarter = Period.QuarterOf(first); quarter.Start <= office.Today; quarter = quarter.Next())
        {
            yield return quarter;
        }

        yield return Period.Year(office.Today.Year);
        yield return Period.Half(office.Today.Year, 2);
    }

    private bool IsBelow(int committee, int top)
    {
        while (committee >= 0 && committee != top)
        {
            committee = office.Directory.Search.ParentOf(committee);
        }

        return committee == top;
    }

    private long Rolled(string committee, string code, Period period) =>
        office.Figures.Now.Indicators.TryNumberOf(code, out int indicator) ? office.Figures.Read(View.Now, office[committee], indicator, period).Value ?? 0 : throw new InvalidOperationException(code);
}
