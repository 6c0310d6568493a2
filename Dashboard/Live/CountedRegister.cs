using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;

namespace Dashboard.Live;

/// <summary>
/// One register counted by month as on a day, each committee's cases gone through once; of a hundred thousand cases a figure is made
/// only where one is asked for.
/// </summary>
internal sealed class CountedRegister
{
    private readonly List<(int Committee, Period First, RegisterBalance[] Months)> _counted = [];

    /// <param name="cases">All cases of the register.</param>
    /// <param name="today">The last day that counts.</param>
    public CountedRegister(IEnumerable<(int Committee, RegisterCase Case)> cases, DateOnly today)
    {
        foreach (IGrouping<int, RegisterCase> own in cases.GroupBy(c => c.Committee, c => c.Case))
        {
            (Period Month, RegisterBalance Balance)[] months = [.. RegisterFigures.Balances([.. own], today)];
            if (months.Length > 0)
            {
                _counted.Add((own.Key, months[0].Month, Array.ConvertAll(months, month => month.Balance)));
            }
        }
    }

    /// <summary>The months that anybody's register has.</summary>
    public IEnumerable<Period> Months()
    {
        (_, Period month, RegisterBalance[] months) = _counted.OrderBy(c => c.First).FirstOrDefault();
        for (int at = 0; at < months?.Length; at++, month = month.Next())
        {
            yield return month;
        }
    }

    /// <summary>The figures of a month.</summary>
    /// <param name="indicator">Number of the indicator that they are of.</param>
    /// <param name="month">The month.</param>
    /// <param name="value">What that indicator counts.</param>
    public IEnumerable<Figure> Of(int indicator, Period month, Func<RegisterBalance, long> value)
    {
        foreach ((int committee, Period first, RegisterBalance[] months) in _counted)
        {
            int at = ((month.Start.Year - first.Start.Year) * 12) + month.Start.Month - first.Start.Month;
            if (at >= 0 && at < months.Length)
            {
                yield return new Figure { Committee = committee, Indicator = indicator, Period = month, Value = value(months[at]) };
            }
        }
    }
}
