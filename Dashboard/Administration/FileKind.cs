namespace Dashboard.Administration;

/// <summary>What the rows of a file are.</summary>
public enum FileKind
{
    /// <summary>Figures of committees.</summary>
    Figures,

    /// <summary>Committees and whom they are under.</summary>
    Committees,

    /// <summary>Indicators of the catalogue.</summary>
    Indicators,

    /// <summary>Documents that direct the work.</summary>
    Directives,
}
