using Dashboard.Domain.Committees;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Returns;

namespace Dashboard.SampleData;

/// <summary>
/// Lapses of twelve quarters. The late returns follow from the returns; the other kinds fill up to 75 open today, 18 of
/// them overdue, and 139 found within the last 365 days.
/// </summary>
internal sealed class SampleLapses
{
    private const int Open = 75, FoundInYear = 139, FoundPerEarlierYear = 178, LongestRemedy = 340, LongestOpen = 340;

    private static readonly int[] KindWeights = [0, 30, 22, 14, 12, 10, 10, 0, 2];

    private readonly DateOnly _today;

    private readonly SampleRandom _random;

    private readonly SampleHolders _holders;

    private readonly int[] _districtWeights = [.. SampleDistricts.Today.Select(d => d.Units + 2 * d.Progress.Missing)];

    private readonly List<Lapse> _all = [];

    public SampleLapses(SampleCalendar calendar, SampleStructure structure, SampleReturns returns, SampleRandom random)
    {
        (_today, _random) = (calendar.Today, random.For("lapses"));
        _holders = new SampleHolders(structure, _random);
        _all.AddRange(returns.All.Select(LateReturn).OfType<Lapse>());
        AddOpen();
        DateOnly yearAgo = _today.AddDays(-365);
        AddRemedied(FoundInYear - _all.Count(l => l.FoundOn > yearAgo), yearAgo.AddDays(1), _today.AddDays(-20));
        DateOnly start = calendar.Quarters[0].Start.AddDays(-LongestRemedy);
        AddRemedied(FoundPerEarlierYear * (yearAgo.DayNumber - start.DayNumber) / 365, start, yearAgo);
        All = [.. _all.OrderBy(l => l.FoundOn).ThenBy(l => l.Committee).ThenBy(l => l.Kind)];
    }

    /// <summary>Every lapse in the order in which they were found.</summary>
    public IReadOnlyList<Lapse> All { get; }

    // Found the day after the due date, to be remedied before the next quarter ends, remedied when the return came in.
    private Lapse? LateReturn(Return owed)
    {
        bool late = owed.DueOn < _today && (owed.SubmittedOn is null || owed.SubmittedOn > owed.DueOn);
        return !late ? null : new Lapse
        {
            Committee = owed.Committee,
            Kind = LapseKind.LateReturn,
            FoundOn = owed.DueOn.AddDays(1),
            FoundBy = LapseSource.System,
            RemedyDueOn = owed.Period.Next().End,
            RemediedOn = owed.SubmittedOn,
            Note = Domain.Returns.LateReturn.NoteOf(owed),
        };
    }

    private void AddOpen()
    {
        int late = _all.Count(l => l.RemediedOn is null);
        foreach (var (district, kind, open, overdue) in SampleOpenLapses.Always)
        {
            for (int i = 0; i < open; i++)
            {
                AddOpen(district, kind, overdue: i < overdue);
            }
        }

        int fillers = Open - late - SampleOpenLapses.Always.Sum(l => l.Open);
        for (int i = 0; i < fillers; i++)
        {
            var (district, kind) = SampleOpenLapses.Fillers[i % SampleOpenLapses.Fillers.Count];
            AddOpen(district, kind, overdue: false);
        }
    }

    private void AddOpen(int district, LapseKind kind, bool overdue)
    {
        Committee committee = kind == LapseKind.Secrecy ? _holders.Office(district) : _holders.Pick(district, _today, 0.4);
        DateOnly due = _today.AddDays(overdue ? -_random.Between(3, 50) : _random.Between(4, 80));
        DateOnly found = overdue ? due.AddDays(-_random.Between(60, 280)) : _today.AddDays(-_random.Between(5, LongestOpen));
        _all.Add(Make(committee, kind, committee.OpenedOn > found ? committee.OpenedOn.Value : found, due, remedied: null));
    }

    private void AddRemedied(int count, DateOnly from, DateOnly to)
    {
        for (int i = 0; i < count; i++)
        {
            DateOnly found = from.AddDays(_random.Between(0, to.DayNumber - from.DayNumber));
            Committee committee = _holders.Pick(_random.PickWeighted(_districtWeights), found, 0.4);
            int allowed = _random.Between(60, LongestRemedy - 60);
            int taken = _random.Chance(0.65) ? _random.Between(allowed * 2 / 3, allowed) : allowed + _random.Between(3, 60);
            DateOnly latest = committee.ClosedOn ?? _today.AddDays(-1);
            DateOnly remedied = found.AddDays(taken) < latest ? found.AddDays(taken) : SomeDay(found, latest);
            _all.Add(Make(committee, (LapseKind)_random.PickWeighted(KindWeights), found, found.AddDays(allowed), remedied));
        }
    }

    private DateOnly SomeDay(DateOnly from, DateOnly to) => from.AddDays(_random.Between(0, to.DayNumber - from.DayNumber));

    private Lapse Make(Committee committee, LapseKind kind, DateOnly found, DateOnly due, DateOnly? remedied) => new()
    {
        Committee = committee.Number,
        Kind = kind,
        Severity = kind == LapseKind.Secrecy || _random.Chance(0.2) ? LapseSeverity.Serious : LapseSeverity.Minor,
        FoundOn = found,
        FoundBy = _random.Chance(0.7) ? LapseSource.Inspection : LapseSource.SelfReport,
        RemedyDueOn = due,
        RemediedOn = remedied,
    };
}
