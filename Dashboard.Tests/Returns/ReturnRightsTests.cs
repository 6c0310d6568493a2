using Dashboard.Access;
using Dashboard.Returns;

namespace Dashboard.Tests.Returns;

/// <summary>0 ← 1 ← 2, and 0 ← 3; 4 is another root.</summary>
public sealed class ReturnRightsTests
{
    private static readonly int[] Parents = [-1, 0, 1, 0, -1];

    [Theory]
    [InlineData(1, false, "its own return is approved from above")]
    [InlineData(2, true, "what stands below it")]
    [InlineData(0, false, "what stands above it")]
    [InlineData(3, false, "a sibling")]
    [InlineData(4, false, "another root")]
    public void A_reviewer_of_a_committee_reviews_those_strictly_below_it(int committee, bool may, string why) =>
        Assert.True(may == ReturnRights.IsAbove(Scope.Below([1]), committee, n => Parents[n]), why);

    [Fact]
    public void Who_reviews_from_above_and_from_below_reviews_both() =>
        Assert.Equal([false, true, true], Enumerable.Range(0, 3).Select(n => ReturnRights.IsAbove(Scope.Below([0, 1]), n, Parent)));

    [Fact]
    public void Only_who_reviews_every_root_reviews_a_root()
    {
        Assert.True(ReturnRights.IsAbove(Scope.Everything, 0, Parent));
        Assert.False(ReturnRights.IsAbove(Scope.Below([0, 4]), 4, Parent));
    }

    [Fact]
    public void A_limit_counts_as_well()
    {
        Scope limited = Scope.Everything.Within(Scope.Below([1]));
        Assert.Equal([false, false, true, false, false], Enumerable.Range(0, 5).Select(n => ReturnRights.IsAbove(limited, n, Parent)));
    }

    [Fact]
    public void Who_reviews_nothing_reviews_nobody() => Assert.DoesNotContain(true, Enumerable.Range(0, 5).Select(n => ReturnRights.IsAbove(Scope.Nothing, n, Parent)));

    private static int Parent(int number) => number < 0 ? -1 : Parents[number];
}
