using Dashboard.Live;

namespace Dashboard.Charts;

/// <summary>
/// What a chart draws, in two parts: a frame of texts and options that hardly ever changes, and rows of cells
/// (text, <see cref="double"/>, <see cref="bool"/> or null) that do. What a row's cells mean is agreed between a chart
/// component and its script.
/// </summary>
/// <param name="Frame">A record, compared by value and sent whole when it changes.</param>
/// <param name="Rows">Rows of cells, compared cell by cell.</param>
public sealed record ChartData(object Frame, ValueList<ValueList<object?>> Rows);
