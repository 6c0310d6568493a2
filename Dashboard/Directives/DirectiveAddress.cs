using Dashboard.Data;
using Dashboard.Layout;

namespace Dashboard.Directives;

/// <summary>What the list of directives is sorted by: a column each.</summary>
public enum DirectiveOrder
{
    /// <summary>Day of issue, the latest first.</summary>
    Issued,

    /// <summary>Number.</summary>
    Number,

    /// <summary>Share of those directly below that have a document, the smallest first.</summary>
    Direct,

    /// <summary>Share of all below that have one, the smallest first.</summary>
    All,

    /// <summary>Median of the days it took, the longest first.</summary>
    Days,
}

/// <summary>Which directives are listed.</summary>
public enum DirectiveShow
{
    /// <summary>All that concern the committee.</summary>
    All,

    /// <summary>Those that somebody directly below has no document for.</summary>
    Missing,

    /// <summary>Its own.</summary>
    Own,

    /// <summary>Those from above.</summary>
    Above,
}

/// <summary>The address of a committee's directives, which holds all that is chosen on it: <c>/c/{code}/directives?show=…&amp;q=…&amp;sort=…&amp;doc=…</c>.</summary>
public sealed record DirectiveAddress
{
    /// <summary>Most characters of what is looked for.</summary>
    public const int LongestText = QueryText.Longest;

    /// <summary>The committee's page.</summary>
    public required PageAddress Page { get; init; }

    /// <summary>Which are listed.</summary>
    public DirectiveShow Show { get; init; }

    /// <summary>Only with these words.</summary>
    public string? Search { get; init; }

    /// <summary>What they are sorted by.</summary>
    public DirectiveOrder Order { get; init; }

    /// <summary>Whether the other way round.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Which one is open in the panel: how many steps above its issuer stands, and its number. No code of a committee above is told.</summary>
    public string? Document { get; init; }

    /// <summary>Whether a new one is being entered in the panel.</summary>
    public bool IsNew { get; init; }

    /// <summary>The same without a panel.</summary>
    public DirectiveAddress Closed => this with { Document = null, IsNew = false };

    /// <summary>The same without what narrows the list.</summary>
    public DirectiveAddress Unfiltered => Closed with { Search = null, Show = DirectiveShow.All };

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered => Search is not null || Show != DirectiveShow.All;

    /// <summary>The address, from the root of the site.</summary>
    public string Href
    {
        get
        {
            (string Name, string? Value)[] all =
            [
                ("show", Show == default ? null : Words.Of(Show)), ("q", Search), ("sort", Order == default && !IsReversed ? null : (IsReversed ? "-" : "") + Words.Of(Order)),
                ("doc", Document), ("new", IsNew ? "1" : null),
            ];
            return QueryText.Join(Page.Path, all);
        }
    }

    /// <summary>Reads the values of a query.</summary>
    public static DirectiveAddress Read(PageAddress page, string? show, string? search, string? sort, string? document, string? isNew) => new()
    {
        Page = page,
        Show = Words.TryRead(show, out DirectiveShow shown) ? shown : default,
        Search = QueryText.Trimmed(search),
        Order = Words.TryRead(sort?.TrimStart('-'), out DirectiveOrder order) ? order : default,
        IsReversed = sort?.StartsWith('-') == true,
        Document = string.IsNullOrEmpty(document) ? null : document,
        IsNew = isNew == "1",
    };

    /// <summary>Sorted by <paramref name="order"/>, or the other way round when it is already.</summary>
    public DirectiveAddress SortedBy(DirectiveOrder order) => Closed with { Order = order, IsReversed = Order == order && !IsReversed };
}
