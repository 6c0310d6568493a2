using System.Globalization;
using System.Text;

namespace Dashboard.SampleData;

/// <summary>Names of fictional communes, agencies, enterprises and cells. No name of a person occurs in them.</summary>
internal sealed class SampleNames
{
    private static readonly string[] First = ["An", "Bình", "Đông", "Hòa", "Hưng", "Long", "Mỹ", "Phú", "Phước", "Tân", "Thạnh", "Thuận", "Trung", "Vĩnh", "Xuân"];

    private static readonly string[] Second = ["Châu", "Điền", "Giang", "Hải", "Hậu", "Khê", "Lạc", "Lâm", "Lộc", "Lợi", "Phong", "Quới", "Thành", "Thới", "Trạch"];

    private static readonly string[] DistrictAgencies = ["Công an", "Quân sự", "Trung tâm Y tế", "Cơ quan Đảng, đoàn thể", "Cơ quan chính quyền", "Trường Trung học phổ thông"];

    private static readonly string[] ProvinceAgencies =
    [
        "Văn phòng Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Sở Nội vụ", "Sở Tài chính",
        "Sở Xây dựng", "Sở Tư pháp", "Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Nông nghiệp và Môi trường", "Sở Công Thương",
        "Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch", "Thanh tra tỉnh", "Tòa án nhân dân tỉnh", "Viện Kiểm sát nhân dân tỉnh",
    ];

    private static readonly string[] Enterprises =
    [
        "Công ty Điện lực mẫu", "Công ty Cấp nước mẫu", "Công ty Xổ số mẫu", "Công ty Dệt may Sông Vang", "Công ty Thủy sản Vân Hải",
        "Công ty Xây dựng số 1 mẫu", "Công ty Cảng Tân Giang", "Công ty Lương thực mẫu", "Ngân hàng Nông thôn mẫu", "Công ty Vận tải mẫu",
        "Công ty Môi trường đô thị mẫu", "Công ty In mẫu", "Công ty Dược phẩm mẫu", "Công ty Bao bì mẫu", "Công ty Thủy lợi mẫu", "Công ty Du lịch mẫu",
    ];

    private static readonly string[] Schools = ["Trường Sư phạm", "Trường Kinh tế", "Trường Kỹ thuật", "Trường Y Dược", "Viện Công nghệ", "Khối phòng, ban"];

    private static readonly string[] CommuneCells = ["ấp 1", "Trường Trung học cơ sở", "Trạm Y tế", "Công an", "ấp 2", "Quân sự"];

    private static readonly string[] WardCells = ["khu phố 1", "Trường Trung học cơ sở", "Trạm Y tế", "Công an", "khu phố 2", "Quân sự"];

    private static readonly Dictionary<string, string[]> CellsByAgency = new()
    {
        ["Công an"] = ["Đội Tổng hợp", "Đội Nghiệp vụ 1", "Đội Nghiệp vụ 2", "Đội Hậu cần", "Đội Xây dựng lực lượng", "Đội Nghiệp vụ 3"],
        ["Quân sự"] = ["Ban Tham mưu", "Ban Chính trị", "Ban Hậu cần", "Ban Kỹ thuật", "Đại đội 1", "Đại đội 2"],
        ["Trung tâm Y tế"] = ["Khoa Khám bệnh", "Khoa Nội", "Khoa Ngoại", "Khoa Dược", "Phòng Tổ chức", "Khoa Dự phòng"],
        ["Trường"] = ["Tổ Tự nhiên", "Tổ Xã hội", "Tổ Ngoại ngữ", "Tổ Văn phòng", "Tổ Tin học", "Tổ Thể dục"],
    };

    private static readonly string[] OfficeCells = ["Văn phòng", "Phòng Tổ chức", "Phòng Kế hoạch", "Phòng Nghiệp vụ 1", "Phòng Nghiệp vụ 2", "Thanh tra nội bộ"];

    private static readonly string[] EnterpriseCells = ["Văn phòng", "Phòng Kế toán", "Phân xưởng 1", "Phân xưởng 2", "Đội Vận hành", "Phòng Kinh doanh"];

    private static readonly string[] SchoolCells = ["Phòng Đào tạo", "Phòng Khoa học", "Bộ môn Cơ sở", "Bộ môn Chuyên ngành", "Khối sinh viên", "Phòng Hành chính"];

    private readonly Queue<string> _places;

    public SampleNames(SampleRandom random)
    {
        string[] taken = ["Tân Giang", "Phước Giang"];
        List<string> places = [.. First.SelectMany(a => Second.Select(b => $"{a} {b}")).Except(taken)];
        for (int last = places.Count - 1; last > 0; last--)
        {
            int other = random.Between(0, last);
            (places[last], places[other]) = (places[other], places[last]);
        }

        _places = new Queue<string>(places);
    }

    /// <summary>Name of unit <paramref name="position"/>, without the word for the committee: “xã An Lộc”.</summary>
    public string Unit(UnitStyle style, int position, string place) => style switch
    {
        UnitStyle.Agencies => ProvinceAgencies[position],
        UnitStyle.Enterprises => Enterprises[position],
        UnitStyle.University => Schools[position],
        UnitStyle.City => LocalUnit(position, place, agencies: 6, wards: 14),
        UnitStyle.Town => LocalUnit(position, place, agencies: 4, wards: 8),
        _ => position == 0 ? $"thị trấn {_places.Dequeue()}" : LocalUnit(position, place, agencies: 3, wards: 0),
    };

    /// <summary>Name of cell <paramref name="position"/> of a unit: “Chi bộ Trạm Y tế, xã An Lộc”.</summary>
    public static string Cell(UnitStyle style, int position, string unit) =>
        $"Chi bộ {CellKinds(style, unit)[position]}, {unit}";

    /// <summary>English name of a commune, ward or township, “An Loc Commune”; null for anything else.</summary>
    public static string? English(string unit) => unit.Split(' ', 2) switch
    {
        ["xã", var place] => $"{Plain(place)} Commune",
        ["phường", var place] => $"{Plain(place)} Ward",
        ["thị", var rest] when rest.StartsWith("trấn ", StringComparison.Ordinal) => $"{Plain(rest[5..])} Township",
        _ => null,
    };

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (char letter in name.Replace('đ', 'd').Replace('Đ', 'D').Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }

    private string LocalUnit(int position, string place, int agencies, int wards) => position switch
    {
        _ when position >= 1 && position <= agencies => $"{DistrictAgencies[position - 1]} {place}",
        _ when position <= agencies + wards => $"phường {_places.Dequeue()}",
        _ => $"xã {_places.Dequeue()}",
    };

    private static string[] CellKinds(UnitStyle style, string unit) => style switch
    {
        UnitStyle.Enterprises => EnterpriseCells,
        UnitStyle.University => SchoolCells,
        _ when unit.StartsWith("xã ", StringComparison.Ordinal) => CommuneCells,
        _ when English(unit) is not null => WardCells,
        _ => CellsByAgency.FirstOrDefault(a => unit.StartsWith(a.Key, StringComparison.Ordinal)).Value ?? OfficeCells,
    };
}
