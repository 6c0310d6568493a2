using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>Signing in to sample accounts with one click: in development or where the server's settings ask for sample data, and only in a database that holds them.</summary>
/// <param name="book">The accounts.</param>
/// <param name="isAllowed">Whether this server may offer it.</param>
public sealed class SampleSignIn(AccessBook book, bool isAllowed)
{
    /// <summary>The sample accounts offered, in the order of their roles; none where it is not allowed.</summary>
    public IReadOnlyList<Account> Offered => isAllowed ? [.. book.Accounts.Where(a => a is { IsSample: true, ClosedAt: null }).OrderBy(RoleOf)] : [];

    /// <summary>The sample account of a name, if it may be entered with one click.</summary>
    public Account? Find(string? name) => Offered.FirstOrDefault(a => a.Name == name);

    /// <summary>The role a sample account stands for.</summary>
    public static AccountRole RoleOf(Account account) => account.Grants.Count > 0 ? account.Grants[0].Role : AccountRole.Viewer;
}
