using Dashboard.Data;

namespace Dashboard.SampleData;

/// <summary>The accounts of a sample database; none of them exists anywhere else.</summary>
internal static class SampleAccountRows
{
    public static IReadOnlyList<Account> All =>
    [
        Row("leader", "Lãnh đạo · Tỉnh ủy mẫu", AccountRole.Viewer, "TU-MAU", "TW"),
        Row("officer", "Cán bộ nhập liệu · HU-MAU-01", AccountRole.Officer, "HU-MAU-01"),
        Row("reviewer", "Cán bộ duyệt · Tỉnh ủy mẫu", AccountRole.Reviewer, "TU-MAU"),
        Row("admin", "Quản trị hệ thống", AccountRole.Administrator),
        Row("screen", "Màn hình phòng họp", AccountRole.Screen, "TU-MAU"),
    ];

    private static Account Row(string name, string displayName, AccountRole role, params string[] scope) =>
        new() { Name = name, DisplayName = displayName, Role = role, Scope = scope, IsSample = true };
}
