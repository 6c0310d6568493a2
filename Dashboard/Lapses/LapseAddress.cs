using Dashboard.Data;
using Dashboard.Domain.Lapses;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Lapses;

/// <summary>
/// The address of a committee's register of lapses, which holds all that is chosen on it:
/// <c>/c/{code}/lapses?band=…&amp;kind=…&amp;severity=…&amp;found=…&amp;committee=…&amp;q=…&amp;sort=…&amp;case=…</c>. What cannot be read is taken as not chosen.
/// </summary>
public sealed record LapseAddress
{
    /// <summary>Most characters of what is looked for.</summary>
    public const int LongestText = QueryText.Longest;

    /// <summary>The committee's page, with its period.</summary>
    public required PageAddress Page { get; init; }

    /// <summary>Which are listed.</summary>
    public LapseBand Band { get; init; }

    /// <summary>Only of this kind.</summary>
    public LapseKind? Kind { get; init; }

    /// <summary>Only as grave as this.</summary>
    public LapseSeverity? Severity { get; init; }

    /// <summary>Only found so.</summary>
    public LapseSource? FoundBy { get; init; }

    /// <summary>Only of the committee with this code and those below it.</summary>
    public string? Committee { get; init; }

    /// <summary>Only with these words.</summary>
    public string? Search { get; init; }

    /// <summary>What they are sorted by.</summary>
    public LapseOrder Order { get; init; }

    /// <summary>Whether the other way round.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Which one is open in the panel.</summary>
    public long? Case { get; init; }

    /// <summary>Whether a new one is being entered in the panel.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether anything but the card narrows the list.</summary>
    public bool IsFiltered => Kind is not null || Severity is not null || FoundBy is not null || Committee is not null || Search is not null;

    /// <summary>The same without what narrows the list.</summary>
    public LapseAddress Unfiltered => this with { Kind = null, Severity = null, FoundBy = null, Committee = null, Search = null };

    /// <summary>The same without a panel.</summary>
    public LapseAddress Closed => this with { Case = null, IsNew = false };

    /// <summary>The page's part for pickers of period and committee: what they lead to keeps the filters that mean the same there.</summary>
    public PageAddress Kept => Page with { Further = Filters.Where(choice => choice is { Value: not null, Name: not "committee" and not "q" }).Select(choice => (choice.Name, choice.Value!)).ToValueList() };

    /// <summary>The address, from the root of the site.</summary>
    public string Href => QueryText.Join(Page.Href, [.. Filters, ("case", QueryText.Of(Case)), ("new", IsNew && Case is null ? "1" : null)]);

    /// <summary>What is chosen of the list, as names and values of a query; null for what is not.</summary>
    public IReadOnlyList<(string Name, string? Value)> Filters =>
    [
        ("band", Band == default ? null : Words.Of(Band)), ("kind", Word(Kind)), ("severity", Word(Severity)), ("found", Word(FoundBy)), ("committee", Committee),
        ("q", Search), ("sort", Order == default && !IsReversed ? null : (IsReversed ? "-" : "") + Words.Of(Order)),
    ];

    /// <summary>Reads the values of a query.</summary>
    public static LapseAddress Read(PageAddress page, Func<string, string?> value)
    {
        string? sort = value("sort");
        return new LapseAddress
        {
            Page = page,
            Band = Words.TryRead(value("band"), out LapseBand band) ? band : default,
            Kind = Words.TryRead(value("kind"), out LapseKind kind) ? kind : null,
            Severity = Words.TryRead(value("severity"), out LapseSeverity severity) ? severity : null,
            FoundBy = Words.TryRead(value("found"), out LapseSource source) ? source : null,
            Committee = QueryText.Trimmed(value("committee")) is { } code && code != page.Code ? code : null,
            Search = QueryText.Trimmed(value("q")),
            Order = Words.TryRead(sort?.TrimStart('-'), out LapseOrder order) ? order : default,
            IsReversed = sort?.StartsWith('-') == true,
            Case = QueryText.Number(value("case")),
            IsNew = value("new") == "1",
        };
    }

    /// <summary>Sorted by <paramref name="order"/>, or the other way round when it is already.</summary>
    public LapseAddress SortedBy(LapseOrder order) => Closed with { Order = order, IsReversed = Order == order && !IsReversed };

    private static string? Word<T>(T? value) where T : struct, Enum => value is { } word ? Words.Of(word) : null;
}
