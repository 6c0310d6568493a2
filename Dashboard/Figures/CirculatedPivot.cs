using Dashboard.Disclosure;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Figures;

/// <summary>
/// A pivot for circulation: numbers without what is hidden and without their denominators, which are counts that nobody looks at here. Rows
/// of progress go, since the plan and the share reached say what was done since January, and so does what was judged from all numbers.
/// </summary>
internal static class CirculatedPivot
{
    public static Pivot Of(Pivot pivot, DisclosedCounts counts)
    {
        View view = pivot.Question.View == StructureView.Then ? View.Then : View.Now;
        HiddenCounts Hidden(Period period) => counts.Of(pivot.Question.Committee, period, view);
        HiddenCounts[] columns = [.. pivot.Columns.Select(column => Hidden(column.Period))];
        HiddenCounts lastYear = Hidden(pivot.Current.Period.SameLastYear());
        PivotRow Row(PivotRow row)
        {
            string code = row.Indicator?.Code ?? row.Key;
            bool IsHidden(HiddenCounts hidden) => row.Kind != PivotRowKind.Plan && hidden.Hides(pivot.Question.Committee, code);
            return row with
            {
                Cells = row.Cells.Select((cell, i) => Cell(cell, IsHidden(columns[i]), i == columns.Length - 1 && !IsHidden(lastYear))).ToValueList(),
                Spark = [],
            };
        }

        return pivot with
        {
            Groups = pivot.Groups.Select(group => group with { Rows = group.Rows.Where(row => row.Kind != PivotRowKind.Progress).Select(Row).ToValueList() }).ToValueList(),
        };
    }

    private static PivotCell Cell(PivotCell cell, bool isHidden, bool isCompared) => new()
    {
        Value = Withheld.Unless(isHidden, cell.Value),
        Precision = isHidden ? Domain.Figures.Precision.Exact : cell.Precision,
        Base = isCompared && !isHidden ? cell.Base : null,
    };
}
