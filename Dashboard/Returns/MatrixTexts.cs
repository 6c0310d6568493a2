namespace Dashboard.Returns;

/// <summary>Texts of the page of a committee's returns (<c>MatrixTexts.resx</c>, <c>MatrixTexts.en.resx</c>).</summary>
public sealed class MatrixTexts;
