namespace Dashboard.Tree;

/// <summary>Texts of the tree of committees (<c>TreeTexts.resx</c>, <c>TreeTexts.en.resx</c>).</summary>
public sealed class TreeTexts;
