using Dashboard.Domain.Committees;

namespace Dashboard.SampleData;

/// <summary>The committees of the sample province and their placements, with the reorganisation of 2025-07-01.</summary>
internal sealed class SampleStructure
{
    /// <summary>Code of the root.</summary>
    public const string Root = "TU-MAU";

    private readonly List<Committee> _committees = [];

    private readonly List<Placement> _placements = [];

    private readonly List<SampleUnit> _units = [];

    private readonly SampleNames _names;

    public SampleStructure(SampleRandom random)
    {
        _names = new SampleNames(random.For("names"));
        Add(new() { Code = Root, Name = "Tỉnh ủy mẫu", NameEn = "Sample Provincial Committee", Level = CommitteeLevel.Province });
        AddDistricts();
        for (int district = 0; district < SampleDistricts.Today.Count; district++)
        {
            AddUnits(district);
        }
    }

    public IReadOnlyList<Committee> Committees => _committees;

    public IReadOnlyList<Placement> Placements => _placements;

    /// <summary>The grassroots committees, by district and position; the closed ones after the open ones.</summary>
    public IReadOnlyList<SampleUnit> Units => _units;

    /// <summary>The committees that lead district <paramref name="district"/> on <paramref name="day"/>: itself, or the two before the merger.</summary>
    public static IReadOnlyList<int> Offices(int district, DateOnly day) =>
        district == SampleDistricts.Merged && day < SampleDistricts.MergedOn
            ? [SampleDistricts.Today.Count + 1, SampleDistricts.Today.Count + 2]
            : [district + 1];

    /// <summary>The units of district <paramref name="district"/> that exist on <paramref name="day"/>.</summary>
    public IEnumerable<SampleUnit> UnitsOn(int district, DateOnly day) =>
        _units.Where(u => u.District == district && (u.ClosedOn is null || day <= u.ClosedOn));

    private int Add(Committee committee)
    {
        _committees.Add(committee with { Number = _committees.Count, IsSample = true });
        return _committees.Count - 1;
    }

    private void Place(string committee, string parent, DateOnly? from = null, DateOnly? to = null) =>
        _placements.Add(new Placement(committee, parent, from, to));

    private void AddDistricts()
    {
        foreach (SampleDistrict district in SampleDistricts.Today)
        {
            DateOnly? opened = district == SampleDistricts.Today[SampleDistricts.Merged] ? SampleDistricts.MergedOn : null;
            Add(new() { Code = district.Code, Name = district.Name, NameEn = district.NameEn, Level = CommitteeLevel.District, OpenedOn = opened });
            Place(district.Code, Root, opened);
        }

        foreach (var former in SampleDistricts.Former)
        {
            Add(new()
            {
                Code = former.Code,
                Name = former.Name,
                NameEn = former.NameEn,
                Level = CommitteeLevel.District,
                ClosedOn = SampleDistricts.ClosedOn,
                Successors = [SampleDistricts.Today[SampleDistricts.Merged].Code],
            });
            Place(former.Code, Root, to: SampleDistricts.ClosedOn);
        }
    }

    private void AddUnits(int index)
    {
        SampleDistrict district = SampleDistricts.Today[index];
        if (index == SampleDistricts.Merged)
        {
            AddMergedUnits(district, index);
            return;
        }

        for (int position = 0; position < district.Units; position++)
        {
            string code = $"DU-MAU-{district.Code[^2..]}{position + 1:00}";
            string name = _names.Unit(district.Style, position, district.Place);
            AddUnit(code, name, district.Style, index, position, closed: null, successor: null);
            Place(code, district.Code);
        }
    }

    // The units kept the codes they had under the former committees; the last unit of each was merged into its first.
    private void AddMergedUnits(SampleDistrict district, int index)
    {
        int position = 0;
        var closed = new List<Action>();
        foreach (var former in SampleDistricts.Former)
        {
            string first = $"DU-MAU-{former.Code[^2..]}01";
            for (int unit = 0; unit < former.Units; unit++)
            {
                string code = $"DU-MAU-{former.Code[^2..]}{unit + 1:00}";
                AddUnit(code, _names.Unit(district.Style, unit, former.Place), district.Style, index, position++, closed: null, successor: null);
                Place(code, former.Code, to: SampleDistricts.ClosedOn);
                Place(code, district.Code, SampleDistricts.MergedOn);
            }

            string last = $"DU-MAU-{former.Code[^2..]}{former.Units + 1:00}";
            string name = _names.Unit(district.Style, former.Units, former.Place);
            closed.Add(() =>
            {
                AddUnit(last, name, district.Style, index, position++, SampleDistricts.ClosedOn, first);
                Place(last, former.Code, to: SampleDistricts.ClosedOn);
            });
        }

        closed.ForEach(add => add());
    }

    private void AddUnit(string code, string name, UnitStyle style, int district, int position, DateOnly? closed, string? successor)
    {
        int number = Add(new()
        {
            Code = code,
            Name = $"Đảng bộ {name}",
            NameEn = SampleNames.English(name) is { } english ? $"{english} Committee" : null,
            Level = CommitteeLevel.Grassroots,
            ClosedOn = closed,
            Successors = successor is null ? [] : [successor],
        });
        int[] cells = [.. Enumerable.Range(0, 4 + number * 7 % 3).Select(cell => AddCell(code, name, style, cell, closed, successor))];
        _units.Add(new SampleUnit(number, district, position, closed, cells));
    }

    private int AddCell(string unitCode, string unitName, UnitStyle style, int cell, DateOnly? moved, string? successor)
    {
        string code = $"CB-MAU-{unitCode[^4..]}{cell + 1:00}";
        string name = SampleNames.Cell(style, cell, unitName);
        Place(code, unitCode, to: moved);
        if (successor is not null)
        {
            Place(code, successor, moved!.Value.AddDays(1));
        }

        return Add(new() { Code = code, Name = name, Level = CommitteeLevel.Cell });
    }
}
