using Dashboard.Access;
using Dashboard.Changes;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;

namespace Dashboard.Tests.Changes;

public sealed class LogSightTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    // TOP over A and B; A over A1; A2 moved from B to A.
    private static readonly Hierarchy Tree = Hierarchy.Empty
        .Open(Of("TOP", CommitteeLevel.Province), null).Open(Of("A", CommitteeLevel.District), "TOP").Open(Of("B", CommitteeLevel.District), "TOP")
        .Open(Of("A1", CommitteeLevel.Grassroots), "A").Open(Of("A2", CommitteeLevel.Grassroots), "B").MoveUnder("A2", "A", new DateOnly(2025, 7, 1));

    [Fact]
    public void An_administrator_of_everything_sees_also_what_concerns_no_committee() =>
        Assert.Null(new LogSight(Scope.Everything, Tree, Today).Committees(null, false));

    [Fact]
    public void An_administrator_of_a_part_sees_entries_of_that_part_alone()
    {
        LogSight sight = Sight("A");
        Assert.Equal(["A", "A1", "A2"], Codes(sight.Committees(null, false)));
        Assert.Equal(["A1"], Codes(sight.Committees("A1", true)));
        Assert.Equal(["A"], Codes(sight.Committees("A", false)));
        Assert.Equal(["A", "A1", "A2"], Codes(sight.Committees("A", true)));
    }

    [Theory]
    [InlineData("B")]
    [InlineData("TOP")]
    [InlineData("NONE")]
    public void A_committee_outside_is_as_one_that_is_not_there(string code)
    {
        LogSight sight = Sight("A");
        Assert.False(sight.Sees(code));
        Assert.Empty(sight.Committees(code, true)!);
    }

    [Fact]
    public void Without_any_scope_there_is_nothing_to_see() => Assert.Empty(new LogSight(Scope.Below([]), Tree, Today).Committees(null, true)!);

    [Fact]
    public void A_change_of_structure_does_not_name_committees_outside()
    {
        var entry = new LogEntry
        {
            Sequence = 1,
            At = DateTime.UnixEpoch,
            Account = "admin",
            Subject = Subject.Structure,
            Committee = Tree.NumberOf("A2"),
            Key = "A2",
            Before = """{"committee":{"code":"A2","successors":["B","A1"]},"placements":[{"committee":"A2","parent":"B","from":null,"to":null}]}""",
            After = """{"committee":{"code":"A2","successors":[]},"placements":[{"committee":"A2","parent":"B","from":null,"to":"2025-06-30"},{"committee":"A2","parent":"A","from":"2025-07-01","to":null}]}""",
        };
        LogEntry shown = Sight("A").Shown(entry);
        Assert.DoesNotContain("\"B\"", shown.Before + shown.After, StringComparison.Ordinal);
        Assert.Contains("\"A1\"", shown.Before, StringComparison.Ordinal);
        Assert.Contains("\"parent\":\"A\"", shown.After, StringComparison.Ordinal);
        Assert.Same(entry, new LogSight(Scope.Everything, Tree, Today).Shown(entry));
    }

    private static LogSight Sight(string top) => new(Scope.Below([Tree.NumberOf(top)]), Tree, Today);

    private static Committee Of(string code, CommitteeLevel level) => new() { Code = code, Name = code, Level = level };

    private static IEnumerable<string> Codes(IReadOnlySet<int>? numbers) => numbers!.Order().Select(number => Tree[number].Code);
}
