using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;

namespace Dashboard.Domain.Complaints;

/// <summary>Whether a register keeps up: what came and what left in a period, and how old is what is open on a day.</summary>
/// <param name="Received">Came in the period.</param>
/// <param name="Resolved">Left in the period.</param>
/// <param name="ResolvedInTime">Of these, on or before the due day.</param>
/// <param name="Ages">The open ones on the day, by age.</param>
/// <param name="Forecast">What becomes of their deadlines at the pace of the last weeks.</param>
public sealed record Backlog(long Received, long Resolved, long ResolvedInTime, BacklogAges Ages, BacklogForecast Forecast)
{
    /// <summary>Resolved of received, 1 for as many; null when nothing came. Above 1 the backlog shrinks.</summary>
    public double? Clearance => Received == 0 ? null : (double)Resolved / Received;

    /// <summary>Share of the resolved ones that were in time; null when none was resolved.</summary>
    public double? InTime => Resolved == 0 ? null : (double)ResolvedInTime / Resolved;

    /// <summary>Counts <paramref name="cases"/> over <paramref name="period"/> and as of <paramref name="today"/>; what is dated after it has not happened yet.</summary>
    public static Backlog Of(IReadOnlyCollection<RegisterCase> cases, Period period, DateOnly today)
    {
        RegisterCase[] resolved = [.. cases.Where(c => c.Left is { } left && period.Contains(left) && left <= today)];
        return new Backlog(
            cases.Count(c => period.Contains(c.Came) && c.Came <= today),
            resolved.Length,
            resolved.Count(c => c.Left <= c.DueOn),
            BacklogAges.Of(cases, today),
            BacklogForecast.Of(cases, today));
    }
}
