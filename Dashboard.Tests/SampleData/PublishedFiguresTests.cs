using Dashboard.Domain.Directives;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.SampleData;

namespace Dashboard.Tests.SampleData;

public sealed class PublishedFiguresTests
{
    private static readonly SampleSet Published = PublishedFigures.Load();

    [Fact]
    public void Thanh_Binh_vetted_1381_in_all()
    {
        long[] parts = [.. Of("HU-THANHBINH", "2020-01-01..2021-12-31").Where(f => f.Indicator.StartsWith("vetting.", StringComparison.Ordinal)).Select(f => f.Value)];
        Assert.Equal([62, 244, 57, 468, 188, 324, 38], parts);
        Assert.Equal(1381, parts.Sum());
    }

    [Theory]
    [InlineData("paperwork.incoming", "2023", 4290, 9317)]
    [InlineData("paperwork.outgoing", "2023", 1054, 1709)]
    [InlineData("transfer.organisations", "2023", 1034, 1036)]
    public void The_enterprises_bloc_states_parts_of_a_whole(string indicator, string period, long value, long outOf)
    {
        SampleFigure figure = Assert.Single(Of("DUK-DNTW", period), f => f.Indicator == indicator);
        Assert.Equal((value, outOf), (figure.Value, figure.OutOf!.Value));
    }

    [Fact]
    public void The_enterprises_bloc_issued_1738_documents() =>
        Assert.Equal(1738, Of("DUK-DNTW", "2023").Where(f => f.Indicator.StartsWith("paperwork.issued.", StringComparison.Ordinal)).Sum(f => f.Value));

    [Fact]
    public void Sixteen_years_hold_the_one_of_them_that_is_stated_as_well()
    {
        Assert.Equal(6081, Assert.Single(Of("DUK-DNTW", "2007-01-01..2023-12-14"), f => f.Indicator == "vetting.cadre").Value);
        Assert.Equal(544, Assert.Single(Of("DUK-DNTW", "2023-01-01..2023-12-14"), f => f.Indicator == "vetting.cadre").Value);
    }

    [Fact]
    public void No_two_figures_of_a_committee_and_indicator_partly_overlap() =>
        Assert.All(Published.Figures.GroupBy(f => (f.Committee, f.Indicator)), series =>
            Assert.DoesNotContain(series.SelectMany(a => series.Select(b => (a, b))), pair => pair.a.Period.PartlyOverlaps(pair.b.Period)));

    [Fact]
    public void Binh_Thuan_sent_more_than_1700_requests_in_nine_months()
    {
        SampleFigure figure = Assert.Single(Of("TU-BINHTHUAN", "2016-9M"), f => f.Indicator == "verification.requests.sent");
        Assert.Equal((1700, Precision.MoreThan), (figure.Value, figure.Precision));
        Assert.Equal(["TU-LAMDONG"], Published.Committees.Single(c => c.Code == "TU-BINHTHUAN").Successors);
    }

    [Fact]
    public void Every_figure_names_a_known_committee_and_indicator()
    {
        HashSet<string> committees = [.. Published.Committees.Select(c => c.Code)];
        HashSet<string> indicators = [.. IndicatorCatalogue.Load().Select(i => i.Code)];
        Assert.All(Published.Figures, f => Assert.True(committees.Contains(f.Committee) && indicators.Contains(f.Indicator), $"{f}"));
    }

    [Fact]
    public void Every_figure_reads_as_its_line_of_the_file()
    {
        using Stream stream = typeof(PublishedFigures).Assembly.GetManifestResourceStream(typeof(PublishedFigures), "published-figures.csv")!;
        using var reader = new StreamReader(stream);
        string[] lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        IEnumerable<string> written = Published.Figures.Select(f =>
            FormattableString.Invariant($"{f.Committee},{f.Indicator},{f.Period.Start:yyyy-MM-dd},{f.Period.End:yyyy-MM-dd},{f.Value},{f.OutOf},{Words(f.Precision)}"));
        string[] read = [.. lines.Skip(1).Select(line => line[..line.LastIndexOf(',')])];
        string[] nested = ["DUK-DNTW,conclusion.issued,2023-01-01,2023-12-31,188,,exact", "DUK-DNTW,vetting.cadre,2023-01-01,2023-12-31,544,,exact"];
        Assert.Equal(read.Select(line => nested.Contains(line) ? line.Replace("2023-12-31", "2023-12-14", StringComparison.Ordinal) : line), written);
    }

    [Fact]
    public void Committees_stand_where_the_reports_put_them()
    {
        Assert.Equal(9, Published.Committees.Count);
        Assert.Equal(["TW"], Published.Committees.Select(c => c.Code).Except(Published.Placements.Select(p => p.Committee)));
        Assert.DoesNotContain(Published.Committees, c => c.IsSample);
    }

    [Fact]
    public void Directives_point_to_directives()
    {
        HashSet<string> numbers = [.. Published.Directives.Select(d => d.Number)];
        Assert.All(Published.Directives.Where(d => d.Implements is not null), d => Assert.Contains(d.Implements!, numbers));
        Directive first = Published.Directives[0];
        Assert.Equal(("39-CT/TW", "TW", new DateOnly(2014, 8, 18)), (first.Number, Published.Committees[first.Issuer].Code, first.IssuedOn!.Value));
    }

    private static string Words(Precision precision) => precision switch
    {
        Precision.MoreThan => "more_than",
        Precision.About => "about",
        _ => "exact",
    };

    private static IEnumerable<SampleFigure> Of(string committee, string period) =>
        Published.Figures.Where(f => f.Committee == committee && f.Period == Period.Parse(period));
}
