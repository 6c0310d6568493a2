using Dashboard.Domain.Committees;

namespace Dashboard.SampleData;

/// <summary>Picks the committee of a district whose register an entry stands in: its own office or one of its units.</summary>
internal sealed class SampleHolders(SampleStructure structure, SampleRandom random)
{
    /// <summary>A committee of district <paramref name="district"/> that exists on <paramref name="day"/>, its own office in <paramref name="officeShare"/> of the cases.</summary>
    public Committee Pick(int district, DateOnly day, double officeShare)
    {
        if (random.Chance(officeShare))
        {
            return structure.Committees[random.Pick(SampleStructure.Offices(district, day))];
        }

        SampleUnit[] units = [.. structure.UnitsOn(district, day)];
        return structure.Committees[random.Pick(units).Number];
    }

    /// <summary>The own office of district <paramref name="district"/> today.</summary>
    public Committee Office(int district) => structure.Committees[district + 1];
}
