namespace Dashboard.Administration;

/// <summary>Texts of the change log's page (<c>LogTexts.resx</c>, <c>LogTexts.en.resx</c>).</summary>
public sealed class LogTexts;
