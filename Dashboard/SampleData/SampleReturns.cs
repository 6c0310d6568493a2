using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.SampleData;

/// <summary>One return per committee and quarter owed: nearly all of the past approved, the latest quarter in every state.</summary>
internal sealed class SampleReturns
{
    private const double LateShare = 0.025;

    private readonly Form _form;

    private readonly SampleCalendar _calendar;

    private readonly SampleRandom _random;

    private readonly List<Return> _all = [];

    public SampleReturns(Form form, SampleCalendar calendar, SampleStructure structure, SampleRandom random)
    {
        (_form, _calendar, _random) = (form, calendar, random.For("returns"));
        for (int quarter = 0; quarter < SampleCalendar.Count; quarter++)
        {
            for (int district = 0; district < SampleDistricts.Today.Count; district++)
            {
                Add(structure, district, quarter);
            }
        }
    }

    /// <summary>Every return, by quarter and district.</summary>
    public IReadOnlyList<Return> All => _all;

    private void Add(SampleStructure structure, int index, int quarter)
    {
        SampleDistrict district = SampleDistricts.Today[index];
        DateOnly end = _calendar.Quarters[quarter].End;
        foreach (int office in SampleStructure.Offices(index, end))
        {
            Add(office, quarter, quarter == SampleCalendar.Latest ? district.Progress.Own : ReturnState.Approved, structure.Committees[office].ClosedOn);
        }

        foreach (SampleUnit unit in structure.UnitsOn(index, end))
        {
            Add(unit.Number, quarter, State(district, unit, quarter), unit.ClosedOn);
        }
    }

    private static ReturnState State(SampleDistrict district, SampleUnit unit, int quarter) => quarter switch
    {
        SampleCalendar.Latest => district.Progress.Of(unit.Position, district.Units),
        SampleCalendar.Latest - 1 when unit.Position >= district.Units - district.Progress.StillOwed => ReturnState.NotStarted,
        _ => ReturnState.Approved,
    };

    private void Add(int committee, int quarter, ReturnState state, DateOnly? closedOn)
    {
        Period period = _calendar.Quarters[quarter];
        DateOnly due = _form.DueOn(period);
        _all.Add(new Return
        {
            Committee = committee,
            Form = _form.Code,
            Period = period,
            State = state,
            DueOn = due,
            SubmittedOn = state is ReturnState.NotStarted or ReturnState.Draft ? null : SubmittedOn(period, due, quarter, closedOn),
        });
    }

    // A committee that closes hands in its last return before it does.
    private DateOnly SubmittedOn(Period period, DateOnly due, int quarter, DateOnly? closedOn)
    {
        bool late = quarter != SampleCalendar.Latest && _random.Chance(LateShare);
        DateOnly day = late ? due.AddDays(_random.Between(1, 25)) : period.End.AddDays(_random.Between(3, due.DayNumber - period.End.DayNumber));
        DateOnly latest = closedOn is { } closed && closed < day ? closed : _calendar.Today;
        return day < latest ? day : latest;
    }
}
