namespace Dashboard.Overview;

/// <summary>The instant the badge says: to the second, since nobody reads more and each digit goes to every viewer.</summary>
internal static class BadgeInstant
{
    /// <summary>When the last change was committed, UTC; null while there was none.</summary>
    public static DateTime? Of(OverviewModel model) => model.ChangedAt is { } at ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond)) : null;
}
