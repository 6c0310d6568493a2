using System.Collections.Immutable;
using Dashboard.Domain.Committees;

namespace Dashboard.Domain.Directives;

/// <summary>
/// Which documents carry out which. A document names the one it carries out by its number alone; meant is the one that its
/// issuer or the nearest committee above it has issued under that number, for every province may have a <c>126-KH/TU</c>.
/// </summary>
public sealed class Implementations
{
    private readonly ILookup<(int Issuer, string Number), Directive> _carryingOut;

    /// <summary>Finds out what each document carries out.</summary>
    /// <param name="documents">All documents.</param>
    /// <param name="hierarchy">The committees through time: above is whoever stood above on the day of issue.</param>
    /// <param name="today">The day that counts for a document without a day.</param>
    public Implementations(IEnumerable<Directive> documents, Hierarchy hierarchy, DateOnly today)
    {
        Dictionary<(int Issuer, string Number), Directive> all = documents.ToDictionary(d => (d.Issuer, d.Number));
        All = [.. all.Values];
        _carryingOut = All.Select(d => (Document: d, Target: TargetOf(d, all, hierarchy.ParentsOn(d.IssuedOn ?? today))))
            .Where(pair => pair.Target is not null)
            .ToLookup(pair => (pair.Target!.Issuer, pair.Target.Number), pair => pair.Document);
    }

    /// <summary>All documents.</summary>
    public IReadOnlyList<Directive> All { get; }

    /// <summary>
    /// The documents by which others carry out <paramref name="directive"/>, at first or at second hand. What its own issuer
    /// adds to it later is a directive of its own, and so is what carries out that.
    /// </summary>
    public IReadOnlyList<Directive> Of(Directive directive)
    {
        var found = new HashSet<(int, string)> { (directive.Issuer, directive.Number) };
        var result = new List<Directive>();
        var waiting = new Queue<Directive>([directive]);
        while (waiting.TryDequeue(out Directive? above))
        {
            foreach (Directive document in _carryingOut[(above.Issuer, above.Number)].Where(d => d.Issuer != directive.Issuer && found.Add((d.Issuer, d.Number))))
            {
                result.Add(document);
                waiting.Enqueue(document);
            }
        }

        return result;
    }

    private static Directive? TargetOf(Directive document, Dictionary<(int, string), Directive> all, ImmutableArray<int> parents)
    {
        if (document.Implements is not { } number)
        {
            return null;
        }

        for (int issuer = document.Issuer; issuer >= 0; issuer = parents[issuer])
        {
            if (all.TryGetValue((issuer, number), out Directive? target) && (issuer != document.Issuer || number != document.Number))
            {
                return target;
            }
        }

        return null;
    }
}
