using Dashboard.Domain;
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

    private static Lapse Of() => new() { Committee = 0, Kind = LapseKind.IncompleteFiles, FoundOn = Found, FoundBy = LapseSource.Inspection, RemedyDueOn = Found.AddDays(30) };
}
