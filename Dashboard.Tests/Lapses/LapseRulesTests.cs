using Dashboard.Domain;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Lapses;

namespace Dashboard.Tests.Lapses;

public sealed class LapseRulesTests
{
    private static readonly DateOnly Found = new(2026, 9, 1);

    [Theory]
    [InlineData(LapseKind.LateReturn, "late-return")]
    [InlineData(LapseKind.IncompleteFiles, "incomplete-files")]
    [InlineData(LapseKind.OverdueVetting, "overdue-vetting")]
    [InlineData(LapseKind.NoCoordination, "no-coordination")]
    [InlineData(LapseKind.Understaffed, "understaffed")]
    [InlineData(LapseKind.Untrained, "untrained")]
    [InlineData(LapseKind.DirectiveNotImplemented, "directive-not-implemented")]
    [InlineData(LapseKind.Secrecy, "secrecy")]
    [InlineData(LapseKind.Other, "other")]
    public void A_kind_has_a_code_and_is_found_by_it(LapseKind kind, string code)
    {
        Assert.Equal(code, kind.Code());
        Assert.True(LapseRules.TryKindOf(code, out LapseKind found));
        Assert.Equal(kind, found);
    }

    [Fact]
    public void Remedying_ends_a_lapse_once()
    {
        Lapse remedied = Of().Remedy(Found.AddDays(3));
        Assert.Equal((true, false), (remedied.IsOpenOn(Found.AddDays(2)), remedied.IsOpenOn(Found.AddDays(3))));
        Assert.Equal("lapse.remedied", Assert.Throws<BrokenRuleException>(() => remedied.Remedy(Found.AddDays(4))).Rule);
        Assert.Equal("lapse.remediedTooEarly", Assert.Throws<BrokenRuleException>(() => Of().Remedy(Found.AddDays(-1))).Rule);
    }

    [Theory]
    [InlineData(-1, 5, null, "lapse.dates")]
    [InlineData(5, -1, null, "lapse.remediedTooEarly")]
    [InlineData(5, 5, "Ông A, 0912 345 678", "text.personal")]
    public void What_cannot_be_is_refused(int due, int remedied, string? note, string rule) =>
        Assert.Equal(rule, Assert.Throws<BrokenRuleException>(() => LapseRules.Check(Of() with { RemedyDueOn = Found.AddDays(due), RemediedOn = Found.AddDays(remedied), Note = note })).Rule);

    [Fact]
    public void A_sound_lapse_is_taken() => LapseRules.Check(Of() with { Note = "Thiếu 12 hồ sơ quý III", RemediedOn = Found });

    [Fact]
    public void Reopening_takes_a_remedy_back_and_nothing_else()
    {
        Assert.Equal(Of(), Of().Remedy(Found.AddDays(3)).Reopen());
        Assert.Equal("lapse.open", Assert.Throws<BrokenRuleException>(() => Of().Reopen()).Rule);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, DeadlineBand.Within)]
    [InlineData(22, DeadlineBand.Within)]
    [InlineData(23, DeadlineBand.DueSoon)]
    [InlineData(30, DeadlineBand.DueSoon)]
    [InlineData(31, DeadlineBand.Overdue)]
    public void How_near_the_due_day_is_is_told_by_the_day(int after, DeadlineBand? band) => Assert.Equal(band, Of().BandOn(Found.AddDays(after)));

    [Fact]
    public void What_is_remedied_is_in_no_band() => Assert.Null(Of().Remedy(Found.AddDays(40)).BandOn(Found.AddDays(40)));

    [Fact]
    public void A_serious_lapse_is_to_be_remedied_sooner() =>
        Assert.True(Found < LapseRules.SuggestedDue(LapseSeverity.Serious, Found) && LapseRules.SuggestedDue(LapseSeverity.Serious, Found) < LapseRules.SuggestedDue(LapseSeverity.Minor, Found));

    private static Lapse Of() => new() { Committee = 0, Kind = LapseKind.IncompleteFiles, FoundOn = Found, FoundBy = LapseSource.Inspection, RemedyDueOn = Found.AddDays(30) };
}
