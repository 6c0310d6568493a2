using CsCheck;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;

namespace Dashboard.Tests.Registers;

public sealed class RegisterTests
{
    private static readonly DateOnly Start = new(2025, 11, 10);

    private static readonly Gen<RegisterCase> AnyCase = Gen.Select(Gen.Int[0, 400], Gen.Int[0, 120].Nullable(0.4), Gen.Int[0, 60])
        .Select((came, lasted, time) => new RegisterCase(Start.AddDays(came), lasted is { } days ? Start.AddDays(came + days) : null, Start.AddDays(came + time)));

    private static readonly Gen<Period> AnyPeriod = Gen.Select(Gen.Int[-30, 450], Gen.Int[0, 200]).Select((from, days) => new Period(Start.AddDays(from), Start.AddDays(from + days)));

    [Fact]
    public void Open_at_the_start_and_received_less_resolved_is_open_at_the_end_of_any_register_and_period() =>
        Gen.Select(AnyCase.Array[0, 40], AnyPeriod).Sample(
            (cases, period) =>
            {
                RegisterBalance balance = RegisterBalance.Of(cases, period);
                return balance.OpenAtStart + balance.Came - balance.Left == balance.OpenAtEnd
                    && balance.OpenAtStart == cases.Count(c => c.IsOpenOn(period.Start.AddDays(-1)))
                    && balance.OverdueAtEnd <= balance.OpenAtEnd;
            },
            iter: 5_000);

    [Fact]
    public void Each_month_balances_against_the_one_before() =>
        Gen.Select(AnyCase.Array[1, 40], Gen.Int[0, 500]).Sample(
            (cases, now) =>
            {
                ILookup<string, RegisterFigure> figures = RegisterFigures.ByMonth(cases, RegisterIndicators.Complaints, Start.AddDays(now)).ToLookup(f => f.Indicator);
                long open = 0;
                foreach (((RegisterFigure received, RegisterFigure resolved), RegisterFigure left) in figures["complaints.received"].Zip(figures["complaints.resolved"]).Zip(figures["complaints.open"]))
                {
                    open += received.Value - resolved.Value;
                    if (open != left.Value)
                    {
                        return false;
                    }
                }

                return open == cases.Count(c => c.IsOpenOn(Start.AddDays(now)));
            },
            iter: 2_000);

    [Fact]
    public void Months_run_without_a_gap_from_the_first_case_to_today_with_explicit_zeros()
    {
        RegisterCase[] cases = [new(new(2026, 8, 20), new(2026, 8, 25), new(2026, 9, 1)), new(new(2026, 11, 20), null, new(2026, 11, 30)), new(new(2026, 12, 1), null, new(2026, 12, 9))];
        RegisterFigure[] figures = [.. RegisterFigures.ByMonth(cases, RegisterIndicators.Lapses, new(2026, 11, 22))];
        Assert.Equal(["2026-08", "2026-09", "2026-10", "2026-11"], figures.Select(f => f.Month.ToString()).Distinct());
        Assert.Equal([1, 0, 0, 1], figures.Where(f => f.Indicator == "lapses.found").Select(f => f.Value));
        Assert.Equal([1, 0, 0, 0], figures.Where(f => f.Indicator == "lapses.remedied").Select(f => f.Value));
        Assert.Equal([0, 0, 0, 1], figures.Where(f => f.Indicator == "lapses.open").Select(f => f.Value));
        Assert.Empty(RegisterFigures.ByMonth([], RegisterIndicators.Lapses, new(2026, 11, 22)));
    }

    [Fact]
    public void A_case_becomes_overdue_by_itself_when_its_deadline_passes()
    {
        RegisterCase[] cases = [new(new(2026, 11, 1), null, new(2026, 11, 22))];
        Assert.Equal(0, Overdue(new(2026, 11, 22)));
        Assert.Equal(1, Overdue(new(2026, 11, 23)));
        long Overdue(DateOnly today) => RegisterFigures.ByMonth(cases, RegisterIndicators.Complaints, today).Last(f => f.Indicator == "complaints.overdue").Value;
    }

    [Fact]
    public void Complaints_and_lapses_count_as_they_say_themselves() =>
        Gen.Select(AnyCase, Gen.Int[-5, 500]).Sample(
            (one, d) =>
            {
                DateOnly day = Start.AddDays(d);
                var complaint = new Complaint { Committee = 0, Reference = "1", Kind = ComplaintKind.Petition, Category = "other", ReceivedOn = one.Came, ResolvedOn = one.Left, DueOn = one.DueOn };
                var lapse = new Lapse { Committee = 0, Kind = LapseKind.Other, FoundBy = LapseSource.SelfReport, FoundOn = one.Came, RemediedOn = one.Left, RemedyDueOn = one.DueOn };
                return RegisterCase.Of(complaint) == one && RegisterCase.Of(lapse) == one
                    && complaint.IsOpenOn(day) == one.IsOpenOn(day) && lapse.IsOpenOn(day) == one.IsOpenOn(day)
                    && complaint.IsOverdueOn(day) == one.IsOverdueOn(day) && lapse.IsOverdueOn(day) == one.IsOverdueOn(day);
            },
            iter: 1_000);
}
