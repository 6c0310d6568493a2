using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Live;

namespace Dashboard.Accounts;

/// <summary>
/// Where an account makes and takes back its own API tokens. A token names all it may do, even when that is everything its
/// account may do now, so that it gains nothing when the account does; what the account loses, the token loses at once.
/// </summary>
public sealed class TokenDesk(TokenRegister tokens, AccessBook book, CommitteeDirectory directory, LocalCalendar calendar)
{
    /// <summary>Days a token lasts at the most.</summary>
    public const int MostDays = 365;

    /// <summary>Tokens an account has at the most.</summary>
    public const int MostTokens = 50;

    /// <summary>Longest name.</summary>
    public const int LongestName = 80;

    /// <summary>Makes a token and returns it: the only time it can be read.</summary>
    /// <exception cref="BrokenRuleException"><c>token.rights</c>, <c>token.name</c>, <c>token.days</c>, <c>token.outside</c>, <c>token.many</c>, or what <see cref="FreeText"/> refuses.</exception>
    public async Task<string> IssueAsync(Rights by, TokenRequest wanted, CancellationToken cancellationToken = default)
    {
        string name = wanted.Name.Trim();
        Check(by, wanted, name);
        FreeText.Check(name, LongestName, TextField.TokenName);
        string token = await tokens.IssueAsync(by.Account, by.Account, name, EndOf(wanted.LastDay), [.. wanted.Grants.Distinct()], cancellationToken);
        await book.RefreshAsync(by.Account, cancellationToken);
        return token;
    }

    /// <summary>Takes one of the account's own tokens back; it is refused from now on.</summary>
    /// <exception cref="BrokenRuleException"><c>token.unknown</c>.</exception>
    public async Task RevokeAsync(Rights by, string hash, CancellationToken cancellationToken = default)
    {
        await tokens.RevokeAsync(by.Account, by.Account, hash, cancellationToken);
        await book.RefreshAsync(by.Account, cancellationToken);
    }

    /// <summary>What an account may give to a token: its reading roles, each where it holds them in this session.</summary>
    public static IReadOnlyList<Grant> Offered(Rights by) => [.. (by.Limit ?? by.Grants).Where(g => Rights.Readers.Contains(g.Role))];

    /// <summary>Whether a token may have a grant: the account holds it in this session, or a role that reads for one that only reads.</summary>
    public bool MayGive(Rights by, Grant grant) => Covers(by.Grants, grant) && (by.Limit is null || Covers(by.Limit, grant));

    private bool Covers(IReadOnlyList<Grant> held, Grant wanted) => Rights.Readers.Contains(wanted.Role) && held.Any(own =>
        (own.Role == wanted.Role || (wanted.Role == AccountRole.Viewer && Rights.Readers.Contains(own.Role)))
        && directory.Search.Reaches(own.Committee, wanted.Committee)
        && (wanted.Committee is null || directory.Search.Find(wanted.Committee) is not null));

    private void Check(Rights by, TokenRequest wanted, string name)
    {
        if (by.IsScreen || !by.HasAny(Rights.Readers))
        {
            throw new BrokenRuleException("token.rights", "An account that reads nothing has no tokens.");
        }

        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            throw new BrokenRuleException("token.name", $"A token has a name of 1 to {LongestName} characters.", LongestName);
        }

        DateOnly today = calendar.Today;
        if (wanted.LastDay < today || wanted.LastDay > today.AddDays(MostDays))
        {
            throw new BrokenRuleException("token.days", $"A token lasts from today on and at most {MostDays} days.", MostDays);
        }

        if (wanted.Grants.Count == 0 || !wanted.Grants.All(g => MayGive(by, g)))
        {
            throw new BrokenRuleException("token.outside", "A token may do no more than its account.");
        }

        if (book.TokensOf(by.Account).Count >= MostTokens)
        {
            throw new BrokenRuleException("token.many", $"An account has at most {MostTokens} tokens.", MostTokens);
        }
    }

    private DateTime EndOf(DateOnly day)
    {
        DateTime next = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        // A day that begins inside a gap of the clock begins when the gap ends.
        while (calendar.Zone.IsInvalidTime(next))
        {
            next = next.AddMinutes(1);
        }

        return TimeZoneInfo.ConvertTimeToUtc(next, calendar.Zone);
    }
}
