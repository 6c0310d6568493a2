using System.Collections.Immutable;

namespace Dashboard.Domain.Meetings;

/// <summary>Where the screens of a meeting stand: which scene, whether it goes on by itself, and whether one committee is looked at alone.</summary>
public sealed record Presentation
{
    /// <summary>Scenes in their order; never empty.</summary>
    public ImmutableArray<AgendaItem> Agenda { get; private init; } = [.. MeetingRules.UsualAgenda(hasOpenDecisions: false, hasEarlier: false)];

    /// <summary>Which of <see cref="Agenda"/> is shown.</summary>
    public int Index { get; private init; }

    /// <summary>Whether somebody has stopped it.</summary>
    public bool IsPaused { get; private init; }

    /// <summary>Number of the one committee that is shown large instead of the scene; null for none.</summary>
    public int? Spotlight { get; private init; }

    /// <summary>The scene shown.</summary>
    public AgendaItem Current => Agenda[Index];

    /// <summary>The scene after it; the first after the last.</summary>
    public AgendaItem Next => Agenda[(Index + 1) % Agenda.Length];

    /// <summary>How long until the next scene comes by itself; null when it waits.</summary>
    public TimeSpan? Stay => IsPaused || Spotlight is not null || Current.Seconds <= 0 || Agenda.Length < 2 ? null : TimeSpan.FromSeconds(Current.Seconds);

    /// <summary>The beginning of a meeting: the first scene of its agenda.</summary>
    public static Presentation Of(IReadOnlyList<AgendaItem> agenda) => new Presentation().With(agenda).GoTo(0);

    /// <summary>Another agenda: the scene shown stays where it has one like it.</summary>
    public Presentation With(IReadOnlyList<AgendaItem> agenda)
    {
        if (agenda.Count == 0 || Agenda.SequenceEqual(agenda))
        {
            return this;
        }

        int same = agenda.Select(item => item.Scene).ToList().IndexOf(Current.Scene);
        return this with { Agenda = [.. agenda], Index = same >= 0 ? same : Math.Min(Index, agenda.Count - 1) };
    }

    /// <summary>Where it was before: a scene at its place, or the first like it; where the agenda has none of its kind, the scene shown stays.</summary>
    public Presentation Resume(SceneKind scene, int index, bool isPaused, int? spotlight)
    {
        bool isThere = index >= 0 && index < Agenda.Length && Agenda[index].Scene == scene;
        return GoTo(isThere ? index : Agenda.Select(item => item.Scene).ToList().IndexOf(scene)).Pause(isPaused).LookAt(spotlight);
    }

    /// <summary>One scene on, from the last to the first.</summary>
    public Presentation Forward() => GoTo((Index + 1) % Agenda.Length);

    /// <summary>One scene back, from the first to the last.</summary>
    public Presentation Back() => GoTo((Index + Agenda.Length - 1) % Agenda.Length);

    /// <summary>A scene by its place; one that is not there changes nothing.</summary>
    public Presentation GoTo(int index) => index >= 0 && index < Agenda.Length ? this with { Index = index, Spotlight = null } : this;

    /// <summary>Stops, or goes on.</summary>
    public Presentation Pause(bool isPaused) => this with { IsPaused = isPaused };

    /// <summary>Looks at one committee alone; null ends it.</summary>
    public Presentation LookAt(int? committee) => this with { Spotlight = committee };
}
