using Dashboard.Disclosure;
using Dashboard.Overview;

namespace Dashboard.Meeting.Scenes;

/// <summary>Where the parts of a trend lie in a drawing of <see cref="Width"/> × <see cref="Height"/>.</summary>
internal sealed class TrendPicture
{
    /// <summary>Width of the drawing.</summary>
    public const double Width = 1824;

    /// <summary>Height of the drawing.</summary>
    public const double Height = 500;

    private const double Top = 60, Bottom = 90;

    private readonly Trend _trend;
    private readonly double _low;
    private readonly double _high;

    public TrendPicture(Trend trend)
    {
        _trend = trend;
        double[] levels = [.. trend.Points.SelectMany(p => new[] { Withheld.Is(p.Value) ? null : p.Value, p.Plan }).OfType<long>().Select(v => (double)v), .. trend.Limits is { } limits ? new[] { limits.Lower, limits.Upper } : []];
        double low = levels.DefaultIfEmpty(0).Min(), high = levels.DefaultIfEmpty(1).Max(), room = Math.Max(1, (high - low) * 0.12);
        // From zero unless all lies far above it: a wobble must not look like a leap.
        _low = low < (high - low) * 2 ? 0 : low - room;
        _high = high + room;
    }

    /// <summary>Across, of the point at a place.</summary>
    public double X(int index) => Width * (index + 0.5) / Math.Max(1, _trend.Points.Count);

    /// <summary>Down, of a number.</summary>
    public double Y(double value) => Top + (Height - Top - Bottom) * (1 - (value - _low) / (_high - _low));

    /// <summary>Down, of the label of a point that is shown: above it, but below in a dip, where the line goes up on both sides.</summary>
    public double LabelOf(int index) => Y(Level(index)!.Value) + (Level(index - 1) > Level(index) && Level(index + 1) > Level(index) ? 46 : -24);

    private long? Level(int index) => index >= 0 && index < _trend.Points.Count && _trend.Points[index].Value is { } value && !Withheld.Is(value) ? value : null;

    /// <summary>Down, of the mark of a point that is not shown: the same for all of them.</summary>
    public const double Hidden = Height - Bottom - 8;

    /// <summary>Stretches of points without a gap.</summary>
    public IEnumerable<IReadOnlyList<int>> Stretches()
    {
        List<int> stretch = [];
        for (int i = 0; i < _trend.Points.Count; i++)
        {
            if (_trend.Points[i].Value is { } value && !Withheld.Is(value))
            {
                stretch.Add(i);
            }
            else if (stretch.Count > 0)
            {
                yield return stretch;
                stretch = [];
            }
        }

        if (stretch.Count > 0)
        {
            yield return stretch;
        }
    }

    /// <summary>Left edge of the limits.</summary>
    public double LimitsFrom => _trend.Limits is { } limits ? Width * limits.FirstPoint / Math.Max(1, _trend.Points.Count) : 0;
}
