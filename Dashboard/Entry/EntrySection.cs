using Dashboard.Live;

namespace Dashboard.Entry;

/// <summary>A section of the form with its rows.</summary>
/// <param name="Letter">A, B, C …</param>
/// <param name="Title">Its heading.</param>
/// <param name="Entered">How many of its lines have a figure, or do not arise.</param>
/// <param name="Expected">How many are entered by hand; none in a section that is counted.</param>
/// <param name="Rows">Its rows.</param>
public sealed record EntrySection(string Letter, string Title, int Entered, int Expected, ValueList<EntryRow> Rows)
{
    /// <summary>Whether nothing of it is entered by hand.</summary>
    public bool IsCounted => Expected == 0;
}
