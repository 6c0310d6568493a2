using Dashboard.Access;
using Dashboard.Domain.Committees;
using Dashboard.Tree;

namespace Dashboard.Tests.CommitteeTrees;

public sealed class TreeRootsTests
{
    private static readonly Hierarchy Committees = TreeTrial.Of(provinces: 2, districts: 3, units: 2);
    private static readonly Structure Today = Committees.On(TreeTrial.Today);

    [Fact]
    public void A_tree_begins_at_the_topmost_committees_of_the_scope()
    {
        Assert.Equal(["P0", "P1"], Codes(Scope.Everything));
        Assert.Equal(["P0-D001", "P1"], Codes(Below("P1", "P0-D001", "P1-D002")));
        Assert.Empty(Codes(Scope.Nothing));
    }

    [Fact]
    public void A_limit_holds_too()
    {
        Assert.Equal(["P0-D001"], Codes(Below("P0").Within(Below("P0-D001"))));
        Assert.Equal(["P0-D001"], Codes(Below("P0-D001").Within(Below("P0"))));
        Assert.Equal(["P1"], Codes(Scope.Everything.Within(Below("P1"))));
        Assert.Empty(Codes(Below("P0").Within(Below("P1"))));
    }

    private static Scope Below(params string[] codes) => Scope.Below(codes.Select(Committees.NumberOf));

    private static IEnumerable<string> Codes(Scope scope) => TreeRoots.Of(scope, Today).Select(n => Committees[n].Code);
}
