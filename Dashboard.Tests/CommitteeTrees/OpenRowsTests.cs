using Dashboard.Domain.Committees;
using Dashboard.Tree;

namespace Dashboard.Tests.CommitteeTrees;

public sealed class OpenRowsTests
{
    private static readonly Hierarchy Committees = TreeTrial.Of(provinces: 2, districts: 120, units: 3);
    private static readonly Structure Today = Committees.On(TreeTrial.Today);

    [Fact]
    public void Nothing_but_the_roots_is_listed_until_something_is_opened()
    {
        var rows = new OpenRows(Today, [.. Today.Roots]);
        Assert.Equal([TreeRowKind.Closed, TreeRowKind.Closed], rows.Rows.Select(r => r.Kind));
    }

    [Fact]
    public void A_large_group_is_listed_in_part_until_it_is_asked_for_whole()
    {
        var rows = new OpenRows(Today, [.. Today.Roots]);
        rows.Toggle(rows.Rows[0]);
        Assert.Equal(2 + OpenRows.GroupLength + 1, rows.Rows.Count);
        TreeRow more = rows.Rows[OpenRows.GroupLength + 1];
        Assert.Equal((TreeRowKind.More, 70), (more.Kind, more.Left));
        rows.Toggle(more);
        Assert.Equal(2 + 120, rows.Rows.Count);
        Assert.DoesNotContain(rows.Rows, r => r.Kind == TreeRowKind.More);
    }

    [Fact]
    public void Closing_takes_away_all_that_was_open_below_and_opening_brings_it_back()
    {
        var rows = new OpenRows(Today, [.. Today.Roots]);
        rows.Toggle(rows.Rows[0]);
        rows.Toggle(rows.Rows[1]);
        int open = rows.Rows.Count;
        rows.Toggle(rows.Rows[0]);
        Assert.Equal(2, rows.Rows.Count);
        rows.Toggle(rows.Rows[0]);
        Assert.Equal(open, rows.Rows.Count);
    }

    [Fact]
    public void A_committee_that_is_shown_has_all_above_it_open_even_far_down_in_a_large_group()
    {
        var rows = new OpenRows(Today, [.. Today.Roots]);
        int cell = Committees.NumberOf("P1-D119-U2");
        rows.Reveal(cell);
        int at = rows.IndexOf(cell);
        Assert.Equal((TreeRowKind.Leaf, 3, 3, 3), (rows.Rows[at].Kind, rows.Rows[at].Level, rows.Rows[at].Place, rows.Rows[at].Siblings));
        Assert.Equal(Committees.NumberOf("P1-D119"), rows.Rows[at - 3].Number);
    }

    [Fact]
    public void What_is_open_stays_open_in_another_structure()
    {
        var rows = new OpenRows(Today, [.. Today.Roots]);
        rows.Reveal(Committees.NumberOf("P0-D001-U0"));
        Hierarchy moved = Committees.MoveUnder("P0-D001", "P1", TreeTrial.Today);
        Structure after = moved.On(TreeTrial.Today);
        OpenRows then = rows.In(after, [.. after.Roots]);
        Assert.True(then.IndexOf(moved.NumberOf("P0-D001")) < 0);
        then.Reveal(moved.NumberOf("P0-D001"));
        Assert.True(then.IndexOf(moved.NumberOf("P0-D001-U0")) > then.IndexOf(moved.NumberOf("P1")));
    }
}
