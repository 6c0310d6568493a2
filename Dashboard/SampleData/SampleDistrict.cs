namespace Dashboard.SampleData;

/// <summary>What kind of units a committee directly below the sample province has; it decides their names.</summary>
internal enum UnitStyle
{
    /// <summary>Wards and communes of a city.</summary>
    City,

    /// <summary>Wards and communes of a town.</summary>
    Town,

    /// <summary>Communes of a district.</summary>
    District,

    /// <summary>Agencies of the province.</summary>
    Agencies,

    /// <summary>Enterprises.</summary>
    Enterprises,

    /// <summary>Schools of a university.</summary>
    University,
}

/// <summary>One of the committees directly below the sample province, and what its latest quarter looks like.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Place">Short name of the place, for the names of its agencies.</param>
/// <param name="Style">What its units are.</param>
/// <param name="Units">Grassroots committees today.</param>
/// <param name="Vetted">Vetted in the latest quarter for congresses, elections, admission, planning, appointment, cadre work.</param>
/// <param name="Plan">Planned for a quarter of the latest year.</param>
/// <param name="Growth">Per mille by which the latest quarter exceeds the same one a year earlier.</param>
/// <param name="Unrest">How far quarters stray from the trend, 0–1; 0 for a straight line.</param>
/// <param name="Progress">Where the latest returns stand.</param>
internal sealed record SampleDistrict(
    string Code,
    string Name,
    string NameEn,
    string Place,
    UnitStyle Style,
    int Units,
    IReadOnlyList<int> Vetted,
    int Plan,
    int Growth,
    double Unrest,
    SampleProgress Progress);
