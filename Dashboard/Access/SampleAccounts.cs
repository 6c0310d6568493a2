namespace Dashboard.Access;

/// <summary>The accounts of the sample province, one click each: only in development or on a sample database.</summary>
public static class SampleAccounts
{
    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<Account> All { get; } =
    [
        new("leader", "Lãnh đạo · Tỉnh ủy mẫu", "Leader · Sample province", Roles.Viewer, ["TU-MAU", "TW"]),
        new("officer", "Cán bộ nhập liệu · HU-MAU-01", "Entry officer · HU-MAU-01", Roles.Officer, ["HU-MAU-01"]),
        new("reviewer", "Cán bộ duyệt · Tỉnh ủy mẫu", "Reviewer · Sample province", Roles.Reviewer, ["TU-MAU"]),
        new("admin", "Quản trị hệ thống", "Administrator", Roles.Administrator, []),
        new("screen", "Màn hình phòng họp", "Meeting room screen", Roles.Screen, ["TU-MAU"]),
    ];

    /// <summary>The account of that name, or null.</summary>
    public static Account? Find(string? name) => All.FirstOrDefault(account => account.Name == name);
}
