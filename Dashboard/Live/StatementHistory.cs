using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Live;

/// <summary>
/// Every figure that was ever stated, by indicator and period and in the order of the log, each with the entry that replaced it: what
/// held at an entry is found by going over those asked about once, without a query. Some 50 bytes for each. Only one thread adds;
/// what is <see cref="At"/> an entry is read by any, meanwhile and later.
/// </summary>
internal sealed class StatementHistory
{
    private readonly Dictionary<string, StatedSeries> _ofKey = new(StringComparer.Ordinal);

    // By indicator number; replaced as a whole, never changed, since readers keep it.
    private StatedSeries[][] _ofIndicator = [];

    /// <summary>Takes in the next entry about a figure.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="numberOf">From an indicator's code to its number, which never changes.</param>
    public void Add(LogEntry entry, Func<string, int> numberOf)
    {
        int committee = entry.Committee ?? throw new FormatException($"Entry {entry.Sequence} is about a figure and names no committee.");
        StatedSeries series = SeriesOf(entry.Key, numberOf);
        series.Add(entry.Sequence, committee, entry.After is { } after ? LogPayload.ReadFigure(after, committee, series.Indicator, series.Period) : null);
    }

    /// <summary>What held after the entry numbered <paramref name="sequence"/>, which has been taken in.</summary>
    public Known At(long sequence) => new(_ofIndicator, sequence);

    private StatedSeries SeriesOf(string key, Func<string, int> numberOf)
    {
        if (!_ofKey.TryGetValue(key, out StatedSeries? series))
        {
            (string code, Period period) = LogPayload.ReadFigureKey(key);
            series = new StatedSeries(numberOf(code), period);
            _ofKey.Add(key, series);
            StatedSeries[][] with = _ofIndicator;
            Array.Resize(ref with, Math.Max(with.Length, series.Indicator + 1));
            with[series.Indicator] = [.. with[series.Indicator] ?? [], series];
            _ofIndicator = with;
        }

        return series;
    }

    /// <summary>What held after an entry.</summary>
    internal readonly struct Known(StatedSeries[][] ofIndicator, long sequence)
    {
        /// <summary>The periods for which anything had been stated of an indicator, with the figures that held.</summary>
        public IEnumerable<(Period Period, Func<IEnumerable<Figure>> Figures)> Of(int indicator)
        {
            long at = sequence;
            return from series in indicator < ofIndicator.Length ? ofIndicator[indicator] ?? [] : []
                   where series.Began <= at
                   select (series.Period, new Func<IEnumerable<Figure>>(() => series.At(at)));
        }

        /// <summary>Who had stated anything for which period.</summary>
        public StatedPeriods Periods()
        {
            var periods = new StatedPeriods();
            for (int indicator = 0; indicator < ofIndicator.Length; indicator++)
            {
                foreach ((Period period, Func<IEnumerable<Figure>> figures) in Of(indicator))
                {
                    periods.Add(period, figures().Select(figure => figure.Committee));
                }
            }

            return periods;
        }
    }
}
