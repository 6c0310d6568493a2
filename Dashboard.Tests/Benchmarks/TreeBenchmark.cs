using Dashboard.Access;
using Dashboard.Benchmarks.Live;
using Dashboard.Committees;
using Dashboard.Domain.Committees;
using Dashboard.Tree;

namespace Dashboard.Benchmarks;

/// <summary>
/// The tree of committees at its largest: what expanding, scrolling and searching cost by themselves, and through the
/// circuit of a page.
/// </summary>
internal static class TreeBenchmark
{
    private const int Provinces = 2_000;
    private static readonly string[] Places = ["An Bình", "Tân Giang", "Hòa Sơn", "Phú Lộc", "Đông Lĩnh", "Vĩnh Thuận", "Bắc Thạnh", "Sông Vang", "Phước Sa", "Minh Đức"];
    private static readonly string[] Typed = ["an binh 17", "phu loc", "dong linh 1999", "vinh thuan 12 3", "song", "b12-00", "huyen minh duc 7", "zzz"];

    public static async Task<bool> RunAsync(int committees)
    {
        var hierarchy = Hierarchy.From(Committees(committees), Placements(committees));
        Structure structure = hierarchy.On(new DateOnly(2026, 11, 23));
        var search = new CommitteeSearch(hierarchy.Committees.Select(c => new CommitteeEntry(c.Number, c.Code, c.Name, c.NameEn, structure.ParentOf(c.Number))));
        Console.WriteLine($"{committees:N0} committees, {Provinces:N0} of them below the root");
        Timing.Header();
        bool ok = Timing.Of(200, _ => new OpenRows(structure, [.. structure.Roots]), rows =>
        {
            rows.Toggle(rows.Rows[0]);
            rows.Toggle(rows.Rows[^1]);
            _ = rows.Rows.Count;
        }).Report($"expand the root and all {Provinces:N0} below it", 50_000);
        OpenRows open = Opened(structure);
        ok &= Timing.Of(200, run => open.Rows[1 + (run * 7 % 1_000)], row =>
        {
            open.Toggle(row);
            _ = open.Rows.Count;
        }).Report($"open or close one of {open.Rows.Count:N0} rows", 50_000);
        ok &= Timing.Of(400, run => Typed[run % Typed.Length], typed =>
            FoundRows.Of(structure, search.Find(typed, Scope.Everything, CommitteeTree.FoundLimit))).Report("search a name", 20_000);
        ok &= Timing.Of(400, run => Typed[run % Typed.Length], typed =>
            FoundRows.Of(structure, search.Find(typed, Scope.Below([1, 5, 9]), CommitteeTree.FoundLimit))).Report("search a name within a narrow scope", 20_000);
        return ok & await TreePages.RunAsync(committees);
    }

    private static OpenRows Opened(Structure structure)
    {
        var rows = new OpenRows(structure, [.. structure.Roots]);
        rows.Toggle(rows.Rows[0]);
        rows.Toggle(rows.Rows[^1]);
        return rows;
    }

    private static IEnumerable<Committee> Committees(int count) => Enumerable.Range(0, count).Select(number => new Committee
    {
        Number = number,
        Code = number == 0 ? "TOP" : $"B{number % 97:00}-{number:000000}",
        Name = number == 0 ? "Toàn quốc" : $"Đảng bộ {(number <= Provinces ? "huyện" : "xã")} {Places[number % Places.Length]} {number % 2_003} {number / 2_003}",
        Level = number == 0 ? CommitteeLevel.Central : number <= Provinces ? CommitteeLevel.Province : CommitteeLevel.Grassroots,
    });

    private static IEnumerable<Placement> Placements(int count) => Enumerable.Range(1, count - 1).Select(number =>
    {
        int parent = number <= Provinces ? 0 : 1 + ((number - Provinces - 1) / 12 % Provinces);
        return new Placement($"B{number % 97:00}-{number:000000}", parent == 0 ? "TOP" : $"B{parent % 97:00}-{parent:000000}", null, null);
    });
}
