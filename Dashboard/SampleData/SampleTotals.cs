namespace Dashboard.SampleData;

/// <summary>What each district vetted in each quarter with all its units, by purpose: the shape that the charts show.</summary>
internal sealed class SampleTotals
{
    private const double CampaignFactor = 1.2655;

    // The quarter of the campaign without it, then the factor above: 5,214.
    private static readonly int[] Province = [3912, 3705, 4020, 3988, 4102, 3846, 4120, 4146, 4215, 4310, 4398, 4486];

    // Share of congresses and elections at the committee's own level; the rest are at lower levels.
    private static readonly double[] AtOwnLevel = [0.35, 0.65];

    private readonly long[,][] _totals = new long[SampleDistricts.Today.Count, SampleCalendar.Count][];

    public SampleTotals(SampleCalendar calendar, SampleRandom random)
    {
        for (int quarter = 0; quarter < SampleCalendar.Count; quarter++)
        {
            double[] weights = [.. SampleDistricts.Today.Select(d => Level(d, quarter, random))];
            long[] usual = Usual(Province[quarter], weights);
            long extra = quarter == calendar.Campaign ? (long)(Province[quarter] * CampaignFactor + 0.5) - Province[quarter] : 0;
            long[] campaign = Shares.Split(extra, weights);
            for (int district = 0; district < usual.Length; district++)
            {
                _totals[district, quarter] = ByIndicator(SampleDistricts.Today[district].Vetted, usual[district], campaign[district]);
            }
        }
    }

    /// <summary>Vetted by district <paramref name="district"/> in quarter <paramref name="quarter"/>, per indicator of <see cref="SampleForm.Vetting"/>.</summary>
    public IReadOnlyList<long> this[int district, int quarter] => _totals[district, quarter];

    /// <summary>Parts of a number by indicator, in the proportion of the purposes <paramref name="vetted"/>.</summary>
    public static long[] ByIndicator(IReadOnlyList<int> vetted, long usual, long campaign = 0)
    {
        long[] purposes = Shares.Split(usual, [.. vetted.Select(v => (double)v)]);
        long[] congress = Shares.Split(purposes[0] + campaign, AtOwnLevel);
        long[] election = Shares.Split(purposes[1], AtOwnLevel);
        return [congress[0], congress[1], election[0], election[1], purposes[2], purposes[3], purposes[4], purposes[5]];
    }

    // Districts without unrest keep to their line to the unit; the others share what they leave of the province's number.
    private static long[] Usual(int province, double[] weights)
    {
        long[] fixedParts = [.. SampleDistricts.Today.Select((d, i) => d.Unrest > 0 ? 0 : (long)(weights[i] + 0.5))];
        double[] others = [.. SampleDistricts.Today.Select((d, i) => d.Unrest > 0 ? weights[i] : 0)];
        long[] parts = Shares.Split(province - fixedParts.Sum(), others);
        return [.. parts.Zip(fixedParts, (part, fixedPart) => part + fixedPart)];
    }

    // A straight line through the latest quarter and the same one a year earlier; both are met exactly.
    private static double Level(SampleDistrict district, int quarter, SampleRandom random)
    {
        const int YearEarlier = SampleCalendar.Latest - 4;
        double latest = district.Vetted.Sum();
        double before = latest / (1 + district.Growth / 1000.0);
        double line = before + (latest - before) * (quarter - YearEarlier) / 4;
        double unrest = random.Around(district.Unrest);
        return quarter is SampleCalendar.Latest or YearEarlier ? line : line * unrest;
    }
}
