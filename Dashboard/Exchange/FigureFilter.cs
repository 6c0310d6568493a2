using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;

namespace Dashboard.Exchange;

/// <summary>Which figures an export takes; all when nothing is said.</summary>
public sealed record FigureFilter
{
    /// <summary>Code of one committee.</summary>
    public string? Committee { get; init; }

    /// <summary>Whether all that ever stood below <see cref="Committee"/> come with it.</summary>
    public bool WithSubordinates { get; init; }

    /// <summary>Codes of indicators; empty for all.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>Only figures of periods inside this one.</summary>
    public Period? Within { get; init; }

    /// <summary>The committees asked for, by code.</summary>
    /// <exception cref="BrokenRuleException"><c>structure.unknown</c>.</exception>
    internal IReadOnlyList<int> CommitteesOf(Hierarchy structure)
    {
        IEnumerable<int> numbers = Committee is null ? Enumerable.Range(0, structure.Count) : Below(structure, structure.NumberOf(Committee));
        return [.. numbers.OrderBy(n => structure[n].Code, StringComparer.Ordinal)];
    }

    internal bool Takes(string indicator, Period stated) => (Indicators.Count == 0 || Indicators.Contains(indicator)) && (Within is not { } period || period.Contains(stated));

    private HashSet<int> Below(Hierarchy structure, int top)
    {
        var found = new HashSet<int> { top };
        if (!WithSubordinates)
        {
            return found;
        }

        ILookup<string, int> children = Enumerable.Range(0, structure.Count)
            .SelectMany(n => structure.PlacementsOf(n).Select(p => (p.Parent, Child: n))).ToLookup(p => p.Parent, p => p.Child);
        var waiting = new Stack<int>(found);
        while (waiting.TryPop(out int number))
        {
            foreach (int child in children[structure[number].Code].Where(found.Add))
            {
                waiting.Push(child);
            }
        }

        return found;
    }
}
