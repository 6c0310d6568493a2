using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>What stands above the table: the reader's choices and how many rows each filter has.</summary>
/// <param name="Order">Rows and order wanted.</param>
/// <param name="Choice">Columns and height of rows.</param>
/// <param name="Counts">Rows of each <see cref="TableFilter"/>.</param>
/// <param name="HasNewOrder">Another order would now be right.</param>
public sealed record ToolsPart(TableOrder Order, TableChoice Choice, ValueList<int> Counts, bool HasNewOrder);
