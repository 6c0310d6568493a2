namespace Dashboard.Disclosure;

/// <summary>Whom counts are shown to, beyond those whose work they are.</summary>
public enum Audience
{
    /// <summary>A screen that whoever is in the room sees.</summary>
    Screens,

    /// <summary>A file or an answer that is passed on.</summary>
    Circulation,
}
