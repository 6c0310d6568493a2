using Dashboard.Committees;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Movements;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>Makes a change of a balance: its steps, and its rows ranked.</summary>
internal sealed class SinceRows(SinceRegion region, Hierarchy hierarchy)
{
    /// <param name="code">Which number.</param>
    /// <param name="topic">Its topic.</param>
    /// <param name="direction">What a change means.</param>
    /// <param name="balance">What moved it.</param>
    /// <param name="had">Whether anything was there at the start.</param>
    /// <param name="has">Whether anything is there at the end.</param>
    public SinceChange Of(string code, string topic, Direction direction, MovementBalance balance, bool had = true, bool has = true)
    {
        ILookup<int, Movement> byCommittee = balance.Movements.ToLookup(m => m.Committee);
        ILookup<int, Movement> byBranch = balance.Movements.ToLookup(m => region.BranchOf(m.Committee));
        var branches = new Dictionary<int, long>();
        foreach ((int committee, long start) in balance.Starts)
        {
            int branch = region.BranchOf(committee);
            branches[branch] = branches.GetValueOrDefault(branch) + start;
        }

        return new SinceChange
        {
            Code = code,
            Topic = topic,
            Direction = direction,
            Start = had || balance.Start != 0 ? balance.Start : null,
            End = has || balance.End != 0 ? balance.End : null,
            Steps = Steps(balance.Movements),
            Branches = Ranked(byBranch, branch => branches.GetValueOrDefault(branch)),
            Committees = Ranked(byCommittee, committee => balance.Starts.GetValueOrDefault(committee)),
        };
    }

    // The largest difference first; of equal ones where more happened.
    private ValueList<SinceRow> Ranked(ILookup<int, Movement> movements, Func<int, long> start) =>
        movements.Select(of => (Number: of.Key, Row: Row(of.Key, start(of.Key), of)))
            .OrderByDescending(r => Math.Abs(r.Row.Difference)).ThenByDescending(r => r.Row.Steps.Sum(s => Math.Abs(s.Amount))).ThenBy(r => r.Number)
            .Select(r => r.Row).ToValueList();

    private SinceRow Row(int committee, long start, IEnumerable<Movement> movements) => new(
        CommitteeDoor.LinkTo(hierarchy, committee), committee == region.Top, start, start + movements.Sum(m => m.Amount), Steps(movements));

    private static ValueList<SinceStep> Steps(IEnumerable<Movement> movements) =>
        movements.GroupBy(m => m.Kind).OrderBy(g => g.Key).Select(g => new SinceStep(g.Key, g.Sum(m => m.Amount), g.Sum(m => m.Count))).ToValueList();
}
