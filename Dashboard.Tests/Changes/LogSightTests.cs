using System.Text.Json.Nodes;
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

    [Theory]
    [InlineData(Subject.Decision, "committee", "about", "owing")]
    [InlineData(Subject.Reminder, "above", "committee", "committee")]
    public void A_decision_and_a_reminder_name_who_may_be_seen_by_the_code_and_nobody_else_by_a_number(Subject subject, string outside, string inside, string own)
    {
        (int top, int below, int at) = (Tree.NumberOf("TOP"), Tree.NumberOf("A1"), Tree.NumberOf("A"));
        string row = subject == Subject.Decision
            ? $$"""{"id":812,"committee":{{top}},"about":{{below}},"owing":{{at}},"note":"x"}"""
            : $$"""{"committee":{{at}},"above":{{top}},"times":2}""";
        LogEntry entry = Entry(subject, row);
        LogEntry shown = Sight("A").Shown(entry);
        JsonNode told = JsonNode.Parse(shown.After!)!;
        Assert.Equal(LogSight.Veiled, (string?)told[outside]);
        Assert.Equal(subject == Subject.Decision ? "A1" : "A", (string?)told[inside]);
        Assert.Equal("A", (string?)told[own]);
        Assert.Null(shown.Before);
        Assert.Equal("TOP", (string?)JsonNode.Parse(Sight("TOP").Shown(entry).After!)![outside]);
        Assert.Same(entry, new LogSight(Scope.Everything, Tree, Today).Shown(entry));
    }

    [Fact]
    public void A_reminder_of_whoever_reviews_everything_names_nobody_above() =>
        Assert.Contains("\"above\":null", Sight("A").Shown(Entry(Subject.Reminder, """{"committee":1,"above":null}""")).After, StringComparison.Ordinal);

    private static LogEntry Entry(Subject subject, string after) =>
        new() { Sequence = 812, At = DateTime.UnixEpoch, Account = "leader", Subject = subject, Committee = Tree.NumberOf("A"), Key = "812", After = after };

    private static LogSight Sight(string top) => new(Scope.Below([Tree.NumberOf(top)]), Tree, Today);

    private static Committee Of(string code, CommitteeLevel level) => new() { Code = code, Name = code, Level = level };

    private static IEnumerable<string> Codes(IReadOnlySet<int>? numbers) => numbers!.Order().Select(number => Tree[number].Code);
}
