using static Dashboard.Domain.Returns.ReturnState;

namespace Dashboard.SampleData;

/// <summary>The fourteen committees directly below the sample province, and the two that were merged on 2025-07-01.</summary>
internal static class SampleDistricts
{
    /// <summary>Last day of the two former committees.</summary>
    public static readonly DateOnly ClosedOn = new(2025, 6, 30);

    /// <summary>First day of the committee that took over from them.</summary>
    public static readonly DateOnly MergedOn = new(2025, 7, 1);

    /// <summary>Position of the committee that took over.</summary>
    public const int Merged = 5;

    /// <summary>The fourteen of today, HU-MAU-01 first.</summary>
    public static readonly IReadOnlyList<SampleDistrict> Today =
    [
        new("HU-MAU-01", "Đảng bộ thành phố Tân Giang", "Tan Giang City Committee", "thành phố Tân Giang", UnitStyle.City, 24, [55, 30, 271, 185, 88, 113], 790, 133, 0.03, new(Approved, 0, 1, 1, 1)),
        new("HU-MAU-02", "Đảng bộ huyện An Bình", "An Binh District Committee", "huyện An Bình", UnitStyle.District, 18, [38, 22, 204, 118, 52, 78], 540, 89, 0.03, new(Submitted, 10, 1, 0, 1)),
        new("HU-MAU-03", "Đảng bộ thị xã Hòa Sơn", "Hoa Son Town Committee", "thị xã Hòa Sơn", UnitStyle.Town, 16, [41, 28, 127, 121, 42, 59], 430, 66, 0.03, new(Approved, 0, 0, 0, 1)),
        new("HU-MAU-04", "Đảng bộ huyện Đông Lĩnh", "Dong Linh District Committee", "huyện Đông Lĩnh", UnitStyle.District, 14, [39, 14, 140, 59, 34, 70], 370, 44, 0, new(Approved)),
        new("HU-MAU-05", "Đảng bộ Khối các cơ quan tỉnh", "Provincial Agencies Bloc Committee", "tỉnh", UnitStyle.Agencies, 17, [29, 19, 137, 67, 41, 45], 340, 199, 0.04, new(Approved)),
        new("HU-MAU-06", "Đảng bộ huyện Minh Phước", "Minh Phuoc District Committee", "huyện Minh Phước", UnitStyle.District, 13, [30, 19, 141, 49, 40, 52], 340, 41, 0.03, new(Approved)),
        new("HU-MAU-07", "Đảng bộ huyện Nam Điền", "Nam Dien District Committee", "huyện Nam Điền", UnitStyle.District, 12, [22, 13, 118, 63, 35, 47], 300, 80, 0.03, new(Approved)),
        new("HU-MAU-08", "Đảng bộ huyện Bắc Thạnh", "Bac Thanh District Committee", "huyện Bắc Thạnh", UnitStyle.District, 11, [24, 12, 126, 58, 25, 42], 290, 125, 0.03, new(Approved)),
        new("HU-MAU-09", "Đảng bộ huyện Phước Sa", "Phuoc Sa District Committee", "huyện Phước Sa", UnitStyle.District, 11, [24, 15, 102, 61, 27, 34], 260, 96, 0.04, new(Approved)),
        new("HU-MAU-10", "Đảng bộ huyện Vân Hải", "Van Hai District Committee", "huyện Vân Hải", UnitStyle.District, 15, [18, 17, 80, 69, 26, 33], 300, -93, 0, new(SentBack, 6, 1, 1, 1)),
        new("HU-MAU-11", "Đảng bộ huyện Sông Vang", "Song Vang District Committee", "huyện Sông Vang", UnitStyle.District, 10, [18, 11, 77, 58, 28, 34], 230, 108, 0.03, new(Submitted, 6)),
        new("HU-MAU-12", "Đảng bộ huyện Trường Lâm", "Truong Lam District Committee", "huyện Trường Lâm", UnitStyle.District, 15, [13, 11, 74, 55, 26, 35], 270, -74, 0.02, new(Draft, 5, 1, 3, 3, 1)),
        new("HU-MAU-13", "Đảng bộ Khối doanh nghiệp tỉnh", "Provincial Enterprises Bloc Committee", "tỉnh", UnitStyle.Enterprises, 16, [12, 6, 41, 36, 17, 24], 220, 143, 0.05, new(NotStarted, 5, 0, 3, 3, 2)),
        new("HU-MAU-14", "Đảng bộ Đại học Tân Giang", "Tan Giang University Committee", "Đại học Tân Giang", UnitStyle.University, 6, [11, 5, 46, 23, 15, 22], 120, 284, 0.05, new(Submitted, 3)),
    ];

    /// <summary>The two that were merged: code, names, place, units that live on and the share of the work they had.</summary>
    public static readonly IReadOnlyList<(string Code, string Name, string NameEn, string Place, int Units, double Share)> Former =
    [
        ("HU-MAU-15", "Đảng bộ huyện Tân Phú", "Tan Phu District Committee", "huyện Tân Phú", 7, 0.55),
        ("HU-MAU-16", "Đảng bộ huyện Tân Lộc", "Tan Loc District Committee", "huyện Tân Lộc", 6, 0.45),
    ];
}
