using Dashboard.Committees;

namespace Dashboard.Tests.Committees;

public sealed class RecentCommitteesTests
{
    [Fact]
    public void The_latest_come_first_each_once_and_no_more_than_five()
    {
        var recent = new RecentCommittees();
        foreach (string code in new[] { "A", "B", "C", "A", "D", "E", "F" })
        {
            recent.Note(code);
        }

        Assert.Equal(["F", "E", "D", "A", "C"], recent.Codes);
    }
}
