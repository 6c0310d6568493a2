using CsCheck;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Tests.Testing;

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
        Assert.All(Parents.Index(), item => Assert.True(SampleRights.Of("admin").In(Rights.Readers, _ => null).Sees(item.Index, n => Parents[n])));

    [Fact]
    public void Another_account_whose_codes_nobody_bears_sees_nothing() =>
        Assert.False(SampleRights.Of("officer").In(Rights.Readers, _ => null).Sees(0, n => Parents[n]));

    [Fact]
    public void A_leader_sees_the_sample_province_and_the_published_reports()
    {
        var scope = SampleRights.Of("leader").In(Rights.Readers, code => code switch { "TU-MAU" => 1, "TW" => 4, _ => null });
        Assert.Equal([false, true, true, false, true], Parents.Select((_, number) => scope.Sees(number, n => Parents[n])));
    }

    [Fact]
    public void A_screen_reads_nothing_outside_meetings()
    {
        Rights screen = SampleRights.Of("screen");
        Assert.True(screen.In(Rights.Readers, _ => 1).IsNothing);
        Assert.Equal([false, true, true, false, false], Parents.Select((_, n) => screen.InMeetings(_ => 1).Sees(n, i => Parents[i])));
    }

    [Fact]
    public void What_is_limited_twice_is_what_lies_in_both() => Gen.Int[0, 1_000_000].Array[1, 40].Select(Gen.Int[0, 39].Array[0, 4], Gen.Int[0, 39].Array[0, 4], Gen.Int[0, 39]).Sample(
        (seeds, first, second, at) =>
        {
            int[] parents = [.. seeds.Select((seed, i) => i == 0 ? -1 : seed % i)];
            at %= parents.Length;
            (Scope one, Scope two) = (Scope.Below(first), Scope.Below(second));
            return one.Within(two).Sees(at, n => parents[n]) == (one.Sees(at, n => parents[n]) && two.Sees(at, n => parents[n]));
        },
        iter: 2_000);

    [Fact]
    public void A_token_has_no_role_its_account_has_not_and_none_it_was_not_given()
    {
        Rights token = SampleRights.Of("officer") with { Limit = [new(AccountRole.Viewer, null), new(AccountRole.Administrator, null)] };
        Assert.False(token.HasAny(AccountRole.Administrator));
        Assert.False(token.HasAny(AccountRole.Officer));
        Assert.False(token.AdministersAll);
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
