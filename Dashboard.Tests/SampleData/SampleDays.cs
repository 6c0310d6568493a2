using System.Collections.Concurrent;
using System.Globalization;
using Dashboard.SampleData;

namespace Dashboard.Tests.SampleData;

/// <summary>Days on which the sample must look alive, and the sample of each, made once.</summary>
public static class SampleDays
{
    private static readonly ConcurrentDictionary<DateOnly, Lazy<SampleSet>> Made = new();

    public static readonly DateOnly Usual = new(2026, 11, 23);

    public static TheoryData<string> All { get; } =
    [
        "2026-11-23", "2026-01-01", "2027-01-01", "2028-02-29", "2026-03-31", "2026-04-01", "2026-10-15", "2026-10-16", "2026-12-31", "2031-06-30",
    ];

    public static SampleSet On(DateOnly day) => Made.GetOrAdd(day, d => new Lazy<SampleSet>(() => SampleProvince.Make(d))).Value;

    public static SampleSet On(string day) => On(Day(day));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
