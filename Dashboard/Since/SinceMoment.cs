using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>A moment that is compared with another.</summary>
/// <param name="Figures">What was known then, on its day: what is due by then depends on it, also when nothing was entered that day.</param>
/// <param name="At">When it is, UTC.</param>
public sealed record SinceMoment(IFigures Figures, DateTime At)
{
    /// <summary>Its day where the committees are.</summary>
    public DateOnly Day => Figures.Today;

    /// <summary>Whether anything was known: before the first entry of the log there is nothing to compare with.</summary>
    public bool IsKnown => Figures.Now.Hierarchy.Count > 0;
}
