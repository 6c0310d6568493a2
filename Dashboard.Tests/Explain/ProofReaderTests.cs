using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Explain;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Explain;

public sealed class ProofReaderTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private readonly ProofReader _reader = new(sample.Figures);

    [Theory]
    [InlineData("TU-MAU", "vetting", "2026-Q3", View.Now)]
    [InlineData("TU-MAU", "vetting.admission", "2025", View.Then)]
    [InlineData("HU-MAU-01", "complaints.received", "2026-Q3", View.Now)]
    [InlineData("TW", "vetting.cadre", "2023", View.Now)]
    [InlineData("TU-MAU", "lapses.open", "2026-11", View.Now)]
    [InlineData("TU-LAMDONG", "verification.requests.sent", "2016-9M", View.Now)]
    public void The_parts_that_are_shown_add_up_to_the_number(string code, string indicator, string period, View view)
    {
        Proof proof = Read(code, indicator, period, view);
        Assert.NotNull(proof.Total.Value);
        Assert.Equal(proof.Total.Value, proof.Rows.Sum(r => r.Amount.Value ?? 0));
        Assert.Equal(proof.Total.Reported, indicator == "vetting" ? proof.Total.Reported : proof.Rows.Sum(r => r.Amount.Reported));
        Assert.True(proof.ByIndicator.Count == 0 || proof.ByIndicator.Sum(i => i.Amount.Value ?? 0) == proof.Total.Value);
    }

    [Theory]
    [InlineData("TU-MAU", "lapses.open", "2026-11", View.Now)]
    [InlineData("TU-MAU", "lapses.overdue", "2026-11", View.Now)]
    [InlineData("TU-MAU", "lapses.open", "2026-Q3", View.Now)]
    [InlineData("TU-MAU", "lapses.found", "2025", View.Then)]
    [InlineData("HU-MAU-01", "lapses.remedied", "2026-H1", View.Now)]
    [InlineData("HU-MAU-06", "complaints.open", "2026-Q1", View.Now)]
    [InlineData("TU-MAU", "complaints.overdue", "2026-Q4", View.Then)]
    [InlineData("TU-MAU", "complaints.received", "2026-01-15..2026-08-20", View.Now)]
    [InlineData("HU-MAU-01", "complaints.resolved", "2026-Q4", View.Now)]
    public void The_cases_that_are_listed_are_as_many_as_the_register_counts(string code, string indicator, string period, View view)
    {
        var question = new ProofQuestion(sample[code], Measured.Of(sample.Figures.Now.Indicators, indicator), Period.Parse(period), view);
        Assert.NotEqual(0, _reader.Read(question).Total.Value ?? 0);
        Assert.Equal(_reader.Read(question).Total.Value, new CaseReader(sample.Figures).Read(question).Count);
    }

    [Fact]
    public void What_is_reported_has_no_cases() => Assert.Empty(new CaseReader(sample.Figures)
        .Read(new ProofQuestion(sample["TU-MAU"], Measured.Of(sample.Figures.Now.Indicators, "vetting"), Period.Parse("2026-Q3"), View.Now)));

    [Fact]
    public void A_closed_committee_is_a_part_of_the_one_that_carries_it()
    {
        Proof proof = Read("TU-LAMDONG", "verification.requests.sent", "2016-9M", View.Now);
        ProofRow carried = Assert.Single(proof.Rows, r => r.Kind == PartKind.Carried && r.Amount.Value is not null);
        Assert.Equal("TU-BINHTHUAN", carried.Committee.Code);
        Assert.Equal(1_700, carried.Amount.Value);
        Assert.Equal(Domain.Figures.Precision.MoreThan, proof.Total.Precision);
    }

    [Fact]
    public void A_figure_stated_for_the_whole_period_takes_the_place_of_those_inside_it()
    {
        Proof proof = Read("DUK-DNTW", "vetting.cadre", "2007-01-01..2023-12-14", View.Then);
        Assert.Equal(6_081, proof.Total.Value);
        Assert.Contains(proof.Stated, f => !f.Counts && f.Value == 544);
        Assert.Equal(Period.Parse("2007-01-01..2023-12-14"), Assert.Single(proof.Stated, f => f.Counts).Period);
    }

    [Fact]
    public void The_number_that_the_overview_shows_is_the_one_that_is_proven() =>
        Assert.Equal(4_486, Read("TU-MAU", "vetting", "2026-Q3", View.Now).Total.Value);

    [Fact]
    public void What_nobody_reported_and_nobody_owes_has_no_parts()
    {
        Proof proof = Read("TU-MAU", "survey.localities", "2009", View.Now);
        Assert.Null(proof.Total.Value);
        Assert.Empty(proof.Rows);
    }

    private Proof Read(string code, string indicator, string period, View view) =>
        _reader.Read(new ProofQuestion(sample[code], Measured.Of(sample.Figures.Now.Indicators, indicator), Period.Parse(period), view));
}
