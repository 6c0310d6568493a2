namespace Dashboard.Exchange;

/// <summary>What became of a file.</summary>
/// <param name="Rows">Rows in it.</param>
/// <param name="Added">Rows that were new.</param>
/// <param name="Changed">Rows that changed what was there.</param>
/// <param name="Faults">What is wrong; when there is anything, nothing was written.</param>
public sealed record ImportReport(int Rows, int Added, int Changed, FaultList Faults)
{
    /// <summary>Whether the file was good.</summary>
    public bool IsGood => Faults.Count == 0;

    /// <summary>Rows that said what held already.</summary>
    public int Unchanged => Rows - Added - Changed;
}
