namespace Dashboard.Access;

/// <summary>
/// What an account may see: some committees with everything below them. Every page, answer and export asks here.
/// </summary>
public sealed class Scope
{
    private readonly HashSet<int>? _roots;

    private Scope(HashSet<int>? roots) => _roots = roots;

    /// <summary>All committees, of all roots.</summary>
    public static Scope Everything { get; } = new(null);

    /// <summary>Whether it is all committees.</summary>
    public bool IsEverything => _roots is null;

    /// <summary>The committees numbered <paramref name="roots"/> and everything below them; nothing when there are none.</summary>
    public static Scope Below(IEnumerable<int> roots) => new([.. roots]);

    /// <summary>The scope of an account; codes that no committee bears add nothing.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="numberOf">Number of the committee with a code, or null.</param>
    public static Scope Of(Account account, Func<string, int?> numberOf) =>
        account.Role == Roles.Administrator && account.Scope.Count == 0
            ? Everything
            : Below(account.Scope.Select(numberOf).OfType<int>());

    /// <summary>Whether <paramref name="committee"/> is one of those from which on everything below is seen.</summary>
    public bool StartsAt(int committee) => _roots is null || _roots.Contains(committee);

    /// <summary>Whether the account may see <paramref name="committee"/>.</summary>
    /// <param name="committee">Number of the committee.</param>
    /// <param name="parent">Number of the committee above a committee, negative at a root.</param>
    public bool Sees(int committee, Func<int, int> parent)
    {
        if (_roots is null)
        {
            return true;
        }

        for (int current = committee; current >= 0; current = parent(current))
        {
            if (_roots.Contains(current))
            {
                return true;
            }
        }

        return false;
    }
}
