namespace Dashboard.Review;

/// <summary>Texts of reviewing (<c>ReviewTexts.resx</c>, <c>ReviewTexts.en.resx</c>).</summary>
public sealed class ReviewTexts;
