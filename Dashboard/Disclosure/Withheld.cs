namespace Dashboard.Disclosure;

/// <summary>What stands in place of a count that its audience is not shown, so that nothing that is drawn or written later has the count itself.</summary>
public static class Withheld
{
    /// <summary>In place of the number. No count is below 0; who adds up must ask first.</summary>
    public const int Count = int.MinValue;

    /// <summary>What is read in its place.</summary>
    public const string Mark = "•";

    /// <summary>Whether this stands in place of a count.</summary>
    public static bool Is(long? count) => count == Count;

    /// <summary>A count over another; null without either, no number where the count is not shown.</summary>
    public static double? Share(long? count, long? of) => count is null || of is not > 0 ? null : Is(count) ? double.NaN : (double)count.Value / of.Value;

    /// <summary>The count, or what stands in its place.</summary>
    public static int Unless(bool hidden, int count) => hidden ? Count : count;

    /// <summary>The count, or what stands in its place; null stays null where it is shown.</summary>
    public static long? Unless(bool hidden, long? count) => hidden ? Count : count;
}
