using Dashboard.Committees;

namespace Dashboard.Accounts;

/// <summary>What the list of accounts is sorted by.</summary>
public enum AccountOrder
{
    /// <summary>The name to sign in with.</summary>
    Name,

    /// <summary>The name shown.</summary>
    Shown,

    /// <summary>The last sign-in, the latest first.</summary>
    LastSignIn,

    /// <summary>Whether it can sign in.</summary>
    State,
}

/// <summary>Sorts and searches a list of accounts.</summary>
public static class AccountOrdering
{
    /// <summary>The accounts in an order; those that are equal in it by name.</summary>
    public static IEnumerable<AccountRow> By(this IEnumerable<AccountRow> rows, AccountOrder order) => order switch
    {
        AccountOrder.Shown => rows.OrderBy(r => Folding.Fold(r.Account.DisplayName), StringComparer.Ordinal).ThenBy(Name, StringComparer.Ordinal),
        AccountOrder.LastSignIn => rows.OrderByDescending(r => r.LastSignIn ?? DateTime.MinValue).ThenBy(Name, StringComparer.Ordinal),
        AccountOrder.State => rows.OrderBy(r => r.State).ThenBy(Name, StringComparer.Ordinal),
        _ => rows.OrderBy(Name, StringComparer.Ordinal),
    };

    /// <summary>The accounts that hold every word typed, without diacritics, in their names or in the words of their grants.</summary>
    /// <param name="rows">The accounts.</param>
    /// <param name="typed">What was typed; everything for nothing.</param>
    /// <param name="wordsOf">A row's grants and state as the page words them.</param>
    public static IEnumerable<AccountRow> Holding(this IEnumerable<AccountRow> rows, string? typed, Func<AccountRow, string> wordsOf)
    {
        string[] words = Folding.Words(typed);
        return words.Length == 0 ? rows : rows.Where(row =>
        {
            string text = string.Join(' ', Folding.Words($"{row.Account.Name} {row.Account.DisplayName} {row.Account.DisplayNameEn} {wordsOf(row)}"));
            return words.All(word => text.Contains(word, StringComparison.Ordinal));
        });
    }

    private static string Name(AccountRow row) => row.Account.Name;
}
