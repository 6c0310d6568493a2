using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Returns;

/// <summary>
/// One version of a form: what is asked of committees of some levels, how often, and by when. Versions of one code follow one
/// another by the periods they are owed for, so that a return is always read by the form it was made on.
/// </summary>
public sealed record Form
{
    /// <summary>Code, letters, digits and <c>-</c>.</summary>
    public required string Code { get; init; }

    /// <summary>1, 2, 3 … within the code.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Vietnamese name.</summary>
    public required string Name { get; init; }

    /// <summary>English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>Month, quarter, half or year.</summary>
    public required PeriodKind Cadence { get; init; }

    /// <summary>Levels whose committees owe it.</summary>
    public required IReadOnlyList<CommitteeLevel> Levels { get; init; }

    /// <summary>What it asks for, by heading.</summary>
    public required IReadOnlyList<FormSection> Sections { get; init; }

    /// <summary>What must hold between its figures, as <see cref="FormRule"/> reads it.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Its lines, in the order of the form.</summary>
    public IEnumerable<FormLine> Lines => Sections.SelectMany(s => s.Lines);

    /// <summary>Codes of its indicators, in the order of the form.</summary>
    public IEnumerable<string> Indicators => Lines.Select(l => l.Indicator);

    /// <summary>Days after the last day of the period by which it is due.</summary>
    public required int DueDays { get; init; }

    /// <summary>Code of the root under which it is owed; null for every root.</summary>
    public string? Root { get; init; }

    /// <summary>First day from which periods are owed; null for always.</summary>
    public DateOnly? OwedFrom { get; init; }

    /// <summary>Last day on which a period may begin for which this version is owed; null while no later one follows.</summary>
    public DateOnly? OwedUntil { get; init; }

    /// <summary>Whether this version is the one for <paramref name="period"/>: of its cadence and begun while it was owed.</summary>
    public bool IsFor(Period period) =>
        period.Kind == Cadence && (OwedFrom is null || period.Start >= OwedFrom) && (OwedUntil is null || period.Start <= OwedUntil);

    /// <summary>Last day on which the return for <paramref name="period"/> is in time.</summary>
    public DateOnly DueOn(Period period) => period.End.AddDays(DueDays);
}
