using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Exchange;

/// <summary>A figure of a file and its line; in the order of the table's key, so that many write quickly.</summary>
internal readonly record struct FigureLine(int Committee, int Indicator, Period Period, long Value, long? OutOf, Precision Precision, int Line) : IComparable<FigureLine>
{
    public int CompareTo(FigureLine other)
    {
        int order = Committee.CompareTo(other.Committee);
        order = order != 0 ? order : Indicator.CompareTo(other.Indicator);
        order = order != 0 ? order : Period.CompareTo(other.Period);
        return order != 0 ? order : Line.CompareTo(other.Line);
    }

    public Figure ToFigure(Standing standing) => new()
    {
        Committee = Committee,
        Indicator = Indicator,
        Period = Period,
        Value = Value,
        OutOf = OutOf,
        Precision = Precision,
        Standing = standing,
    };

    public bool IsSameKey(FigureLine other) => IsSamePair(other) && Period == other.Period;

    public bool IsSamePair(FigureLine other) => Committee == other.Committee && Indicator == other.Indicator;
}
