using Dashboard.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Explain;

/// <summary>Where a number comes from: its parts, which add up to it, and what was stated of its own by the committee.</summary>
public sealed record Proof
{
    /// <summary>The number.</summary>
    public required Rollup Total { get; init; }

    /// <summary>Its parts: the committee's own first.</summary>
    public required ValueList<ProofRow> Rows { get; init; }

    /// <summary>What the committee itself stated that lies in the period, by indicator where there are several.</summary>
    public required ValueList<StatedFigure> Stated { get; init; }

    /// <summary>The same number by indicator, where it counts several.</summary>
    public required ValueList<IndicatorPart> ByIndicator { get; init; }
}

/// <summary>Whose part it is.</summary>
public enum PartKind
{
    /// <summary>The committee's own work.</summary>
    Own,

    /// <summary>A committee directly below, with all below it.</summary>
    Below,

    /// <summary>A closed committee that the committee carries.</summary>
    Carried,

    /// <summary>A committee that stood below for a part of the period only.</summary>
    Left,
}

/// <summary>A part of a number.</summary>
/// <param name="Committee">Whose.</param>
/// <param name="Kind">How it stands to the committee asked about.</param>
/// <param name="Amount">How much.</param>
/// <param name="CarriesOthers">Whether figures of closed committees are in it.</param>
public sealed record ProofRow(CommitteeLink Committee, PartKind Kind, Rollup Amount, bool CarriesOthers);

/// <summary>One indicator's part of a number that counts several.</summary>
/// <param name="Indicator">Number of the indicator.</param>
/// <param name="Amount">How much.</param>
public sealed record IndicatorPart(int Indicator, Rollup Amount);

/// <summary>A figure that the committee itself stated.</summary>
/// <param name="Indicator">Number of the indicator.</param>
/// <param name="Period">Of which days.</param>
/// <param name="Value">The figure.</param>
/// <param name="OutOf">Out of how many.</param>
/// <param name="Precision">How exactly it is stated.</param>
/// <param name="Standing">How far it has come.</param>
/// <param name="Counts">Whether the number counts it; another one takes its place otherwise.</param>
public sealed record StatedFigure(int Indicator, Period Period, long Value, long? OutOf, Precision Precision, Standing Standing, bool Counts);
