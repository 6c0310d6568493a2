namespace Dashboard.Domain.Figures;

/// <summary>How precision and standing of parts make those of the whole.</summary>
public static class Combination
{
    /// <summary>Exact if both are; more-than if the inexact ones are all more-than; else about.</summary>
    public static Precision With(this Precision one, Precision other) =>
        one == Precision.About || other == Precision.About ? Precision.About
        : one == Precision.MoreThan || other == Precision.MoreThan ? Precision.MoreThan
        : Precision.Exact;

    /// <summary>Provisional if either is; else revised if either is; else final.</summary>
    public static Standing With(this Standing one, Standing other) =>
        one == Standing.Provisional || other == Standing.Provisional ? Standing.Provisional
        : one == Standing.Revised || other == Standing.Revised ? Standing.Revised
        : Standing.Final;
}
