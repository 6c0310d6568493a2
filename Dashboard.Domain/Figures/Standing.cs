namespace Dashboard.Domain.Figures;

/// <summary>How far a figure has come: it counts from <see cref="Provisional"/> on.</summary>
public enum Standing
{
    /// <summary>In a return that is submitted and not yet approved.</summary>
    Provisional,

    /// <summary>Approved, or stated outside of a return.</summary>
    Final,

    /// <summary>Corrected after approval.</summary>
    Revised,
}
