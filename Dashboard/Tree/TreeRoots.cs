using Dashboard.Access;
using Dashboard.Domain.Committees;

namespace Dashboard.Tree;

/// <summary>Where a reader's tree begins.</summary>
public static class TreeRoots
{
    /// <summary>The topmost committees of <paramref name="structure"/> that a scope sees, by number.</summary>
    public static int[] Of(Scope scope, Structure structure)
    {
        if (scope.IsEverything)
        {
            return [.. structure.Roots];
        }

        int Parent(int number) => structure.Contains(number) ? structure.ParentOf(number) : -1;
        IEnumerable<int> starts = [];
        for (Scope? part = scope; part is not null; part = part.Limit)
        {
            starts = starts.Concat(part.Roots);
        }

        return [.. starts.Distinct().Where(n => structure.Contains(n) && scope.Sees(n, Parent) && !(Parent(n) >= 0 && scope.Sees(Parent(n), Parent))).Order()];
    }
}
