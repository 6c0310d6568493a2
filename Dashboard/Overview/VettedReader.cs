using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Reads the vetted personnel of committees: the total of topic <c>vetting</c>, and its purposes.</summary>
/// <param name="catalogue">All indicators.</param>
/// <param name="read">Reads the rollup of a committee, an indicator and a period in the view asked for.</param>
internal sealed class VettedReader(IndicatorSet catalogue, Func<int, int, Period, Rollup> read)
{
    /// <summary>The topic whose total “vetted personnel” is.</summary>
    public const string Topic = "vetting";

    private readonly (int Indicator, Purpose Purpose)[] _indicators = [.. catalogue.OfTopic(Topic).Select(i => (i, PurposeOf(catalogue[i].Code)))];

    /// <summary>Numbers of the topic's indicators.</summary>
    public IEnumerable<int> Indicators => _indicators.Select(i => i.Indicator);

    /// <summary>The topic's total.</summary>
    public Amount Total(int committee, Period period)
    {
        long? value = null;
        long provisional = 0;
        Precision precision = Precision.Exact;
        int reported = 0;
        int expected = 0;
        foreach ((int indicator, _) in _indicators)
        {
            Rollup rollup = read(committee, indicator, period);
            expected = Math.Max(expected, rollup.Expected);
            if (rollup.Value is { } part)
            {
                value = (value ?? 0) + part;
                provisional += rollup.Provisional;
                reported = Math.Max(reported, rollup.Reported);
                precision = Worse(precision, rollup.Precision);
            }
        }

        return new Amount(value, precision, provisional, reported, expected);
    }

    /// <summary>Totals by purpose, null where nothing was reported, in the order of <see cref="Purpose"/>.</summary>
    public long?[] ByPurpose(int committee, Period period)
    {
        var totals = new long?[Enum.GetValues<Purpose>().Length];
        foreach ((int indicator, Purpose purpose) in _indicators)
        {
            if (read(committee, indicator, period).Value is { } part)
            {
                totals[(int)purpose] = (totals[(int)purpose] ?? 0) + part;
            }
        }

        return totals;
    }

    public Spark Spark(int committee, IReadOnlyList<Period> periods, DateOnly today)
    {
        Amount last = Total(committee, periods[^1]);
        return new Spark(
            periods.Select(p => Total(committee, p).Value).ToValueList(),
            last.Provisional > 0 || last.Precision != Precision.Exact || periods[^1].End >= today);
    }

    /// <summary>Change against the compared period; nothing when either side was not reported.</summary>
    public Delta Delta(int committee, Period period, Comparison compare)
    {
        if (StockDelta.BaseOf(period, compare) is { } then && Total(committee, then).Value is { } before && Total(committee, period).Value is { } now)
        {
            return new Delta(now - before, before);
        }

        return default;
    }

    private static Precision Worse(Precision one, Precision other) => one switch
    {
        Precision.Exact => other,
        Precision.MoreThan => other == Precision.About ? Precision.About : Precision.MoreThan,
        _ => Precision.About,
    };

    /// <summary>The purpose that an indicator of the topic counts for.</summary>
    internal static Purpose PurposeOf(string code) => code.Split('.')[1] switch
    {
        "congress" => Purpose.Congress,
        "election" => Purpose.Election,
        "admission" => Purpose.Admission,
        "planning" => Purpose.Planning,
        "appointment" => Purpose.Appointment,
        _ => Purpose.Cadre,
    };
}
