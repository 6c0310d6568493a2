namespace Dashboard.Data;

/// <summary>A count that an audience was not shown. It holds no count: only that there is one, where, and until when it was hidden for a reason.</summary>
public sealed class HiddenCellRow
{
    /// <summary>From whom.</summary>
    public required string Audience { get; init; }

    /// <summary>Number of the committee whose sheet it is on.</summary>
    public required int Committee { get; init; }

    /// <summary>Which of its sheets.</summary>
    public required string Sheet { get; init; }

    /// <summary>Number of the committee that it is of, or −1 for the own part of <see cref="Committee"/>.</summary>
    public required int Of { get; init; }

    /// <summary>Its column.</summary>
    public required string Column { get; init; }

    /// <summary>The day on which there last was a reason, to the week.</summary>
    public required DateOnly On { get; set; }
}
