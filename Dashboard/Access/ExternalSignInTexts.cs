namespace Dashboard.Access;

/// <summary>Texts of signing in through another service (<c>ExternalSignInTexts.resx</c>, <c>ExternalSignInTexts.en.resx</c>).</summary>
public sealed class ExternalSignInTexts;
