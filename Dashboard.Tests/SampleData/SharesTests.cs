using CsCheck;
using Dashboard.SampleData;

namespace Dashboard.Tests.SampleData;

public sealed class SharesTests
{
    [Fact]
    public void Parts_add_up_and_stray_less_than_one_from_their_share() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Double[0, 10].Array[1, 30].Where(w => w.Sum() > 0.1)).Sample((total, weights) =>
        {
            long[] parts = Shares.Split(total, weights);
            double sum = weights.Sum();
            return parts.Sum() == total && parts.Zip(weights).All(p => Math.Abs(p.First - total * p.Second / sum) < 1.000001);
        }, iter: 5_000);

    [Fact]
    public void What_is_left_over_goes_to_the_largest_remainders() =>
        Assert.Equal([1, 3, 6], Shares.Split(10, [0.11, 0.29, 0.6]));
}
