using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;

namespace Dashboard.Tests.Committees;

public sealed class HierarchyTests
{
    private static readonly DateOnly Merger = new(2025, 7, 1);
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void The_published_committees_of_2025_roll_up_as_then_and_as_now()
    {
        Hierarchy hierarchy = Published();
        (int tw, int binhThuan, int lamDong, int thanhBinh, int dongThap) = (hierarchy.NumberOf("TW"), hierarchy.NumberOf("TU-BINHTHUAN"), hierarchy.NumberOf("TU-LAMDONG"), hierarchy.NumberOf("HU-THANHBINH"), hierarchy.NumberOf("TU-DONGTHAP"));

        Assert.Equal((tw, lamDong), (hierarchy.ParentsOn(new(2016, 9, 30))[binhThuan], hierarchy.ParentsNow(Today)[binhThuan]));
        Assert.Equal(lamDong, hierarchy.CarrierOf(binhThuan, Today));
        Assert.Equal([binhThuan], hierarchy.CarriedBy(lamDong, Today));
        Assert.Equal([thanhBinh], hierarchy.CarriedBy(dongThap, Today));
        Assert.True(hierarchy.On(Merger.AddDays(-1)).IsWithin(thanhBinh, dongThap));
        Assert.False(hierarchy.On(Merger).Contains(thanhBinh));
        Assert.True(hierarchy.ViewsDifferFor(tw, Period.NineMonths(2016), Today));
        Assert.False(hierarchy.ViewsDifferFor(tw, Period.Quarter(2026, 3), Today));
        Assert.False(hierarchy.ViewsDifferFor(dongThap, Period.Year(2021), Today));
    }

    [Fact]
    public void A_structure_knows_parents_children_in_order_paths_and_subtrees()
    {
        Structure tree = Tree("A", "B<A", "C<A", "D<B", "E<B", "F").On(Today);
        Assert.Equal([0, 5], tree.Roots);
        Assert.Equal([1, 2], tree.ChildrenOf(0).ToArray());
        Assert.Equal([0, 1, 4], tree.PathOf(4));
        Assert.Equal([1, 3, 4], tree.SubtreeOf(1));
        Assert.Equal((0, 2, 3, 6), (tree.ParentOf(1), tree.DepthOf(3), tree.SizeOf(1), tree.Count));
        Assert.True(tree.IsWithin(3, 0));
        Assert.False(tree.IsWithin(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ParentOf(6));
    }

    [Fact]
    public void A_move_holds_from_its_day_and_leaves_earlier_days_as_they_were()
    {
        Hierarchy before = Tree("A", "B<A", "C<A", "D<B");
        Hierarchy after = before.MoveUnder("D", "C", Merger);
        Assert.Equal((1, 2), (after.On(Merger.AddDays(-1)).ParentOf(3), after.On(Merger).ParentOf(3)));
        Assert.Equal(1, before.On(Merger).ParentOf(3));
        Assert.Equal([new Placement("D", "B", null, Merger.AddDays(-1)), new Placement("D", "C", Merger, null)], after.PlacementsOf(3));
    }

    [Fact]
    public void A_back_dated_move_does_not_undo_a_later_one()
    {
        Hierarchy hierarchy = Tree("A", "B<A", "C<A", "D<B").MoveUnder("D", "C", Merger).MoveUnder("D", "A", Merger.AddYears(-1));
        Assert.Equal(
            (1, 0, 0, 2),
            (ParentOn(hierarchy, 3, Merger.AddYears(-1).AddDays(-1)), ParentOn(hierarchy, 3, Merger.AddYears(-1)), ParentOn(hierarchy, 3, Merger.AddDays(-1)), ParentOn(hierarchy, 3, Merger)));
    }

    [Fact]
    public void A_committee_can_become_a_root_and_come_back()
    {
        Hierarchy hierarchy = Tree("A", "B<A").MoveUnder("B", null, Merger).MoveUnder("B", "A", Merger.AddMonths(1));
        Assert.Equal((0, -1, 0), (ParentOn(hierarchy, 1, Merger.AddDays(-1)), ParentOn(hierarchy, 1, Merger), ParentOn(hierarchy, 1, Merger.AddMonths(1))));
        Assert.Same(hierarchy, hierarchy.MoveUnder("B", "A", Merger.AddMonths(2)));
    }

    [Fact]
    public void Days_with_the_same_tree_share_one_array_and_a_move_keeps_those_it_does_not_touch()
    {
        Hierarchy before = Tree("A", "B<A", "C<A", "D<B");
        Assert.True(before.ParentsOn(new(2001, 1, 1)) == before.ParentsOn(Today));
        Hierarchy after = before.MoveUnder("D", "C", Merger);
        Assert.True(after.ParentsOn(Merger.AddDays(-1)) == before.ParentsOn(Today));
        Assert.False(after.ParentsOn(Merger) == before.ParentsOn(Today));
        Assert.True(after.ParentsOn(Merger) == after.ParentsOn(Today));
        Assert.Equal([-1, 0, 0, 2], after.ParentsOn(Today));
    }

    [Fact]
    public void A_closed_committee_is_carried_through_its_successors_to_an_open_one()
    {
        Hierarchy hierarchy = Tree("A", "B<A", "C<A", "D<A")
            .Close("B", new(2024, 12, 31), ["C", "D"])
            .Close("C", new(2025, 6, 30), ["D"]);
        Assert.Equal((3, 3), (hierarchy.CarrierOf(1, Today), hierarchy.CarrierOf(2, Today)));
        Assert.Equal([1, 2], hierarchy.CarriedBy(3, Today));
        Assert.Equal([-1, 2, 3, 0], hierarchy.ParentsNow(Today));
        Assert.Equal(2, hierarchy.CarrierOf(1, new(2025, 6, 30)));
    }

    [Fact]
    public void Without_a_successor_the_last_parent_carries()
    {
        Hierarchy hierarchy = Tree("A", "B<A", "C<B").Close("C", new(2025, 6, 30), []).Close("B", new(2025, 6, 30), []);
        Assert.Equal((0, 0), (hierarchy.CarrierOf(2, Today), hierarchy.CarrierOf(1, Today)));
        Assert.Equal(1, hierarchy.ParentsOn(Today)[2]);
    }

    [Fact]
    public void A_closed_root_without_a_successor_carries_its_own()
    {
        Hierarchy hierarchy = Tree("A").Close("A", new(2025, 6, 30), []);
        Assert.Equal((0, -1), (hierarchy.CarrierOf(0, Today), hierarchy.ParentsNow(Today)[0]));
    }

    [Fact]
    public void Two_hierarchies_grown_from_one_do_not_see_each_others_committees()
    {
        Hierarchy common = Tree("A");
        Hierarchy left = common.Open(New("L"), "A");
        Hierarchy right = common.Open(New("R"), "A");
        Assert.False(left.TryNumberOf("R", out _));
        Assert.Equal((1, 1), (left.NumberOf("L"), right.NumberOf("R")));
    }

    [Fact]
    public void Committees_opened_one_by_one_by_the_thousand_are_all_found()
    {
        Hierarchy hierarchy = Tree("A");
        for (int i = 0; i < 4_500; i++)
        {
            hierarchy = hierarchy.Open(New($"C{i}"), "A");
        }

        Assert.All(hierarchy.Committees, c => Assert.Equal(c.Number, hierarchy.NumberOf(c.Code)));
    }

    [Fact]
    public void Numbers_that_are_not_dense_are_no_hierarchy() =>
        Assert.Throws<ArgumentException>(() => Hierarchy.From([New("A") with { Number = 1 }], []));

    [Fact]
    public void A_reorganisation_is_felt_where_figures_come_from_others_than_before_and_not_above()
    {
        Hierarchy hierarchy = Tree("A", "B<A", "C<A", "D<B", "E<C").MoveUnder("D", "C", Merger).Close("B", Merger.AddDays(9), ["C"]);
        Assert.Empty(hierarchy.ReorganisedOn(0));
        Assert.Equal([Merger, Merger.AddDays(10)], hierarchy.ReorganisedOn(1));
        Assert.Equal([Merger, Merger.AddDays(10)], hierarchy.ReorganisedOn(2));
        Assert.Empty(hierarchy.ReorganisedOn(3));
        Assert.Empty(hierarchy.ReorganisedOn(4));
    }

    [Fact]
    public void A_very_deep_tree_is_walked_without_running_out_of_stack()
    {
        Committee[] chain = [.. Enumerable.Range(0, 50_000).Select(i => New($"C{i}"))];
        Hierarchy hierarchy = Hierarchy.Empty.Add(chain, chain.Skip(1).Select((c, i) => new Placement(c.Code, $"C{i}", null, null)));
        BrokenRuleException refusal = Assert.Throws<BrokenRuleException>(() => hierarchy.MoveUnder("C0", "C49999", Merger));
        Assert.Equal("structure.cycle", refusal.Rule);
        Assert.InRange(refusal.Message.Length, 50, 200);
        Assert.Equal(49_999, hierarchy.On(Today).DepthOf(49_999));
    }

    [Fact]
    public void Asking_for_more_days_than_are_kept_gives_the_same_trees_again()
    {
        Hierarchy hierarchy = Tree("A");
        for (int i = 0; i < 200; i++)
        {
            hierarchy = hierarchy.Open(New($"C{i}") with { OpenedOn = Merger.AddDays(i) }, "A");
        }

        for (int round = 0; round < 2; round++)
        {
            Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(i + 2, hierarchy.On(Merger.AddDays(i)).Count));
        }
    }

    [Fact]
    public void Renaming_changes_nothing_else()
    {
        Hierarchy hierarchy = Tree("A", "B<A").Rename("B", "Đảng bộ xã B", "Commune B", CommitteeLevel.Cell);
        Assert.Equal(("Đảng bộ xã B", "Commune B", 1, 0), (hierarchy[1].Name, hierarchy[1].NameEn, hierarchy.NumberOf("B"), ParentOn(hierarchy, 1, Today)));
    }

    /// <summary>Committees by code; <c>B&lt;A</c> stands under A for ever.</summary>
    internal static Hierarchy Tree(params string[] codes)
    {
        Hierarchy hierarchy = Hierarchy.Empty;
        foreach (string[] pair in codes.Select(c => c.Split('<')))
        {
            hierarchy = hierarchy.Open(New(pair[0]), pair.ElementAtOrDefault(1));
        }

        return hierarchy;
    }

    internal static Committee New(string code) => new() { Code = code, Name = $"Đảng bộ {code}", Level = CommitteeLevel.Grassroots };

    private static int ParentOn(Hierarchy hierarchy, int number, DateOnly day) => hierarchy.On(day).ParentOf(number);

    private static Hierarchy Published()
    {
        Committee[] committees =
        [
            New("TW"),
            New("TU-BINHTHUAN") with { ClosedOn = Merger.AddDays(-1), Successors = ["TU-LAMDONG"] },
            New("TU-LAMDONG"),
            New("TU-DONGTHAP"),
            New("HU-THANHBINH") with { ClosedOn = Merger.AddDays(-1), Successors = ["TU-DONGTHAP"] },
        ];
        Placement[] placements = [new("TU-BINHTHUAN", "TW", null, null), new("TU-LAMDONG", "TW", null, null), new("TU-DONGTHAP", "TW", null, null), new("HU-THANHBINH", "TU-DONGTHAP", null, null)];
        return Hierarchy.Empty.Add(committees, placements);
    }
}
