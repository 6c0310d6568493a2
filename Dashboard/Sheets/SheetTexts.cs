namespace Dashboard.Sheets;

/// <summary>Texts of the clerk's sheet (<c>SheetTexts.resx</c>, <c>SheetTexts.en.resx</c>).</summary>
public sealed class SheetTexts;
