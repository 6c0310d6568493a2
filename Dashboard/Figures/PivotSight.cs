using Dashboard.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Layout;

namespace Dashboard.Figures;

/// <summary>What all rows share and what does not tick: whose figures, how they are shown, and who looks.</summary>
/// <param name="Address">The page's address, with all that is chosen.</param>
/// <param name="Head">The committee, with what the reader may see around it.</param>
/// <param name="Choice">What is chosen of the pivot.</param>
/// <param name="ViewsDiffer">The two structures differ for what is shown, and the reader may see both.</param>
/// <param name="MayNote">The reader may write notes here.</param>
public sealed record PivotSight(PageAddress Address, CommitteeHead Head, PivotChoice Choice, bool ViewsDiffer, bool MayNote)
{
    // The topic whose total has a proof of its own.
    private const string ProvenTotal = "vetting";

    /// <summary>The committee's name.</summary>
    public string Name => Head.Committee.LocalName();

    /// <summary>The same page with something else chosen.</summary>
    public string To(PivotChoice choice) => (Address with { Further = choice.Query }).Href;

    /// <summary>The same page for another period.</summary>
    public string To(Period period) => (Address with { Period = period }).Href;

    /// <summary>The proof of a number; null for one whose parts stand beside it and are proven each. It names its period also where that is this page's usual one, which may not be the usual one there.</summary>
    public string? ProofOf(PivotRow row, Period period) => (row.Indicator?.Code ?? (row is { Kind: PivotRowKind.Total, Key: ProvenTotal } ? ProvenTotal : null)) is { } code
        ? $"/explain/{Uri.EscapeDataString(Head.Committee.Code)}?indicator={Uri.EscapeDataString(code)}&period={period}&view={(Address.View == StructureView.Then ? "then" : "now")}{(Address.AsOf is { } moment ? $"&asof={moment}" : "")}"
        : null;
}
