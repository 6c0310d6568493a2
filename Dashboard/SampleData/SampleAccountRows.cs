using Dashboard.Data;

namespace Dashboard.SampleData;

/// <summary>The accounts of a sample database; none of them exists anywhere else.</summary>
internal static class SampleAccountRows
{
    public static IReadOnlyList<Account> All =>
    [
        Row("leader", "Lãnh đạo · Tỉnh ủy mẫu", "Leader · Sample province", AccountRole.Viewer, "TU-MAU", "TW"),
        Row("officer", "Cán bộ nhập liệu · HU-MAU-01", "Entry officer · HU-MAU-01", AccountRole.Officer, "HU-MAU-01"),
        Row("reviewer", "Cán bộ duyệt · Tỉnh ủy mẫu", "Reviewer · Sample province", AccountRole.Reviewer, "TU-MAU"),
        Row("admin", "Quản trị hệ thống", "Administrator", AccountRole.Administrator, (string?)null),
        Row("screen", "Màn hình phòng họp", "Meeting room screen", AccountRole.Screen, "TU-MAU"),
    ];

    private static Account Row(string name, string displayName, string displayNameEn, AccountRole role, params string?[] committees) => new()
    {
        Name = name,
        DisplayName = displayName,
        DisplayNameEn = displayNameEn,
        Grants = [.. committees.Select(code => new Grant(role, code))],
        IsSample = true,
    };
}
