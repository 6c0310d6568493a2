using System.Globalization;

namespace Dashboard.Overview;

/// <summary>Names of blocks and charts: short, since each change of a figure sends some of them to every viewer. Rows are called by their committee's number.</summary>
internal static class BlockName
{
    /// <summary>Card of vetted personnel.</summary>
    public const string Vetted = "v";

    /// <summary>Card of lapses.</summary>
    public const string Lapses = "l";

    /// <summary>Card of complaints.</summary>
    public const string Complaints = "c";

    /// <summary>Card of returns.</summary>
    public const string Returns = "r";

    /// <summary>What needs attention, the first of it.</summary>
    public const string Attention = "a";

    /// <summary>All that needs attention.</summary>
    public const string AllAttention = "A";

    /// <summary>Key of the bars, with the totals by purpose.</summary>
    public const string Purposes = "k";

    /// <summary>The heat map.</summary>
    public const string Heat = "h";

    /// <summary>Foot of the table.</summary>
    public const string Foot = "f";

    /// <summary>The badge, whose script has the instant of the last change from it.</summary>
    public const string Badge = "b";

    /// <summary>The text in the badge.</summary>
    public const string BadgeText = "t";

    /// <summary>Bars by total.</summary>
    public const string ByTotal = "t";

    /// <summary>Bars by share of the plan.</summary>
    public const string ByShare = "s";

    /// <summary>The run chart.</summary>
    public const string Trend = "r";

    /// <summary>Complaints by days left.</summary>
    public const string Deadlines = "d";

    /// <summary>The row of a committee.</summary>
    public static string Row(int committee) => committee.ToString(CultureInfo.InvariantCulture);
}
