namespace Dashboard.Changes;

/// <summary>Words of the change log's entries, for every page that tells them (<c>ChangeTexts.resx</c>, <c>ChangeTexts.en.resx</c>).</summary>
public sealed class ChangeTexts;
