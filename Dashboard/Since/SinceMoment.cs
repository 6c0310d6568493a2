using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>A moment that is compared with another.</summary>
/// <param name="Figures">What was known then.</param>
/// <param name="At">When it is, UTC.</param>
/// <param name="Day">Its day where the committees are: what is due by then depends on it, also when nothing was entered that day.</param>
public sealed record SinceMoment(IFigures Figures, DateTime At, DateOnly Day)
{
    /// <summary>Whether anything was known: before the first entry of the log there is nothing to compare with.</summary>
    public bool IsKnown => Figures.Now.Hierarchy.Count > 0;
}
