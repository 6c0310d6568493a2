using System.Globalization;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;

namespace Dashboard.SampleData;

/// <summary>Complaints of twelve quarters: the resolved ones, and the 42 that are open today, in every band.</summary>
internal sealed class SampleComplaints
{
    /// <summary>Days within which a case is accepted for handling or not.</summary>
    public const int DaysToAccept = 10;

    private const double PerDay = 1.0;

    private const int DaysToResolve = 30, DaysIfComplex = 45;

    private static readonly int[] KindWeights = [15, 17, 10];

    private static readonly int[] OutcomeWeights = [22, 18, 42, 10];

    private readonly DateOnly _today;

    private readonly SampleRandom _random;

    private readonly SampleHolders _holders;

    private readonly int[] _districtWeights =
        [.. Enumerable.Range(0, SampleDistricts.Today.Count).Select(d => 1 + SampleOpenComplaints.All.Count(c => c.District == d))];

    private readonly List<Complaint> _all = [];

    public SampleComplaints(SampleCalendar calendar, SampleStructure structure, SampleRandom random)
    {
        (_today, _random) = (calendar.Today, random.For("complaints"));
        _holders = new SampleHolders(structure, _random);
        foreach (var (district, kind, daysLeft, accepted) in SampleOpenComplaints.All)
        {
            AddOpen(district, kind, daysLeft, accepted);
        }

        for (DateOnly day = calendar.Quarters[0].Start.AddDays(-60); day < _today; day = day.AddDays(1))
        {
            if (_random.Chance(PerDay))
            {
                AddResolved(day);
            }
        }

        All = Numbered(_all);
    }

    /// <summary>Every complaint in the order in which they were received.</summary>
    public IReadOnlyList<Complaint> All { get; }

    private void AddOpen(int district, ComplaintKind kind, int daysLeft, bool isAccepted)
    {
        bool oldest = daysLeft == SampleOpenComplaints.All[0].DaysLeft;
        Committee committee = _holders.Pick(district, _today, oldest ? 1 : 0.7);
        DateOnly due = _today.AddDays(daysLeft);
        int extensions = kind != ComplaintKind.Denunciation ? 0 : oldest ? 2 : daysLeft > 28 || daysLeft < 0 ? 1 : 0;
        int allowed = !isAccepted ? DaysToAccept : kind == ComplaintKind.Complaint && daysLeft > 28 ? DaysIfComplex : DaysToResolve * (1 + extensions);
        DateOnly counted = due.AddDays(-allowed);
        _all.Add(new Complaint
        {
            Committee = committee.Number,
            Reference = "",
            Kind = kind,
            Category = Category(),
            ReceivedOn = isAccepted ? counted.AddDays(-_random.Between(1, DaysToAccept)) : counted,
            AcceptedOn = isAccepted ? counted : null,
            DueOn = due,
            Extensions = extensions,
        });
    }

    // What would still be open is left out: the open ones are listed one by one.
    private void AddResolved(DateOnly received)
    {
        Committee committee = _holders.Pick(_random.PickWeighted(_districtWeights), received, 0.7);
        var kind = (ComplaintKind)_random.PickWeighted(KindWeights);
        Complaint complaint = _random.Chance(0.08) ? PassedOn(committee, kind, received) : Handled(committee, kind, received);
        if (committee.ClosedOn is { } closed && complaint.ResolvedOn > closed)
        {
            complaint = complaint with { ResolvedOn = closed, Outcome = ComplaintOutcome.PassedOn };
            complaint = complaint.AcceptedOn > closed ? complaint with { AcceptedOn = null, DueOn = received.AddDays(DaysToAccept), Extensions = 0 } : complaint;
        }

        if (complaint.ResolvedOn < _today)
        {
            _all.Add(complaint);
        }
    }

    private Complaint PassedOn(Committee committee, ComplaintKind kind, DateOnly received) => new()
    {
        Committee = committee.Number,
        Reference = "",
        Kind = kind,
        Category = Category(),
        ReceivedOn = received,
        DueOn = received.AddDays(DaysToAccept),
        ResolvedOn = received.AddDays(_random.Between(2, DaysToAccept)),
        Outcome = ComplaintOutcome.PassedOn,
    };

    private Complaint Handled(Committee committee, ComplaintKind kind, DateOnly received)
    {
        DateOnly accepted = received.AddDays(_random.Between(1, DaysToAccept));
        int extensions = kind == ComplaintKind.Denunciation && _random.Chance(0.3) ? _random.Between(1, 2) : 0;
        int allowed = kind == ComplaintKind.Complaint && _random.Chance(0.3) ? DaysIfComplex : DaysToResolve * (1 + extensions);
        bool late = _random.Chance(0.2);
        return new Complaint
        {
            Committee = committee.Number,
            Reference = "",
            Kind = kind,
            Category = Category(),
            ReceivedOn = received,
            AcceptedOn = accepted,
            DueOn = accepted.AddDays(allowed),
            Extensions = extensions,
            ResolvedOn = accepted.AddDays(late ? allowed + _random.Between(2, 40) : _random.Between(allowed / 2, allowed)),
            Outcome = (ComplaintOutcome)_random.PickWeighted(OutcomeWeights),
        };
    }

    // Mostly the first categories of the list.
    private string Category() =>
        ComplaintCategories.All[Math.Min(_random.Between(0, ComplaintCategories.All.Count - 1), _random.Between(0, ComplaintCategories.All.Count - 1))];

    // The registers number their cases by year in the order in which they come in.
    private static Complaint[] Numbered(List<Complaint> complaints)
    {
        var last = new Dictionary<(int Committee, int Year), int>();
        return [.. complaints.OrderBy(c => c.ReceivedOn).ThenBy(c => c.Committee).ThenBy(c => c.DueOn).Select(complaint =>
        {
            (int, int) register = (complaint.Committee, complaint.ReceivedOn.Year);
            last[register] = last.GetValueOrDefault(register) + 1;
            return complaint with { Reference = string.Create(CultureInfo.InvariantCulture, $"{complaint.ReceivedOn.Year:0000}/{last[register]:0000}") };
        })];
    }
}
