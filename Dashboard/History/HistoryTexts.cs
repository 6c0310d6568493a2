namespace Dashboard.History;

/// <summary>Texts of a committee's history (<c>HistoryTexts.resx</c>, <c>HistoryTexts.en.resx</c>).</summary>
public sealed class HistoryTexts;
