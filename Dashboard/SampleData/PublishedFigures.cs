using Dashboard.Domain.Committees;
using Dashboard.Domain.Directives;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.SampleData;

/// <summary>What five published reports state, exactly as they state it: committees, figures and documents.</summary>
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
            Figures = EmbeddedTable.Read("published-figures.csv", Figure),
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
