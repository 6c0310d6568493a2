namespace Dashboard.Domain.Complaints;

/// <summary>What a complaint is about: chosen from a list, so that no free text is needed and nobody is named.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
public sealed record ComplaintCategory(string Code, string Name, string NameEn)
{
    /// <summary>All categories, the catch-all last.</summary>
    public static IReadOnlyList<ComplaintCategory> All { get; } =
    [
        new("cadre-work", "Công tác cán bộ", "Cadre work"),
        new("political-standards", "Tiêu chuẩn chính trị", "Political standards"),
        new("party-discipline", "Kỷ luật đảng", "Party discipline"),
        new("working-rules", "Quy chế làm việc", "Working rules"),
        new("elections", "Bầu cử, nhân sự đại hội", "Elections and congress personnel"),
        new("admission", "Kết nạp đảng viên", "Admission of members"),
        new("vetting-time", "Thời hạn thẩm định", "Time taken by vetting"),
        new("records", "Quản lý, bảo mật hồ sơ, tài liệu", "Keeping and secrecy of records"),
        new("coordination", "Phối hợp giữa các cơ quan", "Co-operation between bodies"),
        new("other", "Nội dung khác", "Other matters"),
    ];

    /// <summary>Whether a category has the code.</summary>
    public static bool IsKnown(string code) => All.Any(c => c.Code == code);
}
