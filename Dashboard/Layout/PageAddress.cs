using Dashboard.Domain.Periods;
using Dashboard.Live;

namespace Dashboard.Layout;

/// <summary>
/// The address of a committee's page, which holds all that is chosen on it: <c>/c/{code}/{tab}?period=…&amp;compare=…&amp;view=…</c>.
/// What is as usual is left out, and what cannot be read is taken as usual.
/// </summary>
public sealed record PageAddress
{
    private readonly Period _usual;

    /// <summary>The usual page of a committee.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="today">The day that decides which period is usual.</param>
    public PageAddress(string code, DateOnly today)
        : this(code, UsualPeriod(today))
    {
    }

    /// <summary>The usual page of a committee whose usual period is another, e.g. because it is closed.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="usual">The period shown when none is chosen.</param>
    public PageAddress(string code, Period usual)
    {
        Code = code;
        _usual = usual;
        Period = usual;
    }

    /// <summary>Code of the committee.</summary>
    public string Code { get; init; }

    /// <summary>Period shown. A link to another committee keeps it if it was chosen, and leaves it to that committee if not.</summary>
    public Period Period { get; init; }

    /// <summary>What deltas compare with; usually the same period of last year.</summary>
    public Comparison Compare { get; init; }

    /// <summary>Structure used; usually today's.</summary>
    public StructureView View { get; init; }

    /// <summary>The moment whose knowledge is shown, as <see cref="MomentText"/> writes it; null for what is known now.</summary>
    public string? AsOf { get; init; }

    /// <summary>Which of the committee's pages, e.g. <c>complaints</c>; empty for the overview.</summary>
    public string Tab { get; init; } = "";

    /// <summary>What the address begins with: <c>c</c> for a committee's tabs; another name for a page beside them that is about a committee too.</summary>
    public string Root { get; init; } = "c";

    /// <summary>What is chosen on this page alone, as names and values of a query: kept while period, structure or committee change, and not carried to another page.</summary>
    public ValueList<(string Name, string Value)> Further { get; init; } = [];

    /// <summary>The address without what is chosen.</summary>
    public string Path => Tab.Length == 0 ? $"/{Root}/{Uri.EscapeDataString(Code)}" : $"/{Root}/{Uri.EscapeDataString(Code)}/{Tab}";

    /// <summary>One of the tabs of the same committee, with what all of them have in common.</summary>
    public PageAddress OfTab(string tab) => this with { Root = "c", Tab = tab, Further = [] };

    /// <summary>The page that shows where a number of the same committee, period and view comes from.</summary>
    /// <param name="indicator">Code of an indicator, or of a topic that has a total.</param>
    public PageAddress OfProof(string indicator) => this with { Root = "explain", Tab = "", Further = [("indicator", indicator)] };

    /// <summary>Whether it is the address of that tab.</summary>
    public bool IsTab(string tab) => Root == "c" && Tab == tab;

    /// <summary>What is chosen besides the period, as names and values of a query; what is as usual is left out.</summary>
    public IEnumerable<(string Name, string Value)> Choices
    {
        get
        {
            foreach ((string, string) choice in Further)
            {
                yield return choice;
            }

            if (Compare != Comparison.Year)
            {
                yield return ("compare", Compare.ToString().ToLowerInvariant());
            }

            if (View != StructureView.Now)
            {
                yield return ("view", View.ToString().ToLowerInvariant());
            }

            if (AsOf is not null)
            {
                yield return ("asof", AsOf);
            }
        }
    }

    /// <summary>The address, from the root of the site.</summary>
    public string Href => QueryText.Join(Path, Query.Select(choice => (choice.Name, (string?)choice.Value)));

    /// <summary>All that is chosen, as names and values of a query; what is as usual is left out.</summary>
    public IEnumerable<(string Name, string Value)> Query => Period == _usual ? Choices : Choices.Prepend((Name: "period", Value: Period.ToString()));

    /// <summary>The last complete quarter before <paramref name="today"/>.</summary>
    public static Period UsualPeriod(DateOnly today) => Period.QuarterOf(today).Previous();

    /// <summary>Reads the parts of an address.</summary>
    public static PageAddress Read(string code, string? period, string? compare, string? view, DateOnly today) =>
        Read(code, period, compare, view, UsualPeriod(today));

    /// <summary>Reads the parts of an address of a committee whose usual period is <paramref name="usualPeriod"/>.</summary>
    public static PageAddress Read(string code, string? period, string? compare, string? view, Period usualPeriod)
    {
        var usual = new PageAddress(code, usualPeriod);
        return usual with
        {
            Period = PeriodText.TryRead(period, out Period read) ? read : usual.Period,
            Compare = ReadChoice<Comparison>(compare),
            View = ReadChoice<StructureView>(view),
        };
    }

    // Names only: Enum.TryParse alone would take numbers and lists as well.
    private static T ReadChoice<T>(string? text) where T : struct, Enum =>
        Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text!, ignoreCase: true) : default;
}
