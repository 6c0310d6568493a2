using Dashboard.Charts;
using Dashboard.Disclosure;
using Dashboard.Domain.Figures;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Puts committees below into bars by purpose.</summary>
internal static class PurposeBars
{
    /// <summary>More bars than these are a table's work.</summary>
    public const int Most = 20;

    /// <summary>Below this share of the plan a committee is marked.</summary>
    public const double LowShare = 0.85;

    /// <summary>Share of the period's plan; null without a plan or a figure that is shown.</summary>
    public static double? ShareOf(SubordinateRow row) => row.PeriodPlan is > 0 && row.Vetted.Value is { } value && !Withheld.Is(value) ? (double)value / row.PeriodPlan : null;

    /// <summary>Rows by total or by share of plan, the largest first, those without at the end.</summary>
    public static IEnumerable<SubordinateRow> Order(IEnumerable<SubordinateRow> rows, bool byShare) =>
        rows.OrderByDescending(row => byShare ? ShareOf(row) ?? -1 : row.Vetted.Value ?? -1).ThenBy(row => row.Number);

    /// <summary>The bars as lines of a file.</summary>
    public static IEnumerable<IReadOnlyList<string>> Lines(OverviewModel model, bool byShare)
    {
        yield return [OverviewTexts.Get("Code"), OverviewTexts.Get("Committee"), .. model.Purposes.Select(purpose => Name(purpose.Purpose)), OverviewTexts.Get("Total"), OverviewTexts.Get("Plan")];
        foreach (SubordinateRow row in Order(model.Rows, byShare))
        {
            yield return [row.Committee.Code, Wording.Name(row), .. row.ByPurpose.Select(Wording.Plain), Wording.Plain(row.Vetted.Value), Wording.Plain(row.PeriodPlan)];
        }
    }

    /// <summary>Colours and texts.</summary>
    public static BarsFrame Frame(ValueList<PurposeTotal> purposes) => new(
        purposes.Select(purpose => new BarSeries(Name(purpose.Purpose), Colour(purpose.Purpose))).ToValueList(),
        OverviewTexts.Get("Bars.Figure"), OverviewTexts.Get("Bars.Share"), OverviewTexts.Get("Bars.Total"), OverviewTexts.Get("Bars.TotalAlone"));

    /// <summary>One bar.</summary>
    public static BarRow Bar(SubordinateRow row, Viewpoint seen) => new()
    {
        Label = Wording.ShortName(row),
        Title = Wording.Name(row),
        Href = seen.To(row.Committee),
        Values = row.ByPurpose,
        Plan = row.PeriodPlan,
        Figure = row.Vetted.Precision == Precision.Exact ? null : Wording.Amount(row.Vetted),
        IsLow = ShareOf(row) < LowShare,
        Note = row.Vetted.Provisional > 0 ? OverviewTexts.Get("Provisional.Brief") : null,
    };

    /// <summary>A purpose's name.</summary>
    public static string Name(Purpose purpose) => OverviewTexts.Get("Purpose." + purpose);

    /// <summary>A purpose's colour: the same on every screen.</summary>
    public static string Colour(Purpose purpose) => "c" + ((int)purpose + 1);
}
