using Dashboard.Domain.Meetings;

namespace Dashboard.Tests.Testing;

/// <summary>Finds scenes: which one is the first depends on what earlier meetings left open.</summary>
public static class MeetingScenes
{
    /// <summary>Goes to a scene and stays there.</summary>
    public static Presentation StayAt(this Presentation stand, SceneKind scene) => stand.GoTo(stand.PositionOf(scene)).Pause(true);

    /// <summary>Position of a scene.</summary>
    public static int PositionOf(this Presentation stand, SceneKind scene) => stand.Agenda.ToList().FindIndex(item => item.Scene == scene);
}
