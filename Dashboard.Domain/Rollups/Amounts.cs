using Dashboard.Domain.Figures;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// What figures add to a cell of a layer, or take from it. Wraps around without harm: whatever is read in the end is a
/// sum of figures that the cube has checked to fit 64 bits.
/// </summary>
internal readonly record struct Amounts(long Value, int Parts, long OutOf, int WithOutOf, int MoreThan, int About, long Provisional, int Provisionals, int Revised)
{
    public static Amounts Of(Stated figure) => new(
        figure.Value,
        1,
        figure.OutOf ?? 0,
        figure.OutOf is null ? 0 : 1,
        figure.Precision == Precision.MoreThan ? 1 : 0,
        figure.Precision == Precision.About ? 1 : 0,
        figure.Standing == Standing.Provisional ? figure.Value : 0,
        figure.Standing == Standing.Provisional ? 1 : 0,
        figure.Standing == Standing.Revised ? 1 : 0);

    public static Amounts operator +(Amounts a, Amounts b) => unchecked(new(
        a.Value + b.Value, a.Parts + b.Parts, a.OutOf + b.OutOf, a.WithOutOf + b.WithOutOf, a.MoreThan + b.MoreThan, a.About + b.About,
        a.Provisional + b.Provisional, a.Provisionals + b.Provisionals, a.Revised + b.Revised));

    public static Amounts operator -(Amounts a) => unchecked(new(-a.Value, -a.Parts, -a.OutOf, -a.WithOutOf, -a.MoreThan, -a.About, -a.Provisional, -a.Provisionals, -a.Revised));

    /// <summary>What is read of a cell that holds this.</summary>
    public Rollup Read(int reported, int expected) => new(
        Parts == 0 ? null : Value,
        Parts != 0 && WithOutOf == Parts ? OutOf : null,
        About != 0 ? Precision.About : MoreThan != 0 ? Precision.MoreThan : Precision.Exact,
        reported,
        expected,
        Provisional,
        Provisionals != 0 ? Standing.Provisional : Revised != 0 ? Standing.Revised : Standing.Final);
}
