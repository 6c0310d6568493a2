using Dashboard.Domain.Returns;

namespace Dashboard.SampleData;

/// <summary>
/// The fictional province “Tỉnh ủy mẫu”, a root of its own beside the published reports. The same day and seed give the
/// same province, on every machine.
/// </summary>
public static class SampleProvince
{
    /// <summary>Seed of the province that a new database is given.</summary>
    public const ulong Seed = 20250701;

    private static readonly DateOnly Earliest = new(2026, 1, 1);

    /// <summary>The province as it stands on <paramref name="today"/>, with twelve complete quarters behind it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="today"/> lies before 2026: the committee merged in July 2025 would have no history yet.</exception>
    public static SampleSet Make(DateOnly today, ulong seed = Seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(today, Earliest);
        var random = new SampleRandom(seed);
        var calendar = new SampleCalendar(today);
        var structure = new SampleStructure(random);
        Form form = SampleForm.Owed(calendar);
        var returns = new SampleReturns(form, calendar, structure, random);
        var figures = new SampleFigures(structure, new SampleTotals(calendar, random.For("totals")), returns, random);
        return new SampleSet
        {
            Committees = structure.Committees,
            Placements = structure.Placements,
            Figures = figures.All,
            Plans = SamplePlans.Make(calendar),
            Forms = [form, SampleForm.OwedByCells(calendar)],
            Returns = returns.All,
            Lapses = new SampleLapses(calendar, structure, returns, random).All,
            Complaints = new SampleComplaints(calendar, structure, random).All,
            Directives = new SampleDirectives(calendar, structure, random).All,
        };
    }
}
