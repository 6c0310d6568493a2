namespace Dashboard.Tests.Rollups;

public sealed class RandomOperationsTests
{
    /// <summary>The short form of what the benchmark project does with a million operations.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Two_thousand_operations_leave_cube_and_recount_the_same(int seed)
    {
        var random = new Random(seed);
        var trial = new CubeTrial(most: 30);
        for (int done = 0; done < 2_000; done++)
        {
            trial.Do(new Operation(random.Next(32), random.Next(10_000), random.Next(10_000), random.Next(10_000), random.Next(100_000)));
        }

        Assert.Null(trial.Difference());
    }
}
