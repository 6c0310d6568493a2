namespace Dashboard.Domain.Meetings;

/// <summary>What an agenda may hold, and the steps of a meeting. A closed meeting stays as it was.</summary>
public static class MeetingRules
{
    /// <summary>Most scenes of an agenda.</summary>
    public const int MostScenes = 20;

    /// <summary>Shortest stay of a scene that goes by itself.</summary>
    public const int FewestSeconds = 5;

    /// <summary>Longest stay.</summary>
    public const int MostSeconds = 3600;

    /// <summary>Stay of a scene unless another is chosen.</summary>
    public const int UsualSeconds = 40;

    /// <summary>Whether a scene may stay so long; 0 waits for somebody to go on.</summary>
    public static bool MayStay(int seconds) => seconds is 0 or (>= FewestSeconds and <= MostSeconds);

    /// <summary>Refuses an agenda without a scene, with too many, or with a scene that flits by.</summary>
    /// <exception cref="BrokenRuleException"><c>meeting.empty</c>, <c>meeting.tooMany</c> or <c>meeting.seconds</c>.</exception>
    public static void Check(IReadOnlyList<AgendaItem> agenda)
    {
        if (agenda.Count == 0)
        {
            throw new BrokenRuleException("meeting.empty", "A meeting shows one scene at least.");
        }

        if (agenda.Count > MostScenes)
        {
            throw new BrokenRuleException("meeting.tooMany", $"{agenda.Count} scenes; at most {MostScenes} are shown.", agenda.Count, MostScenes);
        }

        if (agenda.FirstOrDefault(item => !MayStay(item.Seconds)) is { } wrong)
        {
            throw new BrokenRuleException(
                "meeting.seconds", $"A scene stays {FewestSeconds} to {MostSeconds} seconds, or 0 until somebody goes on; not {wrong.Seconds}.", FewestSeconds, MostSeconds, wrong.Seconds);
        }
    }

    /// <summary>The agenda unless another is chosen.</summary>
    /// <param name="hasOpenDecisions">Whether decisions of earlier meetings are still open.</param>
    /// <param name="hasEarlier">Whether there was a meeting before.</param>
    public static IReadOnlyList<AgendaItem> UsualAgenda(bool hasOpenDecisions, bool hasEarlier) =>
    [
        .. Enum.GetValues<SceneKind>()
            .Where(scene => (scene != SceneKind.Decisions || hasOpenDecisions) && (scene != SceneKind.Since || hasEarlier))
            .Select(scene => new AgendaItem(scene, UsualSeconds)),
    ];

    /// <summary>Shows the figures of a moment. A moment chosen anew replaces the one before.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="moment">The moment, UTC.</param>
    /// <param name="sequence">Last log entry at or before it.</param>
    /// <param name="now">When it is asked for, UTC.</param>
    /// <exception cref="BrokenRuleException"><c>meeting.closed</c>, <c>meeting.future</c>, or <c>meeting.nothingThen</c> when nothing was kept yet at that moment.</exception>
    public static CommitteeMeeting Freeze(this CommitteeMeeting meeting, DateTime moment, long sequence, DateTime now)
    {
        DemandOpen(meeting);
        if (ToMillisecond(moment) > now)
        {
            throw new BrokenRuleException("meeting.future", $"{moment:O} has not come yet.", moment);
        }

        return sequence > 0
            ? meeting with { FrozenAt = ToMillisecond(moment), FrozenSequence = sequence }
            : throw new BrokenRuleException("meeting.nothingThen", $"Nothing was kept yet at {moment:O}.", moment);
    }

    /// <summary>Shows the figures as they come again; one that does already stays as it is.</summary>
    /// <exception cref="BrokenRuleException"><c>meeting.closed</c>.</exception>
    public static CommitteeMeeting Unfreeze(this CommitteeMeeting meeting)
    {
        DemandOpen(meeting);
        return meeting with { FrozenAt = null, FrozenSequence = null };
    }

    /// <summary>Shows other scenes.</summary>
    /// <exception cref="BrokenRuleException"><c>meeting.closed</c>, <c>meeting.empty</c>, <c>meeting.tooMany</c> or <c>meeting.seconds</c>.</exception>
    public static CommitteeMeeting Show(this CommitteeMeeting meeting, IReadOnlyList<AgendaItem> agenda)
    {
        DemandOpen(meeting);
        Check(agenda);
        return meeting with { Agenda = agenda };
    }

    /// <summary>Ends the meeting; it is remembered by the frozen figures, or by the last ones.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="last">Last log entry then.</param>
    /// <exception cref="BrokenRuleException"><c>meeting.closed</c>.</exception>
    public static CommitteeMeeting Close(this CommitteeMeeting meeting, DateTime now, long last)
    {
        DemandOpen(meeting);
        return meeting with { ClosedAt = ToMillisecond(now), Sequence = meeting.FrozenSequence ?? last };
    }

    /// <summary>The instant as it is kept.</summary>
    public static DateTime ToMillisecond(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    private static void DemandOpen(CommitteeMeeting meeting)
    {
        if (meeting.ClosedAt is { } closed)
        {
            throw new BrokenRuleException("meeting.closed", $"The meeting was closed at {closed:O}.", closed);
        }
    }
}
