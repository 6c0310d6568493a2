namespace Dashboard.SampleData;

/// <summary>What a complaint may be about; a list to choose from, so that no free text is needed.</summary>
public static class ComplaintCategories
{
    /// <summary>Codes of the categories, the most frequent first.</summary>
    public static readonly IReadOnlyList<string> All =
        ["cadre-work", "political-standards", "party-discipline", "working-rules", "elections", "admission", "other"];
}
