using Dashboard.Data;
using Dashboard.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.SampleData;

/// <summary>What the province's last meeting decided: one thing done since, one still to be done.</summary>
internal static class SampleDecisions
{
    private const string Behind = "HU-MAU-13", Late = "HU-MAU-02";
    private const int DaysUntilDone = 30, DaysUntilDue = 150;

    /// <summary>Holds the meeting, on the day of the write.</summary>
    public static async Task MeetAsync(LedgerPage page, CancellationToken cancellationToken)
    {
        int province = await NumberAsync(page, SampleMeeting.Committee, cancellationToken);
        CommitteeMeeting meeting = await MeetingRegister.OpenAsync(page, province, MeetingRules.UsualAgenda(hasOpenDecisions: false, hasEarlier: false), page.At, cancellationToken);
        foreach ((string code, DecisionKind kind, int days) in new[] { (Late, DecisionKind.Resolve, DaysUntilDone), (Behind, DecisionKind.CatchUp, DaysUntilDue) })
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
