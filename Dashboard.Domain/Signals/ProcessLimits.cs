namespace Dashboard.Domain.Signals;

/// <summary>
/// The natural process limits (XmR) of a stretch of a series: mean ± 2.66 × mean moving range, moving ranges above 3.267 ×
/// their mean left out. Missing points are skipped: the next one follows the last one there is.
/// </summary>
public sealed record ProcessLimits
{
    /// <summary>What turns the mean moving range into the way from the mean to a limit.</summary>
    public const double LimitFactor = 2.66;

    /// <summary>Above this many times their mean, moving ranges are left out.</summary>
    public const double RangeFactor = 3.267;

    /// <summary>Fewer points give trial limits.</summary>
    public const int EnoughPoints = 12;

    /// <summary>Index of the stretch's first point in the series.</summary>
    public required int First { get; init; }

    /// <summary>Index of its last point.</summary>
    public required int Last { get; init; }

    /// <summary>Whether <see cref="Mean"/> and <see cref="Spread"/> judge anything.</summary>
    public required LimitsState State { get; init; }

    /// <summary>Mean of the points; 0 without any.</summary>
    public double Mean { get; init; }

    /// <summary>Way from the mean to either limit; 0 where there are none.</summary>
    public double Spread { get; init; }

    /// <summary>Whether there are limits to draw and judge by.</summary>
    public bool HasLimits => State is LimitsState.Judged or LimitsState.Trial;

    /// <summary>Upper limit.</summary>
    public double Upper => Mean + Spread;

    /// <summary>Lower limit; may lie below zero, where no count can fall.</summary>
    public double Lower => Mean - Spread;

    /// <summary>How far a value lies from the mean, 1 being a limit; negative below the mean.</summary>
    public double DistanceOf(double value) => Spread > 0 ? (value - Mean) / Spread : 0;

    /// <summary>The limits of the points from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public static ProcessLimits Of(IReadOnlyList<long?> values, int first, int last)
    {
        double[] points = [.. values.Skip(first).Take(last - first + 1).Where(v => v is not null).Select(v => (double)v!.Value)];
        var none = new ProcessLimits { First = first, Last = last, State = LimitsState.TooFew, Mean = points.Length > 0 ? points.Average() : 0 };
        if (points.Length < 2)
        {
            return none;
        }

        if (points.Count(p => p == 0) * 2 > points.Length)
        {
            return none with { State = LimitsState.MostlyZero };
        }

        double range = MeanRange(points);
        return range == 0
            ? none with { State = LimitsState.Still }
            : none with { State = points.Length < EnoughPoints ? LimitsState.Trial : LimitsState.Judged, Spread = LimitFactor * range };
    }

    private static double MeanRange(double[] points)
    {
        double[] ranges = [.. points.Zip(points.Skip(1), (a, b) => Math.Abs(b - a))];
        double most = RangeFactor * ranges.Average();
        return ranges.Where(r => r <= most).DefaultIfEmpty().Average();
    }
}
