using System.Collections.Immutable;
using Dashboard.Committees;

namespace Dashboard.Tests.Committees;

public sealed class SubtreeTests
{
    // 0 over 1 and 2; 1 over 3; 3 over 4; 5 stands beside 0, with 6 below it.
    private static readonly ImmutableArray<int> Parents = [-1, 0, 0, 1, 3, -1, 5];

    [Fact]
    public void Each_committee_belongs_to_the_one_directly_below_the_top_at_or_above_it()
    {
        var tree = new Subtree(Parents, 0);
        Assert.Equal([0, 1, 2, 1, 1, -1, -1], Enumerable.Range(0, Parents.Length).Select(tree.BranchOf));
        Assert.Equal([1, 3, 4], Enumerable.Range(0, Parents.Length).Where(new Subtree(Parents, 1).Holds));
        Assert.Equal([1, 3, 3], new[] { 1, 4, 3 }.Select(new Subtree(Parents, 1).BranchOf));
    }

    [Fact]
    public void Where_branches_are_given_all_else_below_the_top_is_its_own()
    {
        var tree = new Subtree(Parents, 0, [1]);
        Assert.Equal([1, 0, 1, 0, 0, -1, -1], Enumerable.Range(0, Parents.Length).Select(tree.BranchOf));
        Assert.Equal([0, -1], new[] { 4, 6 }.Select(new Subtree(Parents, 0, []).BranchOf));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    public void A_number_that_is_not_in_the_tree_is_outside(int committee) => Assert.False(new Subtree(Parents, 0).Holds(committee));

    [Fact]
    public void A_top_that_is_not_in_the_tree_yet_has_nothing_below_it() =>
        Assert.DoesNotContain(Enumerable.Range(0, 9), new Subtree(Parents, 8).Holds);
}
