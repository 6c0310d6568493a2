namespace Dashboard.Domain.Committees;

/// <summary>A committee (cấp ủy, tổ chức đảng). Its code is unique for ever and never opened again once closed.</summary>
public sealed record Committee
{
    /// <summary>Dense number from 0, given when the committee is first registered, never reused and never changed.</summary>
    public int Number { get; init; }

    /// <summary>Letters, digits, <c>-</c> and <c>.</c>; at most 64 characters.</summary>
    public required string Code { get; init; }

    /// <summary>Vietnamese name.</summary>
    public required string Name { get; init; }

    /// <summary>English name, where one is given.</summary>
    public string? NameEn { get; init; }

    /// <summary>Level in the hierarchy.</summary>
    public required CommitteeLevel Level { get; init; }

    /// <summary>First day of its life; null when it was always there.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>Last day of its life; null while it is open.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Codes of the committees that took over, the principal successor first; empty while open or when nobody did.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    /// <summary>Marked as made-up sample data, which every page says.</summary>
    public bool IsSample { get; init; }

    /// <summary>Whether the committee exists on <paramref name="day"/>.</summary>
    public bool IsOpenOn(DateOnly day) => (OpenedOn is null || OpenedOn <= day) && (ClosedOn is null || day <= ClosedOn);
}
