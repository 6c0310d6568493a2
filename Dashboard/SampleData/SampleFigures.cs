using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.SampleData;

/// <summary>
/// Splits what a district vetted among those whose return counts: its own office, its units, and two cells of each unit,
/// so that the parts add up to the district's total and nothing is stated twice.
/// </summary>
internal sealed class SampleFigures
{
    private const int ReportingCells = 2;

    private const double RevisedShare = 0.01;

    // What of each purpose the district's own office does, in the order of SampleForm.Vetting.
    private static readonly double[] OfficeShare = [0.3, 0.6, 0.3, 0.6, 0.05, 0.25, 0.6, 0.5];

    private readonly SampleStructure _structure;

    private readonly SampleTotals _totals;

    private readonly SampleRandom _random;

    private readonly double[] _size;

    private readonly List<SampleFigure> _all = [];

    public SampleFigures(SampleStructure structure, SampleTotals totals, SampleReturns returns, SampleRandom random)
    {
        (_structure, _totals, _random) = (structure, totals, random.For("figures"));
        _size = Sizes(structure, random.For("sizes"));
        Period[] quarters = [.. returns.All.Select(r => r.Period).Distinct()];
        for (int quarter = 0; quarter < quarters.Length; quarter++)
        {
            Dictionary<int, Return> counting = returns.All.Where(r => r.IsIn && r.Period == quarters[quarter]).ToDictionary(r => r.Committee);
            for (int district = 0; district < SampleDistricts.Today.Count; district++)
            {
                AddDistrict(district, quarter, quarters[quarter].End, counting);
            }
        }
    }

    /// <summary>Every figure, by quarter and district.</summary>
    public IReadOnlyList<SampleFigure> All => _all;

    // Committees that will be missing in the latest quarter are small throughout, so that their absence is no cliff.
    private static double[] Sizes(SampleStructure structure, SampleRandom random)
    {
        var size = new double[structure.Committees.Count];
        foreach (SampleUnit unit in structure.Units)
        {
            SampleDistrict district = SampleDistricts.Today[unit.District];
            bool missing = unit.ClosedOn is null && unit.Position >= district.Units - district.Progress.Missing;
            size[unit.Number] = random.Around(0.4) * (missing ? 0.12 : 1);
        }

        return size;
    }

    private void AddDistrict(int district, int quarter, DateOnly end, Dictionary<int, Return> counting)
    {
        Return[] offices = [.. SampleStructure.Offices(district, end).Where(counting.ContainsKey).Select(office => counting[office])];
        SampleUnit[] units = [.. _structure.UnitsOn(district, end).Where(u => counting.ContainsKey(u.Number))];
        (long[][] officeParts, long[][] unitParts) = Split(district, quarter, offices.Length, units);
        for (int i = 0; i < offices.Length; i++)
        {
            State(offices[i], [.. officeParts.Select(p => p[i])], members: 24 + district % 7 * 3);
        }

        for (int i = 0; i < units.Length; i++)
        {
            AddUnit(units[i], counting[units[i].Number], [.. unitParts.Select(p => p[i])], quarter);
        }
    }

    // Per indicator: the parts of the offices and those of the units.
    private (long[][] Offices, long[][] Units) Split(int district, int quarter, int offices, SampleUnit[] units)
    {
        double factor = OfficeFactor(SampleDistricts.Today[district], offices);
        double[] officeWeights = [.. Enumerable.Range(0, offices).Select(_ => _random.Around(0.1))];
        double[] unitWeights = [.. units.Select(u => _size[u.Number] * _random.Around(0.08))];
        long[] totals = [.. _totals[district, quarter]];
        long[] done = [.. totals.Select((total, indicator) => (long)(total * OfficeShare[indicator] * factor + 0.5))];
        return (
            [.. done.Select(part => offices == 0 ? [] : Shares.Split(part, officeWeights))],
            [.. totals.Zip(done, (total, part) => Shares.Split(total - part, unitWeights))]);
    }

    // An office whose latest return does not count does little in all quarters, for the same reason as the small units.
    private static double OfficeFactor(SampleDistrict district, int offices) =>
        offices == 0 ? 0 : district.Progress.Own is ReturnState.Approved or ReturnState.Submitted ? 1 : 0.1;

    // The cells state their part outside of a return, so it is final.
    private void AddUnit(SampleUnit unit, Return handedIn, long[] vetted, int quarter)
    {
        foreach (int indicator in (int[])[SampleForm.Admission, SampleForm.Planning])
        {
            long cell = vetted[indicator] / 5;
            vetted[indicator] -= cell * ReportingCells;
            foreach (int number in unit.Cells.Take(ReportingCells))
            {
                _all.Add(new SampleFigure(_structure.Committees[number].Code, SampleForm.Vetting[indicator], handedIn.Period, cell));
            }
        }

        State(handedIn, vetted, (long)(_size[unit.Number] * 260) + unit.Number % 40 + quarter * (1 + unit.Number % 2));
    }

    private void State(Return handedIn, long[] vetted, long members)
    {
        for (int indicator = 0; indicator < vetted.Length; indicator++)
        {
            Add(handedIn, SampleForm.Vetting[indicator], vetted[indicator]);
        }

        long planned = vetted[SampleForm.Planning] + vetted[SampleForm.Appointment] + vetted[SampleForm.Cadre];
        Add(handedIn, "conclusion.issued", (long)(vetted.Sum() * (0.85 + 0.13 * _random.Fraction())));
        Add(handedIn, "verification.requests.sent", (long)(planned * (0.6 + 0.5 * _random.Fraction())));
        Add(handedIn, "organisation.members", members);
        Add(handedIn, "training.participants", _random.Between(0, 4));
    }

    private void Add(Return handedIn, string indicator, long value)
    {
        bool revised = _random.Chance(RevisedShare);
        Standing standing = handedIn.State == ReturnState.Submitted ? Standing.Provisional : revised ? Standing.Revised : Standing.Final;
        _all.Add(new SampleFigure(_structure.Committees[handedIn.Committee].Code, indicator, handedIn.Period, value, Standing: standing));
    }
}
