using CsCheck;
using Dashboard.Access;

namespace Dashboard.Tests.Access;

public sealed class ScopeTests
{
    // 0 ─ 1 ─ 2, 0 ─ 3, 4 alone.
    private static readonly int[] Parents = [-1, 0, 1, 0, -1];

    [Fact]
    public void A_root_of_the_scope_is_seen_with_everything_below_it_and_nothing_else() =>
        Assert.Equal([false, true, true, false, false], Parents.Select((_, number) => Scope.Below([1]).Sees(number, n => Parents[n])));

    [Fact]
    public void An_empty_scope_sees_nothing() => Assert.DoesNotContain(true, Parents.Select((_, n) => Scope.Below([]).Sees(n, i => Parents[i])));

    [Fact]
    public void An_administrator_without_committees_sees_all() =>
        Assert.All(Parents.Index(), item => Assert.True(Scope.Of(SampleAccounts.Find("admin")!, _ => null).Sees(item.Index, n => Parents[n])));

    [Fact]
    public void Another_account_whose_codes_nobody_bears_sees_nothing() =>
        Assert.False(Scope.Of(SampleAccounts.Find("officer")!, _ => null).Sees(0, n => Parents[n]));

    [Fact]
    public void A_leader_sees_the_sample_province_and_the_published_reports()
    {
        var scope = Scope.Of(SampleAccounts.Find("leader")!, code => code switch { "TU-MAU" => 1, "TW" => 4, _ => null });
        Assert.Equal([false, true, true, false, true], Parents.Select((_, number) => scope.Sees(number, n => Parents[n])));
    }

    [Fact]
    public void What_is_below_something_seen_is_seen() => Gen.Int[0, 1_000_000].Array[1, 40].Select(Gen.Int[0, 39], Gen.Int[0, 39]).Sample(
        (seeds, at, root) =>
        {
            int[] parents = [.. seeds.Select((seed, i) => i == 0 ? -1 : seed % i)];
            (at, root) = (at % parents.Length, root % parents.Length);
            var scope = Scope.Below([root]);
            return parents[at] < 0 || !scope.Sees(parents[at], n => parents[n]) || scope.Sees(at, n => parents[n]);
        },
        iter: 2_000);
}
