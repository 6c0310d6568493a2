using Dashboard.Disclosure;
using Dashboard.Layout;

namespace Dashboard.Overview;

/// <summary>The table of committees as lines of a file.</summary>
internal static class CommitteeLines
{
    /// <summary>The head and a line a row.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(IEnumerable<SubordinateRow> rows, Comparison compare)
    {
        yield return [OverviewTexts.Get("Code"), .. Enum.GetValues<TableColumn>().Select(column => SubordinateHead.NameOf(column, compare)), OverviewTexts.Get("Plan")];
        foreach (SubordinateRow row in rows)
        {
            yield return
            [
                row.Committee.Code, Wording.Name(row), Wording.Plain(row.Vetted.Value), Withheld.Is(row.Vetted.Value) ? CirculationWords.Hidden : Numerals.Percent(PurposeBars.ShareOf(row), 2),
                Wording.Plain(row.Delta.Base is null ? null : row.Delta.Difference), Wording.Plain(row.LapsesOpen), Wording.Plain(row.ComplaintsOpen), $"{row.Returns.In}/{row.Returns.Owed}",
                row.OwnReturn is { } state ? OverviewTexts.Get("State." + state) : "", Wording.Plain(row.PeriodPlan),
            ];
        }
    }
}
