using System.Collections.Immutable;
using Dashboard.Domain.Committees;

namespace Dashboard.Domain.Directives;

/// <summary>What one committee has done about a directive.</summary>
/// <param name="Committee">Number of the committee.</param>
/// <param name="Parent">Number of the committee above it by which it is told of; that of the cascade's top for those directly below.</param>
/// <param name="Document">Its own document, the earliest where it has several; null while there is none.</param>
/// <param name="Days">Days from the directive to the document; null where either says no day, or the document an earlier one.</param>
public sealed record CascadeStep(int Committee, int Parent, Directive? Document, int? Days);

/// <summary>
/// How a directive was carried out below one committee. Asked are those who stood below it on the day of the directive and are
/// still there, and whoever has a document although they came later or are closed by now: a reorganisation neither takes a
/// document away nor makes a new committee owe an old one.
/// </summary>
public sealed class Cascade
{
    private Cascade(Directive directive, CascadeStep? own, IReadOnlyList<CascadeStep> steps, int top)
    {
        (Directive, Own, Steps) = (directive, own, steps);
        Direct = steps.Count(step => step.Parent == top);
        DirectDone = steps.Count(step => step.Parent == top && step.Document is not null);
        Done = steps.Count(step => step.Document is not null);
        int[] days = [.. steps.Select(step => step.Days).OfType<int>().Order()];
        MedianDays = days.Length == 0 ? null : (days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2.0;
    }

    /// <summary>The directive.</summary>
    public Directive Directive { get; }

    /// <summary>What the committee itself has done; null when the directive is its own.</summary>
    public CascadeStep? Own { get; }

    /// <summary>Those below, each after the one above it.</summary>
    public IReadOnlyList<CascadeStep> Steps { get; }

    /// <summary>How many stand directly below.</summary>
    public int Direct { get; }

    /// <summary>How many of them have a document.</summary>
    public int DirectDone { get; }

    /// <summary>How many stand below in all.</summary>
    public int All => Steps.Count;

    /// <summary>How many of them have a document.</summary>
    public int Done { get; }

    /// <summary>Median of the days it took those who have a document.</summary>
    public double? MedianDays { get; }

    /// <summary>Works out a cascade.</summary>
    /// <param name="directive">The directive.</param>
    /// <param name="top">Number of the committee below which is looked.</param>
    /// <param name="implementations">Which documents carry out which.</param>
    /// <param name="hierarchy">The committees through time.</param>
    /// <param name="today">Today; also the day of a directive that says none.</param>
    /// <param name="isSeen">Which committees are told of; null for all. Whoever left the tree since is somebody else's.</param>
    public static Cascade Of(Directive directive, int top, Implementations implementations, Hierarchy hierarchy, DateOnly today, Func<int, bool>? isSeen = null)
    {
        Dictionary<int, Directive> documents = implementations.Of(directive)
            .GroupBy(d => d.Issuer)
            .ToDictionary(g => g.Key, g => g.OrderBy(d => d.IssuedOn ?? DateOnly.MaxValue).ThenBy(d => d.Number, StringComparer.Ordinal).First());
        Structure then = hierarchy.On(directive.IssuedOn ?? today);
        ImmutableArray<int> now = hierarchy.ParentsNow(today);
        CascadeStep Step(int committee, int parent) =>
            documents.TryGetValue(committee, out Directive? document) ? new CascadeStep(committee, parent, document, DaysBetween(directive, document)) : new CascadeStep(committee, parent, null, null);

        var steps = new List<CascadeStep>();
        var told = new HashSet<int> { top };
        if (then.Contains(top))
        {
            foreach (int committee in then.SubtreeOf(top).Skip(1).Where(c => (documents.ContainsKey(c) || hierarchy[c].IsOpenOn(today)) && isSeen?.Invoke(c) != false))
            {
                told.Add(committee);
                steps.Add(Step(committee, NearestTold(committee, then.ParentOf, told)));
            }
        }

        foreach (int issuer in documents.Keys.Where(issuer => !told.Contains(issuer) && IsBelow(issuer, top, now)).Order())
        {
            steps.Add(Step(issuer, NearestTold(issuer, c => now[c], told)));
        }

        return new Cascade(directive, directive.Issuer == top ? null : Step(top, -1), steps, top);
    }

    /// <summary>Days from a directive to the document that carries it out.</summary>
    private static int? DaysBetween(Directive directive, Directive document) =>
        directive.IssuedOn is { } from && document.IssuedOn is { } to && to >= from ? to.DayNumber - from.DayNumber : null;

    // A closed committee without a document is left out; those below it are told of under the one above it.
    private static int NearestTold(int committee, Func<int, int> parent, HashSet<int> told)
    {
        int above = parent(committee);
        while (!told.Contains(above))
        {
            above = parent(above);
        }

        return above;
    }

    private static bool IsBelow(int committee, int top, ImmutableArray<int> parents)
    {
        int above = parents[committee];
        while (above >= 0 && above != top)
        {
            above = parents[above];
        }

        return above >= 0;
    }
}
