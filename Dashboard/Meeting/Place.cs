using Dashboard.Domain.Meetings;

namespace Dashboard.Meeting;

/// <summary>Where a meeting stood when that last changed: what a server that has forgotten it needs to go on from there.</summary>
/// <param name="Committee">Number of the committee that meets.</param>
/// <param name="Meeting">Identity of the meeting that went on; 0 where nobody had opened one.</param>
/// <param name="At">When it came there, UTC.</param>
/// <param name="Scene">The scene shown.</param>
/// <param name="Index">Its place in the agenda.</param>
/// <param name="IsPaused">Whether somebody had stopped it.</param>
/// <param name="Spotlight">Number of the committee that was looked at alone; null for none.</param>
internal sealed record Place(int Committee, long Meeting, DateTime At, SceneKind Scene, int Index, bool IsPaused, int? Spotlight)
{
    /// <summary>Where a meeting stands now.</summary>
    public static Place Of(int committee, long meeting, DateTime at, Presentation stand) =>
        new(committee, meeting, at, stand.Current.Scene, stand.Index, stand.IsPaused, stand.Spotlight);
}
