using CsCheck;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Directives;

namespace Dashboard.Tests.Directives;

public sealed class CascadeTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    // TW over TU and TU2; TU over HU1, HU2 and the closed HU3; HU1 over XA1; TU2 over HU9.
    private static readonly Hierarchy Tree = Hierarchy.Empty
        .Open(Of("TW", CommitteeLevel.Central), null).Open(Of("TU", CommitteeLevel.Province), "TW").Open(Of("TU2", CommitteeLevel.Province), "TW")
        .Open(Of("HU1", CommitteeLevel.District), "TU").Open(Of("HU2", CommitteeLevel.District), "TU").Open(Of("HU3", CommitteeLevel.District), "TU")
        .Open(Of("XA1", CommitteeLevel.Grassroots), "HU1").Open(Of("HU9", CommitteeLevel.District), "TU2")
        .Close("HU3", new DateOnly(2025, 6, 30), ["HU2"])
        .Open(Of("HU4", CommitteeLevel.District) with { OpenedOn = new DateOnly(2026, 1, 1) }, "TU");

    private static readonly Directive Order = Issued("39-CT/TW", "TW", new DateOnly(2026, 3, 1));

    [Fact]
    public void Who_has_a_document_and_after_how_many_days_is_told_for_each_below()
    {
        Cascade cascade = CascadeOf(Order, "TU", Issued("126-KH/TU", "TU", new DateOnly(2026, 3, 31), "39-CT/TW"), Issued("5-KH/HU", "HU1", new DateOnly(2026, 4, 10), "126-KH/TU"));
        Assert.Equal(30, cascade.Own!.Days);
        Assert.Equal((3, 1, 4, 1), (cascade.Direct, cascade.DirectDone, cascade.All, cascade.Done));
        Assert.Equal(40, cascade.MedianDays);
        Assert.Equal(["HU1:5-KH/HU", "XA1:", "HU2:", "HU4:"], cascade.Steps.Select(step => $"{Tree[step.Committee].Code}:{step.Document?.Number}"));
    }

    [Fact]
    public void A_number_means_the_document_of_the_nearest_committee_above()
    {
        Directive[] documents = [Order, Issued("1-KH", "TU", new DateOnly(2026, 3, 2), "39-CT/TW"), Issued("1-KH", "TU2", new DateOnly(2026, 3, 3), "39-CT/TW"), Issued("7-KH", "HU9", new DateOnly(2026, 3, 9), "1-KH")];
        var all = new Implementations(documents, Tree, Today);
        Assert.Equal([documents[3]], all.Of(documents[2]));
        Assert.Empty(all.Of(documents[1]));
        Assert.Equal(3, all.Of(Order).Count);
    }

    [Fact]
    public void Of_several_documents_the_earliest_counts()
    {
        Cascade cascade = CascadeOf(Order, "TW", Issued("2-KH", "TU", new DateOnly(2026, 5, 1), "39-CT/TW"), Issued("1-KH", "TU", new DateOnly(2026, 3, 11), "39-CT/TW"));
        Assert.Equal(("1-KH", 10), (cascade.Steps.Single(step => step.Document is not null).Document!.Number, (int)cascade.MedianDays!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-02-01")]
    public void A_document_without_a_day_or_before_the_directive_is_there_without_days(string? day)
    {
        Cascade cascade = CascadeOf(Order, "TW", Issued("1-KH", "TU", day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), "39-CT/TW"));
        Assert.Equal((1, null, null), (cascade.Done, cascade.MedianDays, cascade.Steps.Single(step => step.Document is not null).Days));
    }

    [Fact]
    public void Who_is_closed_owes_nothing_any_more_and_keeps_what_it_had()
    {
        Directive old = Issued("10-CT", "TU", new DateOnly(2024, 1, 1));
        Assert.DoesNotContain(CascadeOf(old, "TU").Steps, step => Tree[step.Committee].Code is "HU3" or "HU4");
        CascadeStep kept = CascadeOf(old, "TU", Issued("9-KH", "HU3", new DateOnly(2024, 1, 31), "10-CT")).Steps.Single(step => step.Document is not null);
        Assert.Equal(("HU3", 30), (Tree[kept.Committee].Code, kept.Days));
    }

    [Fact]
    public void What_the_issuer_adds_is_a_directive_of_its_own()
    {
        Directive added = Issued("72-KL/TW", "TW", new DateOnly(2026, 5, 1), "39-CT/TW");
        var all = new Implementations([Order, added, Issued("3-CV", "TU", new DateOnly(2026, 5, 11), "72-KL/TW")], Tree, Today);
        Assert.Empty(all.Of(Order));
        Assert.Equal(10, Cascade.Of(added, Tree.NumberOf("TW"), all, Tree, Today).MedianDays);
    }

    [Fact]
    public void Documents_that_name_each_other_make_no_circle()
    {
        var all = new Implementations([Order, Issued("a", "TU", null, "b"), Issued("b", "TU", null, "a"), Issued("c", "TU", null, "c")], Tree, Today);
        Assert.All(all.All, document => Assert.True(all.Of(document).Count <= 2));
    }

    [Fact]
    public void Counts_add_up_and_no_days_are_below_zero_whatever_is_recorded()
    {
        string[] codes = [.. Tree.Committees.Select(c => c.Code)];
        Gen<Directive> document =
            from issuer in Gen.Int[0, codes.Length - 1]
            from number in Gen.Int[0, 9]
            from day in Gen.Int[0, 900]
            from dated in Gen.Bool
            from target in Gen.Int[-1, 9]
            select Issued($"{number}", codes[issuer], dated ? new DateOnly(2024, 6, 1).AddDays(day) : null, target < 0 ? null : $"{target}");
        document.Array[0, 25].Sample(drawn =>
        {
            Directive[] documents = [.. drawn.DistinctBy(d => (d.Issuer, d.Number))];
            var all = new Implementations(documents, Tree, Today);
            foreach (Cascade cascade in documents.SelectMany(d => Tree.Committees.Select(top => Cascade.Of(d, top.Number, all, Tree, Today))))
            {
                Assert.Equal(cascade.All, cascade.Steps.Select(step => step.Committee).Distinct().Count());
                Assert.Equal(cascade.Done, cascade.Steps.Count(step => step.Document is not null));
                Assert.InRange(cascade.DirectDone, 0, cascade.Direct);
                Assert.InRange(cascade.Done, cascade.DirectDone, cascade.All);
                Assert.All(cascade.Steps, step => Assert.False(step.Days < 0 || (step.Document is null && step.Days is not null)));
                Assert.All(cascade.Steps, step => Assert.True(step.Document is null || step.Document.Issuer == step.Committee));
            }
        }, iter: 200);
    }

    private static Cascade CascadeOf(Directive directive, string top, params Directive[] documents) =>
        Cascade.Of(directive, Tree.NumberOf(top), new Implementations([directive, .. documents], Tree, Today), Tree, Today);

    private static Directive Issued(string number, string issuer, DateOnly? day, string? implements = null) =>
        new() { Number = number, Kind = "Kế hoạch", Subject = "Thực hiện", Issuer = Tree.NumberOf(issuer), IssuedOn = day, Implements = implements };

    private static Committee Of(string code, CommitteeLevel level) => new() { Code = code, Name = code, Level = level };
}
