using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Layout;
using Microsoft.Extensions.Localization;

namespace Dashboard.Changes;

/// <summary>Who made an entry, for readers who are told the role and never the account: names of accounts may be addresses of people.</summary>
public sealed class ChangeAuthors(AccessBook book, IStringLocalizer<ChangeTexts> texts)
{
    private const string System = "system";

    /// <summary>The name shown of the account; of the system itself its own word, and of an account that is not known none of its own.</summary>
    public string NameOf(string account) => book.Find(account) is { } known && Shown(known) is var shown && !FreeText.NamesPerson(shown) ? shown : texts[account == System ? "Author.System" : "Author.Other"];

    /// <summary>The accounts among <paramref name="accounts"/> that are shown by a name.</summary>
    public IReadOnlyList<string> Named(string name, IEnumerable<string> accounts) => [.. accounts.Where(account => NameOf(account) == name)];

    private static string Shown(Account account) => Languages.IsVietnamese ? account.DisplayName : account.DisplayNameEn ?? account.DisplayName;
}
