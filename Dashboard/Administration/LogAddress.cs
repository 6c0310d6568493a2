using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Layout;

namespace Dashboard.Administration;

/// <summary>
/// The address of the log's page, which holds all that is chosen on it: <c>/admin/log?subject=…&amp;account=…&amp;committee=…&amp;below=1&amp;from=…&amp;to=…&amp;key=…</c>.
/// What cannot be read is taken as not chosen.
/// </summary>
public sealed record LogAddress
{
    /// <summary>Most characters of what is looked for in keys and of names.</summary>
    public const int LongestText = QueryText.Longest;

    /// <summary>The page without anything chosen.</summary>
    public const string Path = "/admin/log";

    /// <summary>What entries are about.</summary>
    public Subject? Subject { get; init; }

    /// <summary>Name of the account that made them.</summary>
    public string? Account { get; init; }

    /// <summary>Code of the committee they concern.</summary>
    public string? Committee { get; init; }

    /// <summary>Whether those about committees below it count as well.</summary>
    public bool WithBelow { get; init; }

    /// <summary>First day, where the committees are.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, where the committees are.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Text in the key.</summary>
    public string? Key { get; init; }

    /// <summary>Only what is older than this entry; null to begin at the newest.</summary>
    public long? Before { get; init; }

    /// <summary>Only what is newer than this entry, next to it.</summary>
    public long? After { get; init; }

    /// <summary>Whether anything is chosen.</summary>
    public bool IsFiltered => Choices.Any();

    /// <summary>What is chosen but for the place in the list, as names and values of a query.</summary>
    public IEnumerable<(string Name, string Value)> Choices
    {
        get
        {
            (string Name, string? Value)[] all =
            [
                ("subject", Subject is { } subject ? Words.Of(subject) : null), ("account", Account), ("committee", Committee),
                ("below", Committee is not null && WithBelow ? "1" : null), ("from", QueryText.Of(From)), ("to", QueryText.Of(To)), ("key", Key),
            ];
            return all.Where(choice => choice.Value is not null).Select(choice => (choice.Name, choice.Value!));
        }
    }

    /// <summary>The address, from the root of the site.</summary>
    public string Href
    {
        get
        {
            IEnumerable<(string Name, string? Value)> place = Before is not null ? [("before", QueryText.Of(Before))] : [("after", QueryText.Of(After))];
            return QueryText.Join(Path, Choices.Select(choice => (choice.Name, (string?)choice.Value)).Concat(place));
        }
    }

    /// <summary>The same choices at the newest entry.</summary>
    public LogAddress Newest => this with { Before = null, After = null };

    /// <summary>Reads the values of a query or a form.</summary>
    public static LogAddress Read(Func<string, string?> value) => new()
    {
        Subject = Words.TryRead(value("subject"), out Subject subject) ? subject : null,
        Account = QueryText.Trimmed(value("account")),
        Committee = QueryText.Trimmed(value("committee")),
        WithBelow = value("below") is { Length: > 0 } below && below != "0",
        From = QueryText.Day(value("from")),
        To = QueryText.Day(value("to")),
        Key = QueryText.Trimmed(value("key")),
        Before = QueryText.Number(value("before")),
        After = QueryText.Number(value("after")),
    };
}
