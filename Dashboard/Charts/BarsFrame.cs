using Dashboard.Live;

namespace Dashboard.Charts;

/// <summary>Texts and colours of a bar chart.</summary>
/// <param name="Series">Segments from left to right.</param>
/// <param name="FigureHead">Head of the totals at the right.</param>
/// <param name="ShareHead">Head of the percentages of the plan; empty for none.</param>
/// <param name="Total">Tooltip line with a plan: {0} total, {1} plan, {2} percentage.</param>
/// <param name="TotalAlone">Tooltip line without one: {0} total.</param>
public sealed record BarsFrame(ValueList<BarSeries> Series, string FigureHead, string ShareHead, string Total, string TotalAlone);

/// <summary>One colour of the bars.</summary>
/// <param name="Name">Name in key and tooltip.</param>
/// <param name="Colour">Name of the CSS variable without its dashes, <c>c1</c> … <c>c6</c>.</param>
public sealed record BarSeries(string Name, string Colour);
