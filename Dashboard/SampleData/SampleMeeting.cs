using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.SampleData;

/// <summary>
/// The province's last meeting, held in the middle of the latest complete quarter, so that a new database can be asked what
/// has changed since: what of the sample was known then, and which figures were stated differently.
/// </summary>
internal static class SampleMeeting
{
    /// <summary>Code of the committee that met.</summary>
    public const string Committee = "TU-MAU";

    /// <summary>When it was opened, by the clock on the wall.</summary>
    public static readonly TimeOnly Opened = new(8, 0);

    /// <summary>The day of the meeting.</summary>
    public static DateOnly DayBefore(DateOnly today) => Period.QuarterOf(today).Previous().Start.AddMonths(1).AddDays(14);

    /// <summary>What was known of a set on a day, with the same committees.</summary>
    public static SampleSet KnownOn(this SampleSet set, DateOnly day)
    {
        HashSet<(string, Period)> late = [.. set.Returns.Where(r => r.SubmittedOn > day).Select(r => (set.Committees[r.Committee].Code, r.Period))];
        return set with
        {
            Figures = [.. set.Figures.Where(f => f.Period.End < day && !late.Contains((f.Committee, f.Period))).Select(AsFirstStated)],
            Returns = [.. set.Returns.Where(r => r.Period.End < day).Select(r => r.SubmittedOn > day ? r with { State = ReturnState.NotStarted, SubmittedOn = null } : r)],
            Lapses = [.. set.Lapses.Where(l => l.FoundOn <= day).Select(l => l.RemediedOn > day ? l with { RemediedOn = null } : l)],
            Complaints = [.. set.Complaints.Where(c => c.ReceivedOn <= day).Select(c => KnownOn(c, day))],
            Directives = [.. set.Directives.Where(d => d.IssuedOn is null || d.IssuedOn <= day)],
        };
    }

    // What is marked as revised was something else before.
    private static SampleFigure AsFirstStated(SampleFigure figure, int position) =>
        figure.Standing == Standing.Revised && figure.Value > 0 ? figure with { Value = figure.Value - Math.Min(figure.Value, 1 + position % 3), Standing = Standing.Final }
        : figure;

    private static Complaint KnownOn(Complaint complaint, DateOnly day)
    {
        Complaint known = complaint.ResolvedOn > day ? complaint with { ResolvedOn = null, Outcome = null } : complaint;
        return known.AcceptedOn > day ? known with { AcceptedOn = null, DueOn = known.ReceivedOn.AddDays(SampleComplaints.DaysToAccept), Extensions = 0 } : known;
    }
}
