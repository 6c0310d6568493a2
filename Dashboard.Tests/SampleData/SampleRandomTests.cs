using CsCheck;
using Dashboard.SampleData;

namespace Dashboard.Tests.SampleData;

public sealed class SampleRandomTests
{
    // The first numbers that the published SplitMix64 gives for this seed.
    [Fact]
    public void It_is_splitmix64()
    {
        var random = new SampleRandom(1234567);
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, expected.Select(_ => random.Next()));
    }

    [Fact]
    public void Numbers_lie_between_their_bounds() =>
        Gen.Select(Gen.ULong, Gen.Int[-1000, 1000], Gen.Int[0, 1000]).Sample((seed, least, width) =>
        {
            var random = new SampleRandom(seed);
            int number = random.Between(least, least + width);
            double fraction = random.Fraction();
            return number >= least && number <= least + width && fraction >= 0 && fraction < 1;
        }, iter: 5_000);

    [Fact]
    public void A_weight_of_zero_is_never_picked() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 5].Array[1, 6].Where(w => w.Sum() > 0)).Sample((seed, weights) =>
            weights[new SampleRandom(seed).PickWeighted(weights)] > 0, iter: 5_000);

    [Fact]
    public void A_label_has_a_sequence_of_its_own_and_takes_nothing_from_the_others()
    {
        var random = new SampleRandom(7);
        ulong first = random.For("a").Next();
        Assert.NotEqual(first, random.For("b").Next());
        Assert.Equal(first, random.For("a").Next());
    }
}
