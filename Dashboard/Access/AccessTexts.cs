namespace Dashboard.Access;

/// <summary>Texts of signing in (<c>AccessTexts.resx</c>, <c>AccessTexts.en.resx</c>).</summary>
public sealed class AccessTexts;
