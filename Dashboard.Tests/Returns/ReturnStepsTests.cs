using CsCheck;
using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Tests.Committees;

namespace Dashboard.Tests.Returns;

public sealed class ReturnStepsTests
{
    private static readonly DateOnly Due = new(2026, 10, 15);
    private static readonly Return Owed = new() { Committee = 3, Form = "quarterly", Period = Period.Quarter(2026, 3), DueOn = Due };

    private static readonly Dictionary<string, (Func<Return, Return> Take, ReturnState[] From, ReturnState To)> Steps = new()
    {
        ["draft"] = (r => r.Draft(), [ReturnState.NotStarted, ReturnState.Draft, ReturnState.SentBack], ReturnState.Draft),
        ["submit"] = (r => r.Submit(Due), [ReturnState.Draft], ReturnState.Submitted),
        ["approve"] = (r => r.Approve(), [ReturnState.Submitted], ReturnState.Approved),
        ["send-back"] = (r => r.SendBack("Thiếu mẫu số"), [ReturnState.Submitted], ReturnState.SentBack),
        ["correct"] = (r => r.Correct("Sửa số liệu quý III"), [ReturnState.Approved], ReturnState.Approved),
    };

    [Fact]
    public void Each_step_is_taken_from_its_states_and_refused_from_all_others()
    {
        foreach ((string name, (Func<Return, Return> take, ReturnState[] from, ReturnState to)) in Steps)
        {
            foreach (ReturnState state in Enum.GetValues<ReturnState>())
            {
                Return one = Owed with { State = state };
                if (from.Contains(state))
                {
                    Assert.Equal(to, take(one).State);
                    continue;
                }

                BrokenRuleException refusal = Assert.Throws<BrokenRuleException>(() => take(one));
                Assert.Equal("return.step", refusal.Rule);
                Assert.Equal(["quarterly", Period.Quarter(2026, 3), state, name], refusal.Arguments);
            }
        }
    }

    [Theory]
    [InlineData(" ", "return.reason")]
    [InlineData("hỏi 0912 345 678", "text.personal")]
    public void Sending_back_and_correcting_need_a_reason_about_the_work(string reason, string rule)
    {
        Assert.Equal(rule, Assert.Throws<BrokenRuleException>(() => (Owed with { State = ReturnState.Submitted }).SendBack(reason)).Rule);
        Assert.Equal(rule, Assert.Throws<BrokenRuleException>(() => (Owed with { State = ReturnState.Approved }).Correct(reason)).Rule);
    }

    [Fact]
    public void A_return_is_late_from_the_day_after_its_due_day_until_it_is_handed_in()
    {
        Assert.Null(LateReturn.Change(Owed, null, Due));
        Lapse late = LateReturn.Change(Owed, null, Due.AddDays(5))!;
        Assert.Equal((3, LapseKind.LateReturn, LapseSource.System, Due.AddDays(1), "quarterly|2026-Q3"), (late.Committee, late.Kind, late.FoundBy, late.FoundOn, late.Note));
        LapseRules.Check(late);
        Assert.Null(LateReturn.Change(Owed, late, Due.AddDays(6)));
        Return handedIn = Owed.Draft().Submit(Due.AddDays(7));
        Lapse remedied = LateReturn.Change(handedIn, late, Due.AddDays(7))!;
        Assert.Equal(Due.AddDays(7), remedied.RemediedOn);
        Assert.Null(LateReturn.Change(handedIn, remedied, Due.AddDays(8)));
    }

    [Fact]
    public void A_return_handed_in_in_time_and_sent_back_is_not_late() =>
        Assert.Null(LateReturn.Change(Owed.Draft().Submit(Due).SendBack("Thiếu mẫu số").Draft(), null, Due.AddDays(30)));

    [Fact]
    public void However_often_one_asks_the_lapse_stands_exactly_while_the_return_is_late() =>
        Gen.Select(Gen.Int[1, 60].Nullable(0.3), Gen.Int[0, 3].Array[70]).Sample(
            (submitted, asks) =>
            {
                Return one = Owed.Draft();
                Lapse? lapse = null;
                DateOnly first = Due.AddDays(-30);
                for (int day = 0; day < asks.Length; day++)
                {
                    DateOnly today = first.AddDays(day);
                    lapse = LateReturn.Change(one, lapse, today) ?? lapse;
                    if (submitted == day)
                    {
                        one = one.Submit(today);
                        lapse = LateReturn.Change(one, lapse, today) ?? lapse;
                    }

                    for (int again = 0; again < asks[day]; again++)
                    {
                        lapse = LateReturn.Change(one, lapse, today) ?? lapse;
                    }

                    if ((lapse?.IsOpenOn(today) ?? false) != (today > Due && one.SubmittedOn is null))
                    {
                        return false;
                    }
                }

                return true;
            },
            iter: 1_000);

    [Fact]
    public void A_form_is_owed_by_the_open_committees_of_its_levels_under_its_root()
    {
        Hierarchy hierarchy = HierarchyTests.Tree("A", "B<A", "C<B", "D").Rename("A", "A", null, CommitteeLevel.Province).Close("C", new(2026, 8, 31), ["B"]);
        var form = new Form
        {
            Code = "quarterly",
            Name = "Báo cáo quý",
            NameEn = "Quarterly return",
            Cadence = PeriodKind.Quarter,
            Levels = [CommitteeLevel.Grassroots],
            Sections = [],
            DueDays = 15,
            Root = "A",
            OwedFrom = new(2026, 4, 1),
        };
        Assert.Equal([1, 2], form.OwedBy(Period.Quarter(2026, 2), hierarchy));
        Assert.Equal([1], form.OwedBy(Period.Quarter(2026, 3), hierarchy));
        Assert.Equal([1, 3], (form with { Root = null }).OwedBy(Period.Quarter(2026, 3), hierarchy));
        Assert.Empty(form.OwedBy(Period.Quarter(2026, 1), hierarchy));
        Assert.Empty(form.OwedBy(Period.Year(2026), hierarchy));
        Assert.Empty((form with { Root = "X" }).OwedBy(Period.Quarter(2026, 3), hierarchy));
    }
}
