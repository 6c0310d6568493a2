namespace Dashboard.Guard;

/// <summary>Texts of refusals (<c>GuardTexts.resx</c>, <c>GuardTexts.en.resx</c>).</summary>
public sealed class GuardTexts;
