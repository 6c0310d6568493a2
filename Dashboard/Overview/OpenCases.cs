using Dashboard.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Lapses;
using Dashboard.Live;

namespace Dashboard.Overview;

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
public sealed record LapseHeat(ValueList<CommitteeLink> Columns, ValueList<HeatRow> Rows, int Open, int Overdue)
{
    /// <summary>All kinds of each committee, where cells are not shown; null where they add up.</summary>
    public ValueList<HeatCell>? Totals { get; init; }
}

/// <summary>A kind of lapse across committees.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Cells">One a column.</param>
public sealed record HeatRow(LapseKind Kind, ValueList<HeatCell> Cells)
{
    /// <summary>All committees, where cells are not shown; null where they add up.</summary>
    public HeatCell? All { get; init; }
}

/// <summary>A cell of the heat map.</summary>
/// <param name="Open">Open lapses.</param>
/// <param name="Overdue">Of those, overdue.</param>
public readonly record struct HeatCell(int Open, int Overdue);
