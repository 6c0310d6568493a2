using CsCheck;
using Dashboard.Domain.Complaints;

namespace Dashboard.Tests.Complaints;

public sealed class DeadlineReasonTests
{
    private static readonly DateOnly Received = new(2026, 9, 1);

    [Fact]
    public void The_reason_of_a_case_is_the_one_it_was_entered_with() =>
        Gen.Select(Gen.Enum<ComplaintKind>(), Gen.Int[0, 10].Nullable(0.3), Gen.Bool, Gen.Int[0, 2]).Sample((kind, accepted, complex, extensions) =>
        {
            DateOnly? acceptedOn = accepted is { } days ? Received.AddDays(days) : null;
            int extended = acceptedOn is null ? 0 : Math.Min(extensions, DeadlineRules.Starting.Of(kind).MaxExtensions);
            var entered = DeadlineReason.Of(DeadlineRules.Starting, kind, Received, acceptedOn, complex, extended);
            return entered.DueOn == DeadlineRules.Starting.DueOn(kind, Received, acceptedOn, complex, extended)
                && entered == DeadlineReason.Of(DeadlineRules.Starting, Case(kind, acceptedOn, entered.DueOn, extended));
        });

    [Fact]
    public void A_deadline_that_no_rule_explains_has_no_reason() =>
        Assert.Null(DeadlineReason.Of(DeadlineRules.Starting, Case(ComplaintKind.Petition, null, new(2026, 9, 20), 0)));

    [Theory]
    [InlineData(ComplaintKind.Denunciation, true, 1, 1)]
    [InlineData(ComplaintKind.Denunciation, true, 2, 0)]
    [InlineData(ComplaintKind.Denunciation, false, 0, 0)]
    [InlineData(ComplaintKind.Complaint, true, 0, 0)]
    public void It_says_how_often_more_the_case_may_be_extended(ComplaintKind kind, bool accepted, int extensions, int left) =>
        Assert.Equal(left, DeadlineReason.Of(DeadlineRules.Starting, kind, Received, accepted ? Received : null, false, extensions).ExtensionsLeft);

    private static Complaint Case(ComplaintKind kind, DateOnly? accepted, DateOnly due, int extensions) => new()
    {
        Committee = 0,
        Reference = "2026/0001",
        Kind = kind,
        Category = "other",
        ReceivedOn = Received,
        AcceptedOn = accepted,
        DueOn = due,
        Extensions = extensions,
    };
}
