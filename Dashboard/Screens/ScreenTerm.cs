namespace Dashboard.Screens;

/// <summary>How long a screen is let in.</summary>
public enum ScreenTerm
{
    /// <summary>Until midnight.</summary>
    Today,

    /// <summary>30 days.</summary>
    Month,

    /// <summary>A year of 365 days.</summary>
    Year,
}
