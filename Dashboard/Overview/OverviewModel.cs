using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Domain.Signals;
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

/// <summary>Which overview is asked for: all of it is in the address.</summary>
/// <param name="Committee">Number of the committee.</param>
/// <param name="Period">Period shown.</param>
/// <param name="Compare">What deltas compare with.</param>
/// <param name="View">Structure used.</param>
public readonly record struct OverviewQuestion(int Committee, Period Period, Comparison Compare, StructureView View);

/// <summary>What a delta compares with.</summary>
public enum Comparison
{
    /// <summary>The same period of last year (so với cùng kỳ).</summary>
    Year,

    /// <summary>The period before (so với kỳ trước).</summary>
    Previous,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>Through which structure figures roll up.</summary>
public enum StructureView
{
    /// <summary>Cơ cấu hiện nay.</summary>
    Now,

    /// <summary>Cơ cấu tại thời điểm báo cáo.</summary>
    Then,
}

/// <summary>A committee as a link: code and both names.</summary>
/// <param name="Code">Code, part of addresses.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="NameEn">English name, where given.</param>
public sealed record CommitteeLink(string Code, string Name, string? NameEn);

/// <summary>The committee at the head of a page.</summary>
public sealed record CommitteeHead
{
    /// <summary>The committee itself.</summary>
    public required CommitteeLink Committee { get; init; }

    /// <summary>Committees above it, the top first, without itself; a page shows of them what its reader may see.</summary>
    public required ValueList<CommitteeLink> Path { get; init; }

    /// <summary>How many committees are directly below it today.</summary>
    public required int Children { get; init; }

    /// <summary>Made-up sample data, which the page says.</summary>
    public required bool IsSample { get; init; }

    /// <summary>Last day of its life, if it is closed.</summary>
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Who took over, the principal successor first.</summary>
    public required ValueList<CommitteeLink> Successors { get; init; }

    /// <summary>Closed committees whose figures it carries in today's structure.</summary>
    public required ValueList<CommitteeLink> Carries { get; init; }

    /// <summary>Whether the two structure views may differ for what is shown.</summary>
    public required bool ViewsDiffer { get; init; }
}

/// <summary>A rolled-up number with what makes it trustworthy.</summary>
/// <param name="Value">The number; null when nothing was reported.</param>
/// <param name="Precision">How exactly it is known.</param>
/// <param name="Provisional">The part that comes from returns not yet approved.</param>
/// <param name="Reported">Those of <paramref name="Expected"/> that reported.</param>
/// <param name="Expected">Committees that were due to report; where none was, those that reported.</param>
public readonly record struct Amount(long? Value, Precision Precision, long Provisional, int Reported, int Expected)
{
    /// <summary>The same number, covered as far as the returns that are owed are in; unchanged where none is owed.</summary>
    public Amount CoveredBy(ReturnCounts returns) => returns.Owed == 0 ? this : this with { Reported = returns.In, Expected = returns.Owed };
}

/// <summary>Change against the compared period.</summary>
/// <param name="Difference">Now minus then.</param>
/// <param name="Base">The number compared with; null when there is none, and then nothing is shown.</param>
public readonly record struct Delta(long Difference, long? Base);

/// <summary>A short series for a sparkline: null where nothing was reported.</summary>
/// <param name="Points">Oldest first.</param>
/// <param name="LastIsOpen">The last point is provisional, approximate or of a period still running: drawn hollow.</param>
public sealed record Spark(ValueList<long?> Points, bool LastIsOpen);

/// <summary>Figures of vetted personnel (topic <c>vetting</c>).</summary>
public sealed record VettedCard
{
    /// <summary>In the period.</summary>
    public required Amount Amount { get; init; }

    /// <summary>Change.</summary>
    public required Delta Delta { get; init; }

    /// <summary>From January to the end of the period; what progress is measured by.</summary>
    public required Amount YearToDate { get; init; }

    /// <summary>Plan of the year; null when none is set.</summary>
    public required long? YearPlan { get; init; }

    /// <summary>Share of the year gone at the end of the period (or today, if earlier), 0–1.</summary>
    public required double YearGone { get; init; }

    /// <summary>The year's plan for a period of this length, by months; null when none is set.</summary>
    public required long? PeriodPlan { get; init; }

    /// <summary>Twelve periods.</summary>
    public required Spark Spark { get; init; }
}

/// <summary>Open lapses, as of <see cref="OverviewModel.StockDay"/>.</summary>
public sealed record LapsesCard
{
    /// <summary>Open.</summary>
    public required int Open { get; init; }

    /// <summary>Of those, overdue.</summary>
    public required int Overdue { get; init; }

    /// <summary>Found in the twelve months up to then.</summary>
    public required int Found { get; init; }

    /// <summary>Of those found, remedied by then.</summary>
    public required int Remedied { get; init; }

    /// <summary>Change of the open ones.</summary>
    public required Delta Delta { get; init; }

    /// <summary>Open at the end of twelve periods.</summary>
    public required Spark Spark { get; init; }
}

/// <summary>Open complaints, as of <see cref="OverviewModel.StockDay"/>.</summary>
public sealed record ComplaintsCard
{
    /// <summary>More than 7 days left.</summary>
    public required int Within { get; init; }

    /// <summary>7 days or fewer left.</summary>
    public required int DueSoon { get; init; }

    /// <summary>Past the deadline.</summary>
    public required int Overdue { get; init; }

    /// <summary>Change of the open ones.</summary>
    public required Delta Delta { get; init; }

    /// <summary>Open at the end of twelve periods.</summary>
    public required Spark Spark { get; init; }

    /// <summary>All open ones.</summary>
    public int Open => Within + DueSoon + Overdue;
}

/// <summary>Returns owed for the period in the subtree.</summary>
public sealed record ReturnsCard
{
    /// <summary>How many are in each state.</summary>
    public required ReturnCounts Counts { get; init; }

    /// <summary>Due day of the period's return with the most owing committees; null when none is owed.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Handed in per mille then; null when there is nothing to compare with.</summary>
    public required int? BasePerMyriad { get; init; }

    /// <summary>Share handed in, in hundredths of a percent, over twelve periods.</summary>
    public required Spark Spark { get; init; }
}

/// <summary>Returns by state.</summary>
/// <param name="Approved">Approved.</param>
/// <param name="Submitted">Waiting for the reviewer.</param>
/// <param name="SentBack">Sent back.</param>
/// <param name="Draft">Being entered.</param>
/// <param name="NotStarted">Nothing entered.</param>
public readonly record struct ReturnCounts(int Approved, int Submitted, int SentBack, int Draft, int NotStarted)
{
    /// <summary>Handed in: approved or waiting for the reviewer.</summary>
    public int In => Approved + Submitted;

    /// <summary>Owed in all.</summary>
    public int Owed => Approved + Submitted + SentBack + Draft + NotStarted;
}

/// <summary>Groups of vetting indicators that share a colour on every screen, in that order.</summary>
public enum Purpose
{
    /// <summary>Đại hội (c1).</summary>
    Congress,

    /// <summary>Bầu cử (c2).</summary>
    Election,

    /// <summary>Kết nạp (c3).</summary>
    Admission,

    /// <summary>Quy hoạch (c4).</summary>
    Planning,

    /// <summary>Bổ nhiệm (c5).</summary>
    Appointment,

    /// <summary>Công tác cán bộ chung (c6).</summary>
    Cadre,
}

/// <summary>A purpose's total.</summary>
/// <param name="Purpose">Which.</param>
/// <param name="Value">Null when nothing was reported.</param>
public readonly record struct PurposeTotal(Purpose Purpose, long? Value);

/// <summary>One committee below, in bars, table and heat map.</summary>
public sealed record SubordinateRow
{
    /// <summary>Number of the committee, for keys.</summary>
    public required int Number { get; init; }

    /// <summary>The committee.</summary>
    public required CommitteeLink Committee { get; init; }

    /// <summary>Not a committee below but what the committee shown has of its own, and carries from closed ones.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Committees in its subtree that owe a return for the period.</summary>
    public required int Units { get; init; }

    /// <summary>Closed by now (shown in the structure of the time).</summary>
    public required bool IsClosed { get; init; }

    /// <summary>It carries figures of closed committees.</summary>
    public required bool Carries { get; init; }

    /// <summary>Vetted in the period.</summary>
    public required Amount Vetted { get; init; }

    /// <summary>By purpose, in the order of <see cref="OverviewModel.Purposes"/>.</summary>
    public required ValueList<long?> ByPurpose { get; init; }

    /// <summary>The year's plan for a period of this length.</summary>
    public required long? PeriodPlan { get; init; }

    /// <summary>Change of vetted.</summary>
    public required Delta Delta { get; init; }

    /// <summary>Open lapses.</summary>
    public required int LapsesOpen { get; init; }

    /// <summary>Of those, overdue.</summary>
    public required int LapsesOverdue { get; init; }

    /// <summary>Open complaints with more than 7 days left.</summary>
    public required int ComplaintsWithin { get; init; }

    /// <summary>Open complaints with 7 days or fewer left.</summary>
    public required int ComplaintsDueSoon { get; init; }

    /// <summary>Open complaints past their deadline.</summary>
    public required int ComplaintsOverdue { get; init; }

    /// <summary>Returns of the subtree.</summary>
    public required ReturnCounts Returns { get; init; }

    /// <summary>State of the committee's own return; null when it owes none.</summary>
    public required ReturnState? OwnReturn { get; init; }

    /// <summary>Vetted over twelve periods.</summary>
    public required Spark Spark { get; init; }
}

/// <summary>Vetted personnel over time with the natural process limits.</summary>
public sealed record Trend
{
    /// <summary>Oldest first; the last is the period shown.</summary>
    public required ValueList<TrendPoint> Points { get; init; }

    /// <summary>Mean and limits; null when there are too few points to judge.</summary>
    public required TrendLimits? Limits { get; init; }

    /// <summary>Days on which a reorganisation touched the subtree, within the points.</summary>
    public required ValueList<DateOnly> Reorganisations { get; init; }
}

/// <summary>A point of the trend.</summary>
/// <param name="Period">Its period.</param>
/// <param name="Value">Null when nothing was reported.</param>
/// <param name="Plan">The plan of its year for a period of this length; null when none.</param>
/// <param name="IsProvisional">Some of it comes from returns not yet approved, or the period still runs.</param>
/// <param name="Signal">The rule it breaks, if any.</param>
public readonly record struct TrendPoint(Period Period, long? Value, long? Plan, bool IsProvisional, SignalRule? Signal);

/// <summary>Natural process limits (XmR).</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Lower">Lower limit, not below zero.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="AreTrial">Computed from fewer than 12 points.</param>
/// <param name="FirstPoint">Index of the first point they hold for (a reorganisation starts them afresh).</param>
public readonly record struct TrendLimits(double Mean, double Lower, double Upper, bool AreTrial, int FirstPoint);

/// <summary>One open complaint.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Reference">Register number.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Committee">Who handles it.</param>
/// <param name="DueOn">Deadline.</param>
/// <param name="DaysLeft">Days to the deadline; negative when past.</param>
public sealed record OpenComplaint(long Id, string Reference, ComplaintKind Kind, CommitteeLink Committee, DateOnly DueOn, int DaysLeft);

/// <summary>Open lapses by kind (rows) and committee below (columns), most first on both sides.</summary>
/// <param name="Columns">Committees below.</param>
/// <param name="Rows">Kinds that occur.</param>
/// <param name="Open">Open in all.</param>
/// <param name="Overdue">Overdue in all.</param>
public sealed record LapseHeat(ValueList<CommitteeLink> Columns, ValueList<HeatRow> Rows, int Open, int Overdue);

/// <summary>A kind of lapse across committees.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Cells">One a column.</param>
public sealed record HeatRow(LapseKind Kind, ValueList<HeatCell> Cells);

/// <summary>A cell of the heat map.</summary>
/// <param name="Open">Open lapses.</param>
/// <param name="Overdue">Of those, overdue.</param>
public readonly record struct HeatCell(int Open, int Overdue);
