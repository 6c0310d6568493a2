using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Returns;

/// <summary>That a committee was reminded from above of a return that is late (nhắc nộp báo cáo): the last time, and how often in all.</summary>
public sealed record Reminder
{
    /// <summary>Number of the committee.</summary>
    public required int Committee { get; init; }

    /// <summary>Code of the form.</summary>
    public required string Form { get; init; }

    /// <summary>Period reported on.</summary>
    public required Period Period { get; init; }

    /// <summary>Number of the committee whose reviewer reminded last; null for one who reviews everything.</summary>
    public int? Above { get; init; }

    /// <summary>Day of the last one.</summary>
    public required DateOnly LastOn { get; init; }

    /// <summary>How many there were.</summary>
    public required int Times { get; init; }
}
