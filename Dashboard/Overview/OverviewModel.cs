using Dashboard.Committees;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>
/// Everything the overview of one committee shows, as plain values: computed once for all who look at the same thing,
/// compared part by part so that only what changed is drawn anew. Numbers and days only: wording is the page's.
/// </summary>
public sealed record OverviewModel
{
    /// <summary>Last log entry that is in these numbers.</summary>
    public required long Sequence { get; init; }

    /// <summary>When that entry was committed, UTC; null while nothing was.</summary>
    public required DateTime? ChangedAt { get; init; }

    /// <summary>What was asked for.</summary>
    public required OverviewQuestion Question { get; init; }

    /// <summary>The committee shown.</summary>
    public required CommitteeHead Head { get; init; }

    /// <summary>Today in Asia/Ho_Chi_Minh.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>
    /// The day that open, overdue and days left refer to: today for the period that runs and for the last complete one,
    /// the last day of an earlier period.
    /// </summary>
    public required DateOnly StockDay { get; init; }

    /// <summary>Vetted personnel in the period.</summary>
    public required VettedCard Vetted { get; init; }

    /// <summary>Lapses not remedied.</summary>
    public required LapsesCard Lapses { get; init; }

    /// <summary>Complaints being handled.</summary>
    public required ComplaintsCard Complaints { get; init; }

    /// <summary>Returns handed in.</summary>
    public required ReturnsCard Returns { get; init; }

    /// <summary>What needs attention, the worst first.</summary>
    public required ValueList<AttentionItem> Attention { get; init; }

    /// <summary>Purposes of vetting that occur, in the fixed order of their colours.</summary>
    public required ValueList<PurposeTotal> Purposes { get; init; }

    /// <summary>The committees directly below (or the committee itself where there are none below).</summary>
    public required ValueList<SubordinateRow> Rows { get; init; }

    /// <summary>Vetted personnel over the last 12 periods.</summary>
    public required Trend Trend { get; init; }

    /// <summary>Open complaints by days left, the most overdue first.</summary>
    public required ValueList<OpenComplaint> OpenComplaints { get; init; }

    /// <summary>Open lapses by kind and committee.</summary>
    public required LapseHeat Heat { get; init; }

    /// <summary>Every indicator that somebody in the subtree has a figure of over the period, in the order of the catalogue.</summary>
    public ValueList<IndicatorAmount> Figures { get; init; } = [];

    /// <summary>Whether it is for others than those whose work it is, and small counts are not in it.</summary>
    public bool IsDisclosed { get; init; }

    /// <summary>
    /// This model with the instances of <paramref name="before"/> wherever the two are equal, so that those who compare them
    /// part by part, once for each viewer, are done at the first look.
    /// </summary>
    public OverviewModel SharingWith(OverviewModel before) => this with
    {
        Vetted = Vetted.Equals(before.Vetted) ? before.Vetted : Vetted,
        Attention = Attention.Equals(before.Attention) ? before.Attention : Attention,
        Purposes = Purposes.Equals(before.Purposes) ? before.Purposes : Purposes,
        Rows = Rows.Equals(before.Rows) ? before.Rows : Rows.Select((row, i) => i < before.Rows.Count && row.Equals(before.Rows[i]) ? before.Rows[i] : row).ToValueList(),
        Trend = Trend.Equals(before.Trend) ? before.Trend : Trend,
        Figures = Figures.Equals(before.Figures) ? before.Figures : Figures,
    };
}

/// <summary>One indicator's rollup.</summary>
/// <param name="Topic">Topic of the catalogue.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Amount">Its rollup, with something reported.</param>
/// <param name="OutOf">The denominator, where every part states one.</param>
public sealed record IndicatorAmount(string Topic, string Name, string NameEn, Amount Amount, long? OutOf);
