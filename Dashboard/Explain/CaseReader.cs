using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;
using Dashboard.Live;

namespace Dashboard.Explain;

/// <summary>Finds the cases that a number counted from a register is made of: it counts by whole months, the one that runs as of today.</summary>
public sealed class CaseReader(IFigures figures)
{
    /// <summary>The cases, the one that is due first at the head; none for a number that is not counted from a register.</summary>
    public ValueList<CountedCase> Read(ProofQuestion question)
    {
        if (question.Measured.Register is not { } register)
        {
            return [];
        }

        LiveState state = figures.Now;
        HashSet<int> region = ProofGround.Of(state.Hierarchy, figures.Today).Region(question.View, question.Committee, question.Period);
        CountedCase[] within = register == RegisterIndicators.Complaints
            ? [.. state.Complaints.Values.Where(c => region.Contains(c.Committee)).Select(c => Of(c, state))]
            : [.. state.Lapses.Values.Where(l => region.Contains(l.Committee)).Select(l => Of(l, state))];
        return within.Where(one => IsCounted(one, question, register, state)).OrderBy(one => one.Days.DueOn).ThenBy(one => one.Id).ToValueList();
    }

    /// <summary>The day at whose end the open ones of a period are counted; null when no month of it has begun.</summary>
    public DateOnly? StockDay(Period period)
    {
        DateOnly last = period.End < figures.Today ? period.End : figures.Today;
        var month = Period.Month(last.Year, last.Month);
        if (!period.Contains(month))
        {
            month = month.Previous();
        }

        return !period.Contains(month) ? null : month.End < figures.Today ? month.End : figures.Today;
    }

    private bool IsCounted(CountedCase one, ProofQuestion question, RegisterIndicators register, LiveState state)
    {
        string code = question.Measured.Code;
        if (code == register.Came || code == register.Left)
        {
            return (code == register.Came ? one.Days.Came : one.Days.Left) is { } day && day <= figures.Today && question.Period.Contains(Period.Month(day.Year, day.Month));
        }

        return StockDay(question.Period) is { } stock
            && (code == register.Open ? one.Days.IsOpenOn(stock) : one.Days.IsOverdueOn(stock))
            && state.Hierarchy[state.Hierarchy.NumberOf(one.Committee.Code)].IsOpenOn(question.Period.End);
    }

    private static CountedCase Of(Complaint one, LiveState state) =>
        new(one.Id, Words.Of(one.Kind), one.Reference, CommitteeDoor.LinkTo(state.Hierarchy, one.Committee), RegisterCase.Of(one));

    private static CountedCase Of(Lapse one, LiveState state) =>
        new(one.Id, Words.Of(one.Kind), null, CommitteeDoor.LinkTo(state.Hierarchy, one.Committee), RegisterCase.Of(one));
}
