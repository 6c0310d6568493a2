using Dashboard.Charts;

namespace Dashboard.Overview;

/// <summary>A chart as it is drawn, with the words around it.</summary>
/// <param name="Name">What changes of its rows are told under.</param>
/// <param name="Data">What is drawn.</param>
/// <param name="Subtitle">What exactly, and of when.</param>
/// <param name="Sentence">One sentence for those who do not see it.</param>
/// <param name="IsEmpty">There is nothing to draw.</param>
internal sealed record ChartView(string Name, ChartData Data, string Subtitle, string Sentence, bool IsEmpty)
{
    /// <summary>All of it that no change of rows tells: when this differs, the chart is drawn anew.</summary>
    public object Frame => (Data.Frame, Subtitle, Sentence, IsEmpty, Data.Rows.Count);
}
