using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>Who signed in and what that account may do, as of the moment it was looked up.</summary>
/// <param name="Account">Name of the account.</param>
/// <param name="DisplayName">Name shown, Vietnamese.</param>
/// <param name="DisplayNameEn">Name shown in English; the Vietnamese one where there is none.</param>
/// <param name="Grants">What the account may do and where.</param>
/// <param name="Limit">All that this session or token may do of it; null for everything.</param>
public sealed record Rights(string Account, string DisplayName, string DisplayNameEn, IReadOnlyList<Grant> Grants, IReadOnlyList<Grant>? Limit)
{
    /// <summary>Roles whose holders read figures anywhere in the product; a screen sees its meeting alone.</summary>
    public static IReadOnlyList<AccountRole> Readers { get; } = [AccountRole.Viewer, AccountRole.Officer, AccountRole.Reviewer, AccountRole.Administrator];

    /// <summary>Whether it administers or reviews and signs in by a password alone.</summary>
    public bool LacksSecondFactor { get; init; }

    /// <summary>All of it as one text: whether what an open page shows is made for other rights than these.</summary>
    public string Standing => string.Join('\n', [Account, DisplayName, DisplayNameEn, LacksSecondFactor ? "single" : "", .. Grants.Select(g => g.ToString()), "/", .. (Limit ?? []).Select(g => g.ToString()), Limit is null ? "" : "limited"]);

    /// <summary>Whether any of these roles is held, wherever it may be.</summary>
    public bool HasAny(params IEnumerable<AccountRole> roles)
    {
        AccountRole[] asked = [.. roles];
        return Grants.Any(g => asked.Contains(g.Role)) && (Limit is null || Limit.Any(g => asked.Contains(g.Role)));
    }

    /// <summary>Whether this session is a screen: it was let in by an account and shows that account's committees in meetings only.</summary>
    public bool IsScreen => Limit is { Count: > 0 } && Limit.All(g => g.Role == AccountRole.Screen);

    /// <summary>Whether it keeps the whole product: an administrator of every root, in a session without a limit.</summary>
    public bool AdministersAll => Limit is null && Grants.Any(g => g is { Role: AccountRole.Administrator, Committee: null });

    /// <summary>Committees in which one of these roles is held.</summary>
    /// <param name="roles">Roles asked for.</param>
    /// <param name="numberOf">Number of the committee with a code, or null; a code that nobody bears adds nothing.</param>
    public Scope In(IEnumerable<AccountRole> roles, Func<string, int?> numberOf)
    {
        AccountRole[] asked = [.. roles];
        Scope held = ScopeOf(Grants.Where(g => asked.Contains(g.Role)), numberOf);
        return Limit is null ? held : held.Within(ScopeOf(Limit.Where(g => asked.Contains(g.Role)), numberOf));
    }

    /// <summary>Committees that may be shown in a meeting: all that any of the account's roles reaches, and no more than the limit's screens.</summary>
    public Scope InMeetings(Func<string, int?> numberOf)
    {
        Scope held = ScopeOf(Grants, numberOf);
        return Limit is null ? held : held.Within(ScopeOf(Limit, numberOf));
    }

    private static Scope ScopeOf(IEnumerable<Grant> grants, Func<string, int?> numberOf)
    {
        Grant[] given = [.. grants];
        return given.Any(g => g.Committee is null) ? Scope.Everything : Scope.Below(given.Select(g => numberOf(g.Committee!)).OfType<int>());
    }
}
