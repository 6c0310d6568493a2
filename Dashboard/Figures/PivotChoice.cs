using Dashboard.Live;

namespace Dashboard.Figures;

/// <summary>What the cells of the pivot say.</summary>
public enum PivotMode
{
    /// <summary>The numbers.</summary>
    Numbers,

    /// <summary>The change against the same period of last year.</summary>
    Change,

    /// <summary>The part reached of the plan.</summary>
    Plan,
}

/// <summary>What a reader chose of the pivot beside its period and structure; all of it stands in the address.</summary>
public sealed record PivotChoice
{
    private const char Between = '~';

    /// <summary>What the cells say.</summary>
    public PivotMode Mode { get; init; }

    /// <summary>Topics whose rows are folded away.</summary>
    public ValueList<string> Closed { get; init; } = [];

    /// <summary>Only rows with a number that is news.</summary>
    public bool OnlySignals { get; init; }

    /// <summary>Notes are marked.</summary>
    public bool ShowsNotes { get; init; } = true;

    /// <summary>Rows are tall.</summary>
    public bool IsTall { get; init; }

    /// <summary>The choices that are not as usual, as names and values of a query.</summary>
    public ValueList<(string Name, string Value)> Query => new (string Name, string Value, bool Is)[]
    {
        ("mode", Mode.ToString().ToLowerInvariant(), Mode != PivotMode.Numbers),
        ("closed", string.Join(Between, Closed), Closed.Count > 0),
        ("only", "signals", OnlySignals),
        ("notes", "0", !ShowsNotes),
        ("rows", "tall", IsTall),
    }.Where(one => one.Is).Select(one => (one.Name, one.Value)).ToValueList();

    /// <summary>Reads the parts of an address; what cannot be read is taken as usual.</summary>
    public static PivotChoice Read(string? mode, string? closed, string? only, string? notes, string? rows) => new()
    {
        Mode = mode switch { "change" => PivotMode.Change, "plan" => PivotMode.Plan, _ => PivotMode.Numbers },
        Closed = closed?.Split(Between, StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal).ToValueList() ?? [],
        OnlySignals = only == "signals",
        ShowsNotes = notes != "0",
        IsTall = rows == "tall",
    };

    /// <summary>With a topic folded away, or unfolded if it was.</summary>
    public PivotChoice Toggled(string topic) =>
        this with { Closed = (Closed.Contains(topic) ? Closed.Where(t => t != topic) : Closed.Append(topic)).Order(StringComparer.Ordinal).ToValueList() };
}
