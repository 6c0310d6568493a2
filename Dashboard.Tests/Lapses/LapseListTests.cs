using Dashboard.Committees;
using Dashboard.Domain.Lapses;
using Dashboard.Lapses;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Lapses;

/// <summary>The register as it is listed: cards, filters, sorting, search.</summary>
public sealed class LapseListTests(LapseOffice office) : IClassFixture<LapseOffice>, IDisposable
{
    private readonly InLanguage _language = new("vi-VN");

    public void Dispose() => _language.Dispose();

    [Fact]
    public void The_cards_say_what_the_overview_says()
    {
        LapseList list = office.List("TU-MAU");
        Assert.Equal((75, 18), (CountOf(list, LapseBand.Open), CountOf(list, LapseBand.Overdue)));
        Assert.Equal(75, CountOf(list, LapseBand.Overdue) + CountOf(list, LapseBand.DueSoon) + CountOf(list, LapseBand.Within));
        Assert.Equal(75, list.Rows.Count);
    }

    [Fact]
    public void Midnight_makes_overdue_what_was_due_that_day()
    {
        Lapse next = office.List("TU-MAU", "band=due-soon").Rows[0].Lapse;
        int before = CountOf(office.List("TU-MAU", today: next.RemedyDueOn), LapseBand.Overdue);
        Assert.True(CountOf(office.List("TU-MAU", today: next.RemedyDueOn.AddDays(1)), LapseBand.Overdue) > before);
    }

    [Fact]
    public void What_was_remedied_in_the_period_is_listed_the_latest_first()
    {
        LapseList list = office.List("TU-MAU", "band=remedied");
        Assert.NotEmpty(list.Rows);
        Assert.All(list.Rows, row => Assert.InRange(row.Lapse.RemediedOn!.Value, new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30)));
        Assert.Equal(list.Rows.Select(row => row.Lapse.RemediedOn).OrderDescending(), list.Rows.Select(row => row.Lapse.RemediedOn));
    }

    [Theory]
    [InlineData("kind=incomplete-files")]
    [InlineData("severity=serious")]
    [InlineData("found=self-report")]
    [InlineData("committee=HU-MAU-01")]
    public void A_filter_leaves_only_what_it_names(string query)
    {
        IReadOnlyList<LapseRow> all = office.List("TU-MAU").Rows, chosen = office.List("TU-MAU", query).Rows;
        Assert.InRange(chosen.Count, 1, all.Count - 1);
        Assert.All(chosen, row => Assert.True(query switch
        {
            "kind=incomplete-files" => row.Lapse.Kind == LapseKind.IncompleteFiles,
            "severity=serious" => row.Lapse.Severity == LapseSeverity.Serious,
            "found=self-report" => row.Lapse.FoundBy == LapseSource.SelfReport,
            _ => row.Committee.Code == "HU-MAU-01" || row.Committee.Code.StartsWith("DU-MAU-01", StringComparison.Ordinal) || row.Committee.Code.StartsWith("CB-MAU-01", StringComparison.Ordinal),
        }));
    }

    [Fact]
    public void A_committee_above_or_beside_narrows_to_nothing()
    {
        Assert.Empty(office.List("HU-MAU-01", "committee=TU-MAU").Rows);
        Assert.Empty(office.List("HU-MAU-01", "committee=HU-MAU-02").Rows);
        Assert.Empty(office.List("HU-MAU-01", "committee=NOWHERE").Rows);
    }

    [Theory]
    [InlineData("ho so chua day du")]
    [InlineData("HỒ SƠ")]
    [InlineData("so ho")]
    public void Words_are_found_without_diacritics_and_in_any_order(string words)
    {
        IReadOnlyList<LapseRow> found = office.List("TU-MAU", "q=" + Uri.EscapeDataString(words)).Rows;
        Assert.NotEmpty(found);
        Assert.All(found, row =>
        {
            string text = Folding.Fold($"{LapseTexts.Of(row.Lapse.Kind)} {row.Committee.Name}");
            Assert.All(Folding.Words(words), word => Assert.Contains(word, text, StringComparison.Ordinal));
        });
        Assert.Contains(found, row => row.Lapse.Kind == LapseKind.IncompleteFiles);
    }

    [Theory]
    [InlineData("due")]
    [InlineData("kind")]
    [InlineData("severity")]
    [InlineData("committee")]
    [InlineData("found")]
    public void Sorting_the_other_way_round_reverses_the_list(string order)
    {
        IEnumerable<long> forwards = office.List("TU-MAU", "sort=" + order).Rows.Select(row => row.Lapse.Id);
        Assert.Equal(forwards.Reverse(), office.List("TU-MAU", "sort=-" + order).Rows.Select(row => row.Lapse.Id));
    }

    [Fact]
    public void The_most_overdue_comes_first()
    {
        int[] left = [.. office.List("TU-MAU").Rows.Select(row => row.DaysLeft)];
        Assert.Equal(left.Order(), left);
    }

    [Fact]
    public void Only_what_lies_below_is_listed_in_todays_structure()
    {
        var parents = office.Sample.Figures.Now.Hierarchy.ParentsNow(SampleDatabase.Today);
        int top = office.Sample["HU-MAU-01"];
        Assert.All(office.List("HU-MAU-01", "band=remedied").Rows.Concat(office.List("HU-MAU-01").Rows), row =>
        {
            int at = row.Lapse.Committee;
            while (at >= 0 && at != top)
            {
                at = parents[at];
            }

            Assert.Equal(top, at);
        });
    }

    [Fact]
    public void The_systems_lapse_names_its_return()
    {
        LapseRow late = office.List("TU-MAU", "kind=late-return").Rows[0];
        LateReturnKey key = LateReturnKey.Of(late.Lapse)!;
        Assert.Equal($"/returns/{late.Committee.Code}/TD-QUY/{key.Period}", key.Href(late.Committee.Code));
        Assert.Null(LateReturnKey.Of(late.Lapse with { FoundBy = LapseSource.Inspection }));
        Assert.Null(LateReturnKey.Of(late.Lapse with { Note = "TD-QUY" }));
    }

    [Theory]
    [InlineData("?band=overdue&kind=secrecy&severity=serious&found=inspection&committee=HU-MAU-01&q=m%E1%BA%ADt&sort=-committee&case=7")]
    [InlineData("?new=1")]
    [InlineData("")]
    public void An_address_says_what_was_read_from_it(string query)
    {
        var values = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        var page = new Dashboard.Layout.PageAddress("TU-MAU", SampleDatabase.Today) with { Tab = "lapses" };
        Assert.Equal("/c/TU-MAU/lapses" + query, LapseAddress.Read(page, name => values.TryGetValue(name, out var value) ? value.ToString() : null).Href);
    }

    [Fact]
    public void The_due_day_follows_the_suggestion_until_another_is_chosen()
    {
        var draft = new LapseDraft(new DateOnly(2026, 11, 1), LapseSource.SelfReport);
        Assert.Equal(new DateOnly(2026, 12, 1), draft.RemedyDueOn);
        draft.Severity = LapseSeverity.Serious;
        Assert.Equal(new DateOnly(2026, 11, 16), draft.RemedyDueOn);
        draft.RemedyDueOn = new DateOnly(2026, 11, 20);
        draft.FoundOn = new DateOnly(2026, 11, 2);
        Assert.Equal((new DateOnly(2026, 11, 20), false), (draft.RemedyDueOn, draft.IsDueAsSuggested));
        draft.TakeSuggestion();
        Assert.Equal(new DateOnly(2026, 11, 17), draft.RemedyDueOn);
    }

    private static int CountOf(LapseList list, LapseBand band) => list.Tiles.Single(tile => tile.Band == band).Count;
}
