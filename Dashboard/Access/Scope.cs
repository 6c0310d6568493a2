namespace Dashboard.Access;

/// <summary>
/// What an account may see: some committees with everything below them. Every page, answer, export and push asks here;
/// what lies outside does not exist for the account.
/// </summary>
public sealed class Scope
{
    private readonly HashSet<int>? _roots;

    private Scope(HashSet<int>? roots, Scope? limit) => (_roots, Limit) = (roots, limit);

    /// <summary>All committees, of all roots.</summary>
    public static Scope Everything { get; } = new(null, null);

    /// <summary>No committee.</summary>
    public static Scope Nothing { get; } = new([], null);

    /// <summary>Whether it is all committees.</summary>
    public bool IsEverything => _roots is null && Limit is null;

    /// <summary>Whether it is no committee, whatever the structure.</summary>
    public bool IsNothing => _roots is { Count: 0 } || Limit is { IsNothing: true };

    /// <summary>Numbers of the committees it starts at; empty for every root and for none.</summary>
    public IReadOnlyCollection<int> Roots => _roots ?? [];

    /// <summary>A second scope that must hold a committee too; null for none.</summary>
    public Scope? Limit { get; }

    /// <summary>The committees numbered <paramref name="roots"/> and everything below them; nothing when there are none.</summary>
    public static Scope Below(IEnumerable<int> roots) => new([.. roots], null);

    /// <summary>What lies in this scope and in <paramref name="limit"/> as well.</summary>
    public Scope Within(Scope limit) => limit.IsEverything ? this : new(_roots, Limit is null ? limit : Limit.Within(limit));

    /// <summary>Whether <paramref name="committee"/> is one of those from which on everything below is seen, but for <see cref="Limit"/>.</summary>
    public bool StartsAt(int committee) => _roots is null || _roots.Contains(committee);

    /// <summary>Whether the account may see <paramref name="committee"/>.</summary>
    /// <param name="committee">Number of the committee.</param>
    /// <param name="parent">Number of the committee above a committee today, negative at a root.</param>
    public bool Sees(int committee, Func<int, int> parent)
    {
        if (Limit is not null && !Limit.Sees(committee, parent))
        {
            return false;
        }

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
