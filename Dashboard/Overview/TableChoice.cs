using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>How a reader likes the table; kept in the browser, since it is nobody else's business.</summary>
/// <param name="Hidden">Columns not wanted, of <see cref="Hideable"/>.</param>
/// <param name="IsDense">Low rows.</param>
public sealed record TableChoice(ValueList<string> Hidden, bool IsDense)
{
    /// <summary>Columns that may be left out.</summary>
    public static IReadOnlyList<string> Hideable { get; } = ["share", "change", "lapses", "complaints", "units", "return", "spark"];

    /// <summary>Everything, in rows of usual height.</summary>
    public static TableChoice First { get; } = new([], false);

    /// <summary>Classes by which the style sheet hides columns, so that no row is drawn for it.</summary>
    public string TableClass => string.Join(' ', Hidden.Select(column => "no-" + column).Append(IsDense ? "dense" : "").Where(name => name.Length > 0));

    /// <summary>The choice as it was kept; anything unknown in it is passed over.</summary>
    public static TableChoice Read(string? text)
    {
        string[] words = text?.Split(' ') ?? [];
        return new(Hideable.Where(words.Contains).ToValueList(), words.Contains("dense"));
    }

    /// <summary>With a column hidden or shown.</summary>
    public TableChoice Toggle(string column) => this with { Hidden = Hideable.Where(name => Hidden.Contains(name) != (name == column)).ToValueList() };

    /// <summary>As it is kept.</summary>
    public override string ToString() => string.Join(' ', [.. Hidden, .. IsDense ? ["dense"] : Array.Empty<string>()]);
}
