using System.Globalization;
using Dashboard.Domain.Complaints;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Complaints;

/// <summary>
/// The address of the register, which holds all that is chosen on it:
/// <c>/c/{code}/complaints?period=…&amp;state=overdue&amp;kind=…&amp;at=…&amp;category=…&amp;step=…&amp;extended=1&amp;q=…&amp;sort=…&amp;desc=1&amp;page=2&amp;new=1|case=ID</c>.
/// What is as usual is left out, and what cannot be read is taken as not chosen.
/// </summary>
public sealed record ComplaintAddress(PageAddress Page)
{
    /// <summary>The page's part of a committee's addresses.</summary>
    public const string Tab = "complaints";

    /// <summary>Longest text that is looked for.</summary>
    public const int LongestWords = QueryText.Longest;

    /// <summary>Which of the cards is chosen.</summary>
    public CaseGroup Group { get; init; }

    /// <summary>Only this kind.</summary>
    public ComplaintKind? Kind { get; init; }

    /// <summary>Only this committee with all below it, by its code; the page's own code means its own cases alone.</summary>
    public string? At { get; init; }

    /// <summary>Only this category, by its code.</summary>
    public string? Category { get; init; }

    /// <summary>Only this step.</summary>
    public ComplaintStep? Step { get; init; }

    /// <summary>Only those whose deadline was extended.</summary>
    public bool IsExtended { get; init; }

    /// <summary>Parts of register numbers that are looked for.</summary>
    public string? Words { get; init; }

    /// <summary>What the list is sorted by.</summary>
    public CaseOrder Order { get; init; }

    /// <summary>Whether it is sorted downwards.</summary>
    public bool IsDescending { get; init; }

    /// <summary>Which page of the list, from 1.</summary>
    public int PageNumber { get; init; } = 1;

    /// <summary>Whether a new case is being entered.</summary>
    public bool IsNew { get; init; }

    /// <summary>Identity of the case in the side panel.</summary>
    public long? Case { get; init; }

    /// <summary>Whether less than a whole card is shown.</summary>
    public bool IsFiltered => Kind is not null || At is not null || Category is not null || Step is not null || IsExtended || Words is not null;

    /// <summary>The list without a panel.</summary>
    public ComplaintAddress Closed => this with { IsNew = false, Case = null };

    /// <summary>The list from its first page on, without a panel: where a changed filter leads.</summary>
    public ComplaintAddress First => Closed with { PageNumber = 1 };

    /// <summary>The card without any filter.</summary>
    public ComplaintAddress Unfiltered => First with { Kind = null, At = null, Category = null, Step = null, IsExtended = false, Words = null };

    /// <summary>The page's part for pickers of period and committee: what they lead to keeps the filters that mean the same there.</summary>
    public PageAddress Kept => Page with { Further = Choices.Where(choice => choice.Name is "state" or "kind" or "category" or "step" or "extended" or "sort" or "desc").ToValueList() };

    /// <summary>What is chosen besides the period, as names and values of a query.</summary>
    public IEnumerable<(string Name, string Value)> Choices
    {
        get
        {
            (string Name, string? Value)[] all =
            [
                ("state", Group == CaseGroup.Open ? null : Word(Group)), ("kind", Kind is { } kind ? Word(kind) : null), ("at", At), ("category", Category),
                ("step", Step is { } step ? Word(step) : null), ("extended", IsExtended ? "1" : null), ("q", Words),
                ("sort", Order == CaseOrder.Due ? null : Word(Order)), ("desc", IsDescending ? "1" : null), ("page", PageNumber == 1 ? null : QueryText.Of(PageNumber)),
                ("new", IsNew ? "1" : null), ("case", QueryText.Of(Case)),
            ];
            return all.Where(choice => choice.Value is not null).Select(choice => (choice.Name, choice.Value!));
        }
    }

    /// <summary>The address, from the root of the site.</summary>
    public string Href => QueryText.Join(Page.Href, Choices.Select(choice => (choice.Name, (string?)choice.Value)));

    /// <summary>Where a click on the head of a column leads: sorted by it, and the other way round when it is already.</summary>
    public ComplaintAddress By(CaseOrder order) => First with { Order = order, IsDescending = order == Order && !IsDescending };

    /// <summary>Reads the values of a query or a form.</summary>
    public static ComplaintAddress Read(PageAddress page, Func<string, string?> value) => new(page with { Tab = Tab })
    {
        Group = Choice<CaseGroup>(value("state")) ?? CaseGroup.Open,
        Kind = Choice<ComplaintKind>(value("kind")),
        At = QueryText.Trimmed(value("at")),
        Category = value("category") is { } category && ComplaintCategory.IsKnown(category) ? category : null,
        Step = Choice<ComplaintStep>(value("step")),
        IsExtended = value("extended") == "1",
        Words = QueryText.Trimmed(value("q")),
        Order = Choice<CaseOrder>(value("sort")) ?? CaseOrder.Due,
        IsDescending = value("desc") == "1",
        PageNumber = int.TryParse(value("page"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : 1,
        IsNew = value("new") == "1",
        Case = QueryText.Number(value("case")),
    };

    // Names only: Enum.TryParse alone would take numbers and lists as well.
    private static T? Choice<T>(string? text) where T : struct, Enum =>
        Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text!, ignoreCase: true) : null;

    private static string Word<T>(T choice) where T : struct, Enum => choice.ToString().ToLowerInvariant();
}
