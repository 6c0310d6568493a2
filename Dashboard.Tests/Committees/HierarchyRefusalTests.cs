using Dashboard.Domain;
using Dashboard.Domain.Committees;
using static Dashboard.Tests.Committees.HierarchyTests;

namespace Dashboard.Tests.Committees;

public sealed class HierarchyRefusalTests
{
    private static readonly DateOnly Day = new(2025, 7, 1);

    [Fact]
    public void A_committee_cannot_stand_below_itself_on_a_day_to_come()
    {
        Hierarchy hierarchy = HierarchyTests.Tree("A", "B<A", "C<B").MoveUnder("B", null, Day.AddYears(2));
        hierarchy.MoveUnder("B", "A", Day.AddYears(3));
        Names("structure.cycle", () => hierarchy.MoveUnder("A", "C", Day), "A", "A → C → B → A", Day);
        Assert.Equal(2, hierarchy.MoveUnder("A", "C", Day.AddYears(2)).On(Day.AddYears(2)).ParentOf(0));
    }

    [Fact]
    public void A_back_dated_move_that_makes_a_circle_with_what_held_then_is_refused()
    {
        Hierarchy hierarchy = HierarchyTests.Tree("A", "B", "C<A").MoveUnder("A", "B", Day);
        Names("structure.cycle", () => hierarchy.MoveUnder("B", "C", Day.AddDays(-10)), "B", "B → C → A → B", Day);
        Names("structure.cycle", () => hierarchy.MoveUnder("B", "B", Day), "B", "B → B", Day);
    }

    [Fact]
    public void A_circle_of_a_single_day_is_found()
    {
        Hierarchy hierarchy = HierarchyTests.Tree("A", "B").MoveUnder("B", "A", Day).MoveUnder("B", null, Day.AddDays(1));
        Names("structure.cycle", () => hierarchy.MoveUnder("A", "B", Day.AddDays(-9)), "A", "A → B → A", Day);
    }

    [Fact]
    public void A_circle_among_imported_placements_is_named_with_its_first_day()
    {
        Placement[] placements = [new("A", "B", null, Day), new("B", "C", Day.AddDays(-5), null), new("C", "A", null, null)];
        BrokenRuleException fault = Assert.Single(Hierarchy.Empty.Faults([New("A"), New("B"), New("C")], placements));
        Assert.Equal(("structure.cycle", "A → B → C → A", Day.AddDays(-5)), (fault.Rule, fault.Arguments[1], fault.Arguments[2]));
    }

    [Fact]
    public void Two_parents_on_one_day_are_refused() =>
        Names("structure.overlap", () => HierarchyTests.Tree("A", "B").Add([New("C")], [new("C", "A", null, Day), new("C", "B", Day, null)]), "C", "A", "B", Day);

    [Fact]
    public void A_child_is_not_open_under_a_closed_parent_or_one_yet_to_open()
    {
        Hierarchy hierarchy = HierarchyTests.Tree("A", "B", "C").Close("A", Day, []).Open(New("D") with { OpenedOn = Day }, null);
        Names("structure.closedParent", () => hierarchy.MoveUnder("B", "A", Day), "B", "A", Day.AddDays(1));
        Names("structure.closedParent", () => hierarchy.MoveUnder("B", "D", Day.AddDays(-3)), "B", "D", Day.AddDays(-3));
        Names("structure.closedParent", () => hierarchy.Open(New("E") with { OpenedOn = Day.AddDays(-9) }, "D"), "E", "D", Day.AddDays(-9));
        Names("structure.closedParent", () => hierarchy.Open(New("E"), "D"), "E", "D", Day.AddDays(-1));
    }

    [Fact]
    public void Closing_names_the_child_that_is_still_open_the_day_after()
    {
        Hierarchy hierarchy = HierarchyTests.Tree("A", "B<A", "C<B");
        Names("structure.openChild", () => hierarchy.Close("B", Day, ["A"]), "B", "C", Day.AddDays(1));
        Assert.False(hierarchy.MoveUnder("C", "A", Day.AddDays(1)).Close("B", Day, ["A"]).On(Day.AddDays(1)).Contains(1));
        Assert.False(hierarchy.Close("C", Day, ["B"]).Close("B", Day.AddDays(1), ["A"]).On(Day.AddDays(2)).Contains(1));
    }

    [Fact]
    public void A_child_that_is_to_come_later_keeps_its_parent_from_closing_before()
    {
        Hierarchy hierarchy = HierarchyTests.Tree("A", "B", "C<A").MoveUnder("C", "B", Day.AddYears(1));
        Names("structure.closedParent", () => hierarchy.Close("B", Day, []), "C", "B", Day.AddYears(1));
    }

    [Fact]
    public void A_successor_is_open_on_the_day_after()
    {
        Hierarchy hierarchy = HierarchyTests.Tree("A", "B").Open(New("C") with { OpenedOn = Day.AddDays(2) }, null);
        Names("structure.successorNotOpen", () => hierarchy.Close("A", Day, ["C"]), "A", "C", Day.AddDays(1));
        Names("structure.successorNotOpen", () => hierarchy.Close("A", Day, ["A"]), "A", "A", Day.AddDays(1));
        Names("structure.successorNotOpen", () => hierarchy.Close("A", Day, ["B"]).Close("B", Day, []), "A", "B", Day.AddDays(1));
        Names("structure.unknown", () => hierarchy.Close("A", Day, ["X"]), "A", "X");
        Assert.Equal(2, hierarchy.Close("A", Day.AddDays(1), ["C"]).CarrierOf(0, Day.AddYears(1)));
    }

    [Fact]
    public void A_code_is_given_once_for_ever_and_has_a_form()
    {
        Hierarchy hierarchy = HierarchyTests.Tree("A").Close("A", Day, []);
        Names("structure.codeReused", () => hierarchy.Open(New("A") with { OpenedOn = Day.AddDays(9) }, null), "A", "Đảng bộ A", "…–2025-07-01");
        Assert.All(["", "..", "-A", "A B", "Đ", "a/b", new string('A', 65)], code => Names("structure.codeInvalid", () => hierarchy.Open(New(code), null), code));
    }

    [Fact]
    public void Unknown_codes_closed_committees_and_days_outside_a_life_are_named()
    {
        Hierarchy hierarchy = HierarchyTests.Tree("A", "B").Open(New("C") with { OpenedOn = Day }, "A").Close("B", Day, []);
        Names("structure.unknown", () => hierarchy.NumberOf("X"), "X", "X");
        Names("structure.unknown", () => hierarchy.MoveUnder("A", "X", Day), "A", "X");
        Names("structure.outsideLife", () => hierarchy.MoveUnder("B", "A", Day.AddDays(1)), "B", Day.AddDays(1));
        Names("structure.outsideLife", () => hierarchy.Close("C", Day.AddDays(-1), []), "C", Day.AddDays(-1));
        Names("structure.closed", () => hierarchy.Close("B", Day, []), "B");
        Names("structure.outsideLife", () => hierarchy.Add([New("D") with { OpenedOn = Day }], [new("D", "A", Day.AddDays(-1), null)]), "D", Day.AddDays(-1));
        Names("structure.reversed", () => hierarchy.Add([New("D") with { OpenedOn = Day, ClosedOn = Day.AddDays(-1) }], []), "D");
        Names("structure.successorsOfOpen", () => hierarchy.Add([New("D") with { Successors = ["A"] }], []), "D");
    }

    [Fact]
    public void An_import_lists_every_fault_with_the_code_of_its_committee()
    {
        IReadOnlyList<BrokenRuleException> faults = HierarchyTests.Tree("A").Faults(
            [New("A"), New("?"), New("C"), New("D") with { ClosedOn = Day, Successors = ["X"] }],
            [new("C", "Z", null, null), new("D", "C", null, null), new("C", "D", null, null)]);
        Assert.Equal(
            ["A structure.codeReused", "? structure.codeInvalid", "C structure.unknown", "C structure.closedParent", "D structure.unknown", "C structure.cycle"],
            faults.Select(f => $"{f.Arguments[0]} {f.Rule}"));
    }

    private static void Names(string rule, Action action, params object[] arguments)
    {
        BrokenRuleException refusal = Assert.Throws<BrokenRuleException>(action);
        Assert.Equal(rule, refusal.Rule);
        Assert.Equal(arguments, refusal.Arguments.Take(arguments.Length));
        Assert.All(arguments, a => Assert.Contains(a is DateOnly day ? day.ToString("yyyy-MM-dd", null) : (string)a, refusal.Message));
    }
}
