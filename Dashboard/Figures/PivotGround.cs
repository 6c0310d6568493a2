using System.Collections.Immutable;
using Dashboard.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Domain.Rollups;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Figures;

/// <summary>
/// What of a pivot no figure changes: its periods, the returns that are in, the plans, the reorganisations. Read once and used
/// again while figures arrive, which is most of what happens.
/// </summary>
internal sealed class PivotGround
{
    private readonly LiveState _state;
    private readonly DateOnly _today;

    public PivotGround(LiveState state, PivotQuestion question, DateOnly today)
    {
        (_state, _today) = (state, today);
        View = question.View == StructureView.Then ? View.Then : View.Now;
        Periods = PivotPeriods.EndingWith(question.Last);
        Period[] shown = Periods.Columns.ToArray();
        Columns = shown.Select(period => Column(question, period)).ToValueList();
        Breaks = BreaksOf(question.Committee, shown).ToValueList();
        Plans = [.. Periods.All.Select((period, at) => at + Periods.ToLastYear >= Periods.First ? PlansOf(question, period) : null)];
        OwnReturn = PivotReturns.Own(state, question.Committee, question.Last, today);
        FreshStarts = View == View.Now ? [] : [.. state.Hierarchy.ReorganisedOn(question.Committee).Select(day => Array.FindIndex(Periods.All, p => p.End >= day)).Where(at => at > 0)];
    }

    public View View { get; }

    public PivotPeriods Periods { get; }

    public ValueList<PivotColumn> Columns { get; }

    public ValueList<PivotBreak> Breaks { get; }

    /// <summary>Plans of the year of each period that is shown or compared with; null for the others.</summary>
    public PivotPlans?[] Plans { get; }

    public ReturnState? OwnReturn { get; }

    /// <summary>Periods in which a series of the committee begins anew: in today's structure the past is restated, so none does.</summary>
    public int[] FreshStarts { get; }

    /// <summary>Whether all this is still so: between two states only what changed is another instance.</summary>
    public bool HoldsFor(LiveState state, DateOnly today) =>
        today == _today && ReferenceEquals(state.Hierarchy, _state.Hierarchy) && state.Forms == _state.Forms
        && ReferenceEquals(state.Plans, _state.Plans) && ReferenceEquals(state.Returns, _state.Returns);

    private PivotColumn Column(PivotQuestion question, Period period)
    {
        (int handedIn, int owing) = PivotReturns.Count(_state, new Subtree(ParentsOf(period), question.Committee), period, _today);
        return new PivotColumn(period, handedIn, owing, period.End >= _today);
    }

    private IEnumerable<PivotBreak> BreaksOf(int committee, Period[] shown)
    {
        foreach (DateOnly day in _state.Hierarchy.ReorganisedOn(committee).Where(day => day > shown[0].Start && day <= shown[^1].End))
        {
            int column = Array.FindIndex(shown, period => period.End >= day);
            yield return new PivotBreak(day, column, day > shown[column].Start);
        }
    }

    private PivotPlans? PlansOf(PivotQuestion question, Period period) => period.Kind == PeriodKind.Range ? null : new PivotPlans(
        _state, question.Committee, period.End.Year, ParentsOf(period), committee => View == View.Now ? _state.Hierarchy.CarrierOf(committee, _today) : committee);

    private ImmutableArray<int> ParentsOf(Period period) => View == View.Then ? _state.Hierarchy.ParentsOn(period.End) : _state.Hierarchy.ParentsNow(_today);
}
