using Dashboard.Data;
using Dashboard.Domain.Periods;
using Dashboard.Layout;

namespace Dashboard.Review;

/// <summary>The address of the review page, which holds all that is chosen on it: <c>/review?return=…&amp;q=…&amp;under=…&amp;form=…&amp;period=…&amp;risk=…&amp;sort=…</c>.</summary>
public sealed record ReviewAddress
{
    /// <summary>The address with nothing chosen.</summary>
    public const string Path = "/review";

    /// <summary>The return shown at the side, <c>CODE|FORM|PERIOD</c>.</summary>
    public string? Return { get; init; }

    /// <summary>Words that the names must hold.</summary>
    public string? Words { get; init; }

    /// <summary>Code of the committee directly above.</summary>
    public string? Under { get; init; }

    /// <summary>Code of the form.</summary>
    public string? Form { get; init; }

    /// <summary>Period reported on.</summary>
    public Period? Period { get; init; }

    /// <summary>What is to be looked at first.</summary>
    public Risk? Risk { get; init; }

    /// <summary>Order of the list.</summary>
    public ReviewOrder Order { get; init; }

    /// <summary>Whether less than everything is shown.</summary>
    public bool IsFiltered => (Words ?? Under ?? Form) is not null || Period is not null || Risk is not null;

    /// <summary>The same list without a return at the side.</summary>
    public ReviewAddress Closed => this with { Return = null };

    /// <summary>The address, from the root of the site.</summary>
    public string Href
    {
        get
        {
            (string Name, string? Value)[] all =
            [
                ("return", Return), ("q", Words), ("under", Under), ("form", Form), ("period", Period?.ToString()),
                ("risk", Risk is { } risk ? Data.Words.Of(risk) : null), ("sort", Order == ReviewOrder.Risk ? null : Data.Words.Of(Order)),
            ];
            return QueryText.Join(Path, all);
        }
    }

    /// <summary>Reads the values of a query; what cannot be read is as if it were not there.</summary>
    public static ReviewAddress Read(Func<string, string?> value) => new()
    {
        Return = QueryText.Trimmed(value("return")),
        Words = value("q") is { Length: > 0 } typed ? typed : null,
        Under = QueryText.Trimmed(value("under")),
        Form = QueryText.Trimmed(value("form")),
        Period = Domain.Periods.Period.TryParse(value("period"), out Period period) ? period : null,
        Risk = Data.Words.TryRead(value("risk"), out Risk risk) ? risk : null,
        Order = Data.Words.TryRead(value("sort"), out ReviewOrder order) ? order : ReviewOrder.Risk,
    };
}
