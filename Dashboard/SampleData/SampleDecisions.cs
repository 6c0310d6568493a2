using Dashboard.Data;
using Dashboard.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.SampleData;

/// <summary>What the province's last meeting decided: one thing done since, three still to be done.</summary>
internal static class SampleDecisions
{
    // The first one is done in time, the others are not due yet when the sample is loaded.
    private static readonly (string Committee, DecisionKind Kind, int Days)[] Decided =
    [
        ("HU-MAU-02", DecisionKind.Resolve, 30), ("HU-MAU-13", DecisionKind.CatchUp, 150), ("HU-MAU-12", DecisionKind.Inspect, 165), ("HU-MAU-02", DecisionKind.Report, 180),
    ];

    /// <summary>Holds the meeting, on the day of the write.</summary>
    public static async Task MeetAsync(LedgerPage page, CancellationToken cancellationToken)
    {
        int province = await NumberAsync(page, SampleMeeting.Committee, cancellationToken);
        CommitteeMeeting meeting = await MeetingRegister.OpenAsync(page, province, MeetingRules.UsualAgenda(hasOpenDecisions: false, hasEarlier: false), page.At, cancellationToken);
        foreach ((string code, DecisionKind kind, int days) in Decided)
        {
            int owing = await NumberAsync(page, code, cancellationToken);
            await DecisionRegister.DecideAsync(
                page,
                new Decision { Meeting = meeting.Id, Committee = province, DecidedOn = meeting.HeldOn, Kind = kind, About = owing, Owing = owing, DueOn = meeting.HeldOn.AddDays(days) },
                cancellationToken);
        }

        await MeetingRegister.CloseAsync(page, meeting.Id, cancellationToken);
    }

    /// <summary>What was due within a month was done in time.</summary>
    public static async Task FollowAsync(LedgerPage page, CancellationToken cancellationToken)
    {
        Decision due = await page.Db.Decisions.AsNoTracking().SingleAsync(d => d.Kind == DecisionKind.Resolve, cancellationToken);
        await DecisionRegister.PutAsync(page, due.Done(due.DueOn), cancellationToken);
    }

    private static Task<int> NumberAsync(LedgerPage page, string code, CancellationToken cancellationToken) =>
        page.Db.Committees.Where(c => c.Code == code).Select(c => c.Number).SingleAsync(cancellationToken);
}
