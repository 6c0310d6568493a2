using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Layout;

namespace Dashboard.History;

/// <summary>
/// The address of a committee's history, which holds all that is chosen on it:
/// <c>/c/{code}/history?below=1&amp;subject=…&amp;by=…&amp;from=…&amp;to=…&amp;key=…&amp;asof=…</c>. What cannot be read is taken as not chosen.
/// </summary>
public sealed record HistoryAddress
{
    /// <summary>Most characters of what is looked for.</summary>
    public const int LongestText = QueryText.Longest;

    /// <summary>What is never told here: who may do what, who came, what was taken out, and what concerns no committee.</summary>
    public static readonly Subject[] Untold = [Domain.Changes.Subject.Account, Domain.Changes.Subject.SignIn, Domain.Changes.Subject.Export, Domain.Changes.Subject.Denial, Domain.Changes.Subject.Indicator, Domain.Changes.Subject.Form];

    /// <summary>The committee's page.</summary>
    public required PageAddress Page { get; init; }

    /// <summary>Whether entries about committees below it count as well.</summary>
    public bool WithBelow { get; init; }

    /// <summary>What entries are about.</summary>
    public Subject? Subject { get; init; }

    /// <summary>Name shown of who made them.</summary>
    public string? By { get; init; }

    /// <summary>First day, where the committees are.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, where the committees are.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Text in the key: the code of an indicator, a period, a number.</summary>
    public string? Key { get; init; }

    /// <summary>Only what is older than this entry; null to begin at the newest.</summary>
    public long? Before { get; init; }

    /// <summary>Only what is newer than this entry, next to it.</summary>
    public long? After { get; init; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered => Subject is not null || By is not null || From is not null || To is not null || Key is not null;

    /// <summary>The same choices at the newest entry.</summary>
    public HistoryAddress Newest => this with { Before = null, After = null };

    /// <summary>The same without what narrows the list.</summary>
    public HistoryAddress Unfiltered => Newest with { Subject = null, By = null, From = null, To = null, Key = null };

    /// <summary>The address, from the root of the site.</summary>
    public string Href
    {
        get
        {
            (string Name, string? Value)[] all =
            [
                ("below", WithBelow ? "1" : null), ("subject", Subject is { } subject ? Words.Of(subject) : null), ("by", By), ("from", QueryText.Of(From)), ("to", QueryText.Of(To)), ("key", Key),
                ("before", QueryText.Of(Before)), ("after", QueryText.Of(After)), ("asof", Page.AsOf),
            ];
            return QueryText.Join(Page.Path, all);
        }
    }

    /// <summary>Reads the values of a query or a form.</summary>
    public static HistoryAddress Read(PageAddress page, Func<string, string?> value) => new()
    {
        Page = page,
        WithBelow = value("below") is { Length: > 0 } below && below != "0",
        Subject = Words.TryRead(value("subject"), out Subject subject) && !Untold.Contains(subject) ? subject : null,
        By = QueryText.Trimmed(value("by")),
        From = QueryText.Day(value("from")),
        To = QueryText.Day(value("to")),
        Key = QueryText.Trimmed(value("key")),
        Before = QueryText.Number(value("before")),
        After = QueryText.Number(value("after")),
    };
}
