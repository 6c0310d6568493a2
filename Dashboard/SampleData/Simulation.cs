using System.Globalization;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;

namespace Dashboard.SampleData;

/// <summary>
/// Thinks up figures and complaints that could arrive now, so that in development one sees the pages move. It only
/// proposes; whoever asked writes the change as a real one.
/// </summary>
public static class Simulation
{
    private const double ComplaintShare = 0.12;

    // Above this many open cases more are resolved than received, below it fewer, so that a long run stays plausible.
    private const int UsuallyOpen = 42;

    private const int DaysToAccept = 10;

    private static readonly ComplaintOutcome[] Outcomes =
        [ComplaintOutcome.Upheld, ComplaintOutcome.PartlyUpheld, ComplaintOutcome.NotUpheld, ComplaintOutcome.NotUpheld, ComplaintOutcome.Withdrawn];

    /// <summary>The next change; equal sequences and scenes give equal changes.</summary>
    /// <exception cref="ArgumentException">The scene holds neither a figure nor a complaint.</exception>
    public static SimulatedChange Next(SampleRandom random, SimulationScene scene)
    {
        if (scene.Figures.Count == 0 && scene.Complaints.Count == 0)
        {
            throw new ArgumentException("There is nothing that could change.", nameof(scene));
        }

        bool complaint = scene.Complaints.Count > 0 && (scene.Figures.Count == 0 || random.Chance(ComplaintShare));
        return complaint ? new(null, NextComplaint(random, scene)) : new(Restated(random, random.Pick(scene.Figures)), null);
    }

    // A correction after approval is marked as one.
    private static Figure Restated(SampleRandom random, Figure figure)
    {
        long step = figure.Value > 0 && random.Chance(0.15) ? -1 : random.Between(1, 3);
        long value = figure.Value + step;
        return figure with
        {
            Value = value > figure.OutOf ? figure.Value - 1 : value,
            Standing = figure.Standing == Standing.Provisional ? Standing.Provisional : Standing.Revised,
        };
    }

    private static Complaint NextComplaint(SampleRandom random, SimulationScene scene)
    {
        Complaint[] open = [.. scene.Complaints.Where(c => c.IsOpenOn(scene.Today))];
        bool resolve = open.Length > 0 && random.Chance(open.Length > UsuallyOpen ? 0.65 : 0.35);
        return resolve ? Resolved(random, random.Pick(open), scene.Today) : Received(random, scene);
    }

    private static Complaint Resolved(SampleRandom random, Complaint complaint, DateOnly today) => complaint with
    {
        ResolvedOn = today,
        Outcome = complaint.AcceptedOn is null ? ComplaintOutcome.PassedOn : random.Pick(Outcomes),
    };

    private static Complaint Received(SampleRandom random, SimulationScene scene)
    {
        int committee = random.Pick(scene.Complaints).Committee;
        string year = scene.Today.Year.ToString("0000/", CultureInfo.InvariantCulture);
        int last = scene.Complaints
            .Where(c => c.Committee == committee && c.Reference.StartsWith(year, StringComparison.Ordinal))
            .Select(c => int.Parse(c.Reference.AsSpan(year.Length), CultureInfo.InvariantCulture))
            .DefaultIfEmpty(0)
            .Max();
        return new Complaint
        {
            Committee = committee,
            Reference = year + (last + 1).ToString("0000", CultureInfo.InvariantCulture),
            Kind = (ComplaintKind)random.Between(0, 2),
            Category = random.Pick(ComplaintCategories.All),
            ReceivedOn = scene.Today,
            DueOn = scene.Today.AddDays(DaysToAccept),
        };
    }
}
