using Dashboard.Access;
using Dashboard.Data;
using Dashboard.SampleData;

namespace Dashboard.Tests.Testing;

/// <summary>What the sample accounts may do, for tests that need no database.</summary>
public static class SampleRights
{
    /// <summary>The rights of the sample account of a name.</summary>
    public static Rights Of(string name)
    {
        Account account = SampleAccountRows.All.Single(a => a.Name == name);
        return new Rights(account.Name, account.DisplayName, account.DisplayNameEn ?? account.DisplayName, account.Grants, null);
    }
}
