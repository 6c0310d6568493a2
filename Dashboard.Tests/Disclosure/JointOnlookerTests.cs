namespace Dashboard.Tests.Disclosure;

public sealed class JointOnlookerTests
{
    [Fact]
    public void What_one_sum_or_two_together_give_away_is_worked_out_and_nothing_else()
    {
        var onlooker = new JointOnlooker();
        onlooker.AddUp("province", ["district", "town", "own"]);
        onlooker.AddUp("district", ["first", "second"]);
        onlooker.See("province");
        onlooker.See("own");
        Assert.Empty(onlooker.WorkedOut());
        onlooker.See("first");
        onlooker.See("second");
        Assert.Equal(["district", "town"], onlooker.WorkedOut().Order());
    }
}
