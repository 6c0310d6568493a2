using Dashboard.Domain.Committees;
using Dashboard.Domain.Directives;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.SampleData;

/// <summary>
/// What five published reports state: committees, figures and documents. Values, denominators and precision are exactly
/// those of the files; a period is, too, unless it would partly overlap a longer one of the same report.
/// </summary>
public static class PublishedFigures
{
    /// <summary>The published committees with their figures and directives.</summary>
    public static SampleSet Load()
    {
        IReadOnlyList<(Committee Committee, string? Parent)> rows = EmbeddedTable.Read("committees.csv", Committee);
        Committee[] committees = [.. rows.Select((row, number) => row.Committee with { Number = number })];
        Dictionary<string, int> numbers = committees.ToDictionary(c => c.Code, c => c.Number);
        return new SampleSet
        {
            Committees = committees,
            Placements = [.. rows.Where(r => r.Parent is not null).Select(r => new Placement(r.Committee.Code, r.Parent!, r.Committee.OpenedOn, r.Committee.ClosedOn))],
            Figures = Nested(EmbeddedTable.Read("published-figures.csv", Figure)),
            Directives = EmbeddedTable.Read("directives.csv", field => Directive(field, numbers)),
        };
    }

    private static (Committee Committee, string? Parent) Committee(Func<string, string?> field)
    {
        var committee = new Committee
        {
            Code = field("code")!,
            Name = field("name")!,
            NameEn = field("name_en"),
            Level = Enum.Parse<CommitteeLevel>(field("level")!, ignoreCase: true),
            OpenedOn = EmbeddedTable.Day(field("opened_on")),
            ClosedOn = EmbeddedTable.Day(field("closed_on")),
            Successors = field("successor")?.Split(';') ?? [],
        };
        return (committee, field("parent"));
    }

    private static SampleFigure Figure(Func<string, string?> field) => new(
        field("committee")!,
        field("indicator")!,
        new Period(EmbeddedTable.Day(field("period_start"))!.Value, EmbeddedTable.Day(field("period_end"))!.Value),
        EmbeddedTable.Number(field("value"))!.Value,
        EmbeddedTable.Number(field("out_of")),
        Enum.Parse<Precision>(field("precision")!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true));

    // The report of 2023-12-14 states sixteen years up to its own date beside “2023”, which cannot hold days after it either:
    // that year ends with the report, so that it nests in the sixteen and is not counted a second time.
    private static IReadOnlyList<SampleFigure> Nested(IReadOnlyList<SampleFigure> figures)
    {
        ILookup<(string, string), SampleFigure> series = figures.ToLookup(f => (f.Committee, f.Indicator));
        return [.. figures.Select(figure => series[(figure.Committee, figure.Indicator)].Aggregate(figure, EndingWith))];
    }

    private static SampleFigure EndingWith(SampleFigure figure, SampleFigure longer) =>
        longer.Period.Days > figure.Period.Days && longer.Period.PartlyOverlaps(figure.Period) && longer.Period.End < figure.Period.End
            ? figure with { Period = new Period(figure.Period.Start, longer.Period.End) }
            : figure;

    private static Directive Directive(Func<string, string?> field, Dictionary<string, int> numbers) => new()
    {
        Number = field("number")!,
        Kind = field("kind")!,
        Subject = field("subject")!,
        SubjectEn = field("subject_en"),
        Issuer = numbers[field("issuer")!],
        IssuedOn = EmbeddedTable.Day(field("issued_on")),
        Implements = field("implements"),
        Source = field("source"),
    };
}
