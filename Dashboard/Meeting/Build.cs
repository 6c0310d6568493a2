namespace Dashboard.Meeting;

/// <summary>Which build of the product this is: a screen whose script and sheets are of another one loads its page anew.</summary>
internal static class Build
{
    /// <summary>The same for as long as the product is the same.</summary>
    public static string Id { get; } = typeof(Build).Module.ModuleVersionId.ToString("N")[..12];
}
