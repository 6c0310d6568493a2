namespace Dashboard.Access;

/// <summary>Names of the roles.</summary>
public static class Roles
{
    /// <summary>Reads.</summary>
    public const string Viewer = "viewer";

    /// <summary>Enters the figures of one committee.</summary>
    public const string Officer = "officer";

    /// <summary>Approves or sends back what committees below hand in.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Keeps committees, indicators and accounts.</summary>
    public const string Administrator = "admin";

    /// <summary>A screen on a wall.</summary>
    public const string Screen = "screen";
}
