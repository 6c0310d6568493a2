using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Meetings;
using Dashboard.Overview;
using Dashboard.Since;

namespace Dashboard.Meeting;

/// <summary>Reads what a meeting's screens show.</summary>
internal sealed class MeetingReader(LiveFigures live, OverviewBoard board, Moments moments, LogReader log, DisclosureKeeper keeper, TimeProvider time)
{
    /// <summary>What a meeting's scenes are read from now. A moment is put together once and kept as long as the meeting is frozen at it.</summary>
    /// <param name="committee">Number of the committee that meets.</param>
    /// <param name="before">What they were read from until now.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<MeetingGround> GroundAsync(int committee, MeetingGround? before, CancellationToken cancellationToken = default)
    {
        CommitteeMeeting? meeting = live.Now.OpenMeeting(committee);
        if (meeting is not { FrozenAt: { } moment, FrozenSequence: { } sequence })
        {
            return new MeetingGround(live, board, meeting, 0, 0, await EarlierAsync(committee, meeting, before, cancellationToken));
        }

        SinceMoment? earlier = await EarlierAsync(committee, meeting, before, cancellationToken);
        bool isSame = before?.Meeting?.FrozenSequence == sequence && before.Meeting.FrozenAt == moment && ReferenceEquals(before.Structure, live.Now.Hierarchy) && before.Day == live.Today;
        MeetingGround ground = isSame ? before! with { Meeting = meeting, Earlier = earlier } : await ThenAsync(committee, meeting, moment, earlier, before, cancellationToken);
        return await CountAsync(committee, ground, cancellationToken);
    }

    /// <summary>What is shown. Asked again at each change: structure, day and with them the latest period may be others.</summary>
    public Showing Read(int committee, Presentation stand, MeetingGround ground) => Read(committee, ground.Board.UsualPeriod(committee), stand, ground);

    private Showing Read(int committee, Period period, Presentation stand, MeetingGround ground) => new()
    {
        Model = Disclosed(ground, () => ground.Board.Read(new OverviewQuestion(committee, period, Comparison.Year, StructureView.Now)), model => model.Sequence, DisclosedOverview.Of),
        Figures = ground.Figures,
        Stand = stand,
        Meeting = ground.Meeting,
        Later = ground.Later,
        // Only the scenes that show it ask for it. Who sees the meeting sees all that stands below its committee today, and no others that did once.
        Change = ground.Earlier is not { } earlier ? null : new Lazy<SinceScene?>(() => Disclosed(
            ground,
            () => SinceScene.Of(
                new SinceReader(earlier, new SinceMoment(ground.Moment ?? ground.Figures, ground.Meeting?.FrozenAt ?? time.GetUtcNow().UtcDateTime))
                    .Read(new SinceQuestion(committee, period), IsBelow(committee), withFigures: false)),
            scene => scene.Span.ToSequence,
            (scene, counts) => new DisclosedSince(counts, committee, period).Of(scene))),
        Decisions = ground.Figures.Now.OpenDecisions(committee, ground.Figures.Today),
    };

    private T Disclosed<T>(MeetingGround ground, Func<T> read, Func<T, long> sequence, Func<T, DisclosedCounts, T> disclose) =>
        keeper.Disclose(Audience.Screens, ground.Figures, read, sequence, disclose);

    /// <summary>What a meeting shows that nobody watches yet.</summary>
    public async Task<Showing> ReadAsync(int committee, Presentation? stand, CancellationToken cancellationToken)
    {
        MeetingGround ground = await GroundAsync(committee, null, cancellationToken);
        return Read(committee, stand?.With(AgendaOf(committee, ground)) ?? Presentation.Of(AgendaOf(committee, ground)), ground);
    }

    /// <summary>The scenes of a meeting; the usual ones where nobody has opened one.</summary>
    public IReadOnlyList<AgendaItem> AgendaOf(int committee, MeetingGround ground) => ground.Meeting?.Agenda ?? live.Now.UsualAgenda(committee, live.Today);

    /// <summary>The moment of the meeting before, put together once.</summary>
    private async Task<SinceMoment?> EarlierAsync(int committee, CommitteeMeeting? meeting, MeetingGround? before, CancellationToken cancellationToken) =>
        live.Now.LastMeeting(committee, meeting?.OpenedAt) is not { Moment: { } moment }
            ? null
            : before?.Earlier?.At == moment ? before.Earlier : new SinceMoment(await moments.AtAsync(moment, null, cancellationToken), moment);

    /// <summary>The moment, put together once, as it is shown today: when the structure changes, others may have left.</summary>
    private async Task<MeetingGround> ThenAsync(int committee, CommitteeMeeting meeting, DateTime moment, SinceMoment? earlier, MeetingGround? before, CancellationToken cancellationToken)
    {
        PastFigures then = before is { Moment: { } kept } && before.Meeting?.FrozenAt == moment ? kept : await moments.AtAsync(moment, null, cancellationToken);
        (Hierarchy structure, DateOnly day) = (live.Now.Hierarchy, live.Today);
        PastFigures shown = StillBelow.Of(then, committee, IsBelow(committee));
        return new MeetingGround(shown, new OverviewBoard(shown), meeting, 0, meeting.FrozenSequence ?? 0, earlier, then, structure, day);
    }

    /// <summary>Counts what has come since: what concerns figures and registers at or below the committee, and not the meeting itself.</summary>
    private async Task<MeetingGround> CountAsync(int committee, MeetingGround ground, CancellationToken cancellationToken)
    {
        Func<int, bool> isBelow = IsBelow(committee);
        (int later, long from) = (ground.Later, ground.CountedTo);
        while (true)
        {
            (IReadOnlyList<LogEntry> entries, long last) = await log.ReadShownAfterAsync(from, cancellationToken);
            later += entries.Count(e => e.Subject is not (Subject.Meeting or Subject.Decision or Subject.Note or Subject.Reminder) && e.Committee is { } at && isBelow(at));
            if (last == from)
            {
                return ground with { Later = later, CountedTo = last };
            }

            from = last;
        }
    }

    /// <summary>Whether one is the committee or stands below it today.</summary>
    private Func<int, bool> IsBelow(int committee) => new Subtree(live.Now.Hierarchy.ParentsNow(live.Today), committee).Holds;
}
