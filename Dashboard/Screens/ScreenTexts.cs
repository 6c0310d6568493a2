namespace Dashboard.Screens;

/// <summary>Texts of screens on walls (<c>ScreenTexts.resx</c>, <c>ScreenTexts.en.resx</c>).</summary>
public sealed class ScreenTexts;
