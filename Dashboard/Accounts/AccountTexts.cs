namespace Dashboard.Accounts;

/// <summary>Texts of accounts and tokens (<c>AccountTexts.resx</c>, <c>AccountTexts.en.resx</c>).</summary>
public sealed class AccountTexts;
