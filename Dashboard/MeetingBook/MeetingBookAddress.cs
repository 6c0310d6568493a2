using Dashboard.Data;
using Dashboard.Layout;

namespace Dashboard.MeetingBook;

/// <summary>
/// The address of a committee's meetings and decisions, which holds all that is chosen on it:
/// <c>/c/{code}/meetings?state=…&amp;committee=…&amp;case=…&amp;new=…&amp;about=…&amp;indicator=…</c>. What cannot be read is taken as not chosen.
/// </summary>
public sealed record MeetingBookAddress
{
    /// <summary>The committee's page.</summary>
    public required PageAddress Page { get; init; }

    /// <summary>Which decisions are listed.</summary>
    public DecisionState State { get; init; }

    /// <summary>Only decisions that the committee with this code owes.</summary>
    public string? Committee { get; init; }

    /// <summary>Which decision is open in the panel.</summary>
    public long? Case { get; init; }

    /// <summary>What is being entered.</summary>
    public NewEntry? New { get; init; }

    /// <summary>Code of the committee that a new decision is about.</summary>
    public string? About { get; init; }

    /// <summary>Code of the indicator that a new decision is about.</summary>
    public string? Indicator { get; init; }

    /// <summary>Whether the list is narrowed.</summary>
    public bool IsFiltered => State != default || Committee is not null;

    /// <summary>The same without what narrows the list.</summary>
    public MeetingBookAddress Unfiltered => this with { State = default, Committee = null };

    /// <summary>The same without a panel.</summary>
    public MeetingBookAddress Closed => this with { Case = null, New = null, About = null, Indicator = null };

    /// <summary>The address, from the root of the site.</summary>
    public string Href => QueryText.Join(
        Page.Href,
        [
            ("state", State == default ? null : Words.Of(State)), ("committee", Committee), ("case", QueryText.Of(Case)),
            ("new", New is { } entered && Case is null ? Words.Of(entered) : null), ("about", About), ("indicator", Indicator),
        ]);

    /// <summary>Reads the values of a query.</summary>
    public static MeetingBookAddress Read(PageAddress page, Func<string, string?> value) => new()
    {
        Page = page,
        State = Words.TryRead(value("state"), out DecisionState state) ? state : default,
        Committee = QueryText.Trimmed(value("committee")),
        Case = QueryText.Number(value("case")),
        New = Words.TryRead(value("new"), out NewEntry entered) ? entered : null,
        About = QueryText.Trimmed(value("about")),
        Indicator = QueryText.Trimmed(value("indicator")),
    };
}

/// <summary>Which decisions are listed.</summary>
public enum DecisionState
{
    /// <summary>All, the open ones first.</summary>
    All,

    /// <summary>Open ones.</summary>
    Open,

    /// <summary>Open ones past their due day.</summary>
    Overdue,

    /// <summary>Those that were carried out.</summary>
    Done,
}

/// <summary>What may be entered on the page.</summary>
public enum NewEntry
{
    /// <summary>A meeting is being opened.</summary>
    Meeting,

    /// <summary>A decision is being written.</summary>
    Decision,
}
