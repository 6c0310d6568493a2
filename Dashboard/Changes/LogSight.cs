using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;

namespace Dashboard.Changes;

/// <summary>
/// What one administrator may see of the change log: entries about committees of the scope. Those about no committee (accounts,
/// sign-ins, the catalogue) are for an administrator of everything alone.
/// </summary>
public sealed class LogSight
{
    /// <summary>Stands for the code of a committee that the reader may not see.</summary>
    public const string Veiled = "…";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Hierarchy _hierarchy;
    private readonly ImmutableArray<int> _parents;
    private readonly Scope _scope;

    /// <summary>Works out what <paramref name="scope"/> lets see of the structure as it stands.</summary>
    public LogSight(Scope scope, Hierarchy hierarchy, DateOnly today)
    {
        _scope = scope;
        _hierarchy = hierarchy;
        _parents = hierarchy.ParentsNow(today);
    }

    /// <summary>Whether it is the whole log.</summary>
    public bool IsEverything => _scope.IsEverything;

    /// <summary>Whether a committee has the code and is in the scope; one outside is as if it were not there.</summary>
    public bool Sees(string code) => _hierarchy.TryNumberOf(code, out int number) && Sees(number);

    /// <summary>Whether the committee of that number is in the scope.</summary>
    public bool Sees(int number) => number >= 0 && number < _parents.Length && _scope.Sees(number, Parent);

    /// <summary>The committees whose entries are meant; null for the whole log.</summary>
    /// <param name="code">Code of one committee in the scope, or null for all.</param>
    /// <param name="withBelow">Whether those below it, in today's structure, are meant too.</param>
    public IReadOnlySet<int>? Committees(string? code, bool withBelow)
    {
        if (code is null)
        {
            return IsEverything ? null : All(Sees);
        }

        if (!_hierarchy.TryNumberOf(code, out int top) || !Sees(top))
        {
            return new HashSet<int>();
        }

        return withBelow ? All(Scope.Below([top]) is var below ? number => below.Sees(number, Parent) : Sees) : new HashSet<int> { top };
    }

    /// <summary>The entry without committees outside the scope, which a change of structure, a decision or a reminder may name.</summary>
    public LogEntry Shown(LogEntry entry) => IsEverything || (entry.Subject != Subject.Structure && !NamedCommittees.Has(entry.Subject))
        ? entry
        : entry with { Before = Veil(entry.Subject, entry.Before), After = Veil(entry.Subject, entry.After) };

    private HashSet<int> All(Func<int, bool> isMeant) => [.. Enumerable.Range(0, _parents.Length).Where(isMeant)];

    private int Parent(int number) => _parents[number];

    private string? Veil(Subject subject, string? json)
    {
        if (json is null || JsonNode.Parse(json) is not { } node)
        {
            return json;
        }

        if (subject != Subject.Structure)
        {
            NamedCommittees.Name(subject, node, number => Sees(number) ? _hierarchy[number].Code : null);
            return node.ToJsonString(Plain);
        }

        VeilCodes(node["committee"]?["successors"] as JsonArray);
        foreach (JsonNode? placement in node["placements"] as JsonArray ?? [])
        {
            if (placement is JsonObject one && one["parent"]?.GetValue<string>() is { } parent && !Sees(parent))
            {
                one["parent"] = Veiled;
            }
        }

        return node.ToJsonString(Plain);
    }

    private void VeilCodes(JsonArray? codes)
    {
        for (int at = 0; at < codes?.Count; at++)
        {
            if (codes[at]?.GetValue<string>() is { } code && !Sees(code))
            {
                codes[at] = Veiled;
            }
        }
    }
}
