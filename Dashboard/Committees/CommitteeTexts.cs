namespace Dashboard.Committees;

/// <summary>Texts of choosing a committee (<c>CommitteeTexts.resx</c>, <c>CommitteeTexts.en.resx</c>).</summary>
public sealed class CommitteeTexts;
