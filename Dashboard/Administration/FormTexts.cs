namespace Dashboard.Administration;

/// <summary>Texts of the page of forms (<c>FormTexts.resx</c>, <c>FormTexts.en.resx</c>).</summary>
public sealed class FormTexts;
