using System.Globalization;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Which component draws a block, and of what.</summary>
internal sealed class BlockSource(OverviewModel model)
{
    /// <summary>How much of what needs attention is shown at first.</summary>
    public const int FewAttention = 7;

    private readonly Dictionary<int, SubordinateRow> _rows = model.Rows.ToDictionary(row => row.Number);
    private readonly long _scale = RowPart.ScaleFor(model.Rows.Select(row => Math.Max(row.Vetted.Value ?? 0, row.PeriodPlan ?? 0)).DefaultIfEmpty().Max());

    /// <summary>The component and its part; null when the model has no such block.</summary>
    public (Type Component, object Part)? Of(string name) => name switch
    {
        BlockName.Vetted => (typeof(VettedKpi), model.Vetted),
        BlockName.Lapses => (typeof(LapsesKpi), model.Lapses),
        BlockName.Complaints => (typeof(ComplaintsKpi), model.Complaints),
        BlockName.Returns => (typeof(ReturnsKpi), model.Returns),
        BlockName.Attention => (typeof(AttentionItems), model.Attention.Take(FewAttention).ToValueList()),
        BlockName.AllAttention => (typeof(AttentionItems), model.Attention),
        BlockName.Purposes => (typeof(PurposeKey), model.Purposes),
        BlockName.Heat => (typeof(HeatPicture), model.Heat),
        BlockName.Foot => (typeof(SubordinateFoot), new FootPart(model.Rows.Count, model.Vetted.Amount, model.Vetted.PeriodPlan)),
        BlockName.BadgeText => BadgeInstant.Of(model) is { } at ? (typeof(BadgeText), at) : null,
        _ => int.TryParse(name, CultureInfo.InvariantCulture, out int committee) && _rows.TryGetValue(committee, out SubordinateRow? row) ? (typeof(SubordinateLine), new RowPart(row, _scale)) : null,
    };
}
