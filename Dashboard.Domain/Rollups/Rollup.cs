using Dashboard.Domain.Figures;

namespace Dashboard.Domain.Rollups;

/// <summary>What a committee and all below it come to, for one indicator over one period.</summary>
/// <param name="Value">The sum; null where nothing was reported, which is not zero.</param>
/// <param name="OutOf">The sum of the denominators; null unless every part states one.</param>
/// <param name="Precision">Exact if all parts are; more than, if all inexact parts are; else about.</param>
/// <param name="Reported">How many of <paramref name="Expected"/> have a figure that counts over the period.</param>
/// <param name="Expected">
/// How many committees of the subtree were due to report, of a stock only those open on the last day. Where none was due:
/// how many have a figure, so that what is given freely is complete.
/// </param>
/// <param name="Provisional">The part of <paramref name="Value"/> that comes from provisional figures.</param>
/// <param name="Standing">Provisional if any part is, be it a zero; else revised if any part is; else final.</param>
public readonly record struct Rollup(long? Value, long? OutOf, Precision Precision, int Reported, int Expected, long Provisional, Standing Standing = Standing.Final);
