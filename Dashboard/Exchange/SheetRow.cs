namespace Dashboard.Exchange;

/// <summary>A row of a file.</summary>
/// <param name="Line">Line of the file on which it ends; the header is 1.</param>
/// <param name="Cells">Its cells, as text.</param>
public readonly record struct SheetRow(int Line, IReadOnlyList<string> Cells);
