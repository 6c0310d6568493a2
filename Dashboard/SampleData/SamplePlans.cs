using Dashboard.Domain.Periods;

namespace Dashboard.SampleData;

/// <summary>Yearly plans of the committees directly below the sample province; the province's own is their sum.</summary>
internal static class SamplePlans
{
    // Of the plan of the latest year, by years before it: 4,800, 4,300, 4,000 and 4,000 a quarter.
    private static readonly int[] Quarterly = [4800, 4300, 4000, 4000];

    private const int NextYear = 4950;

    /// <summary>Plans for every year that the sample touches.</summary>
    public static IReadOnlyList<SamplePlan> Make(SampleCalendar calendar) =>
        [.. Enumerable.Range(calendar.Quarters[0].Start.Year, calendar.Today.Year - calendar.Quarters[0].Start.Year + 1)
            .SelectMany(year => Year(year, calendar.Quarters[SampleCalendar.Latest]))];

    private static IEnumerable<SamplePlan> Year(int year, Period latest)
    {
        int quarterly = year > latest.End.Year ? NextYear : Quarterly[latest.End.Year - year];
        long[] plans = Shares.Split(4 * quarterly, [.. SampleDistricts.Today.Select(d => (double)d.Plan)]);
        for (int district = 0; district < plans.Length; district++)
        {
            long[] parts = SampleTotals.ByIndicator(SampleDistricts.Today[district].Vetted, plans[district]);
            (string Code, double Share)[] holders = [.. Holders(district, year)];
            for (int indicator = 0; indicator < parts.Length; indicator++)
            {
                long[] shares = Shares.Split(parts[indicator], [.. holders.Select(h => h.Share)]);
                for (int holder = 0; holder < holders.Length; holder++)
                {
                    yield return new SamplePlan(holders[holder].Code, SampleForm.Vetting[indicator], year, shares[holder]);
                }
            }
        }
    }

    // In the year of the merger the former committees have the first half of the plan, their successor the second.
    private static IEnumerable<(string Code, double Share)> Holders(int district, int year)
    {
        if (district != SampleDistricts.Merged || year > SampleDistricts.MergedOn.Year)
        {
            return [(SampleDistricts.Today[district].Code, 1)];
        }

        bool merged = year == SampleDistricts.MergedOn.Year;
        IEnumerable<(string Code, double Share)> former = SampleDistricts.Former.Select(f => (f.Code, merged ? f.Share / 2 : f.Share));
        return merged ? former.Append((SampleDistricts.Today[district].Code, 0.5)) : former;
    }
}
