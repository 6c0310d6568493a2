using Dashboard.Domain.Committees;

namespace Dashboard.Tests.CommitteeTrees;

/// <summary>Committees for trying the tree: P0, P0-D000, P0-D000-U0 and so on.</summary>
internal static class TreeTrial
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static Hierarchy Of(int provinces, int districts, int units)
    {
        var committees = new List<Committee>();
        var placements = new List<Placement>();
        void Add(string code, string name, string? parent, CommitteeLevel level)
        {
            committees.Add(new Committee { Number = committees.Count, Code = code, Name = name, Level = level });
            if (parent is not null)
            {
                placements.Add(new Placement(code, parent, null, null));
            }
        }

        for (int province = 0; province < provinces; province++)
        {
            Add($"P{province}", $"Tỉnh ủy {province}", null, CommitteeLevel.Province);
            for (int district = 0; district < districts; district++)
            {
                string code = $"P{province}-D{district:000}";
                Add(code, $"Đảng bộ huyện {(char)('A' + (district % 26))}n Bình {district}", $"P{province}", CommitteeLevel.District);
                for (int unit = 0; unit < units; unit++)
                {
                    Add($"{code}-U{unit}", $"Đảng bộ xã Phú Lộc {district}.{unit}", code, CommitteeLevel.Grassroots);
                }
            }
        }

        return Hierarchy.From(committees, placements);
    }
}
