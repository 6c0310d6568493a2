using Dashboard.Committees;
using Dashboard.Layout;

namespace Dashboard.Overview;

/// <summary>What all parts of an overview share and what does not tick: who is shown, of when, on which day.</summary>
/// <param name="Question">What was asked for.</param>
/// <param name="Head">The committee shown.</param>
/// <param name="Today">Today in Asia/Ho_Chi_Minh.</param>
/// <param name="StockDay">The day that open cases are counted on.</param>
public sealed record Viewpoint(OverviewQuestion Question, CommitteeHead Head, DateOnly Today, DateOnly StockDay)
{
    /// <summary>The address of a committee's overview, seen as this one.</summary>
    /// <param name="committee">Which.</param>
    /// <param name="part">Part of the page to go to; null for its head.</param>
    public string To(CommitteeLink committee, string? part = null) => part is null ? Address(committee).Href : $"{Address(committee).Href}#{part}";

    /// <summary>The address of a tab of a committee.</summary>
    /// <param name="committee">Which.</param>
    /// <param name="tab">The tab's part of the address.</param>
    public string ToTab(CommitteeLink committee, string tab) => Address(committee).OfTab(tab).Href;

    /// <summary>The page that shows where a number of this committee comes from.</summary>
    /// <param name="indicator">Code of an indicator, or of a topic that has a total.</param>
    /// <param name="isStock">Whether the number is of the day that open cases are counted on, and not of the period.</param>
    public string Proof(string indicator, bool isStock = false) => Proof(Head.Committee, indicator, isStock);

    /// <summary>The page that shows where a number of a committee below comes from.</summary>
    /// <param name="committee">Which.</param>
    /// <param name="indicator">Code of an indicator, or of a topic that has a total.</param>
    /// <param name="isStock">Whether the number is of the day that open cases are counted on, and not of the period.</param>
    public string Proof(CommitteeLink committee, string indicator, bool isStock = false) => new PageAddress(committee.Code, Today)
    {
        Period = isStock && StockDay == Today ? Domain.Periods.Period.Month(Today.Year, Today.Month) : Question.Period,
        View = Question.View,
        AsOf = Question.AsOf,
    }.OfProof(indicator).Href;

    /// <summary>The list of the returns that a committee and those below it owe.</summary>
    public string Returns(CommitteeLink committee) => new PageAddress(committee.Code, Today) { Period = Question.Period, View = Question.View, AsOf = Question.AsOf }.OfTab("returns").Href;

    /// <summary>The committee's name.</summary>
    public string Name => Wording.Name(Head.Committee);

    /// <summary>The period's name.</summary>
    public string Period => PeriodNames.Of(Question.Period);

    /// <summary>"so với cùng kỳ" or "so với kỳ trước".</summary>
    public string Compared => OverviewTexts.Get("Compared." + Question.Compare);

    /// <summary>One line for pictures: whose numbers, and of which day.</summary>
    public string Source => OverviewTexts.Get("Source", Name, Period, Numerals.Day(Today));

    /// <summary>Name of a download: what, which committee, which period.</summary>
    public string FileName(string what) => $"{what}-{Head.Committee.Code}-{Question.Period}";

    private PageAddress Address(CommitteeLink committee) =>
        new(committee.Code, Today) { Period = Question.Period, Compare = Question.Compare, View = Question.View, AsOf = Question.AsOf };
}
