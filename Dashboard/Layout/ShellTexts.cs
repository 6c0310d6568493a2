namespace Dashboard.Layout;

/// <summary>Texts of the frame (<c>ShellTexts.resx</c>, <c>ShellTexts.en.resx</c>).</summary>
public sealed class ShellTexts;
