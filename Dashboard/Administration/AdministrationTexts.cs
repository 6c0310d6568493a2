namespace Dashboard.Administration;

/// <summary>Texts of the administrators' pages (<c>AdministrationTexts.resx</c>, <c>AdministrationTexts.en.resx</c>).</summary>
public sealed class AdministrationTexts;
