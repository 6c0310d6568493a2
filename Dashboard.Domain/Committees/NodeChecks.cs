using System.Collections.Immutable;

namespace Dashboard.Domain.Committees;

/// <summary>Checks of one committee against the others. Cycles are <see cref="CycleSearch"/>'s matter.</summary>
internal static class NodeChecks
{
    /// <summary>Life, successors and placements of <paramref name="node"/>, whose parents and successors are looked up by number.</summary>
    public static IEnumerable<BrokenRuleException> FaultsOf(Node node, Func<int, Node> at, Func<string, int> numberOf)
    {
        Committee committee = node.Committee;
        if (node.Last < node.First)
        {
            yield return Refusals.Reversed(committee.Code, DateOnly.FromDayNumber(node.First), DateOnly.FromDayNumber(node.Last));
            yield break;
        }

        foreach (BrokenRuleException fault in FaultsOfSuccessors(node, at, numberOf).Concat(FaultsOfPlacements(node, at)))
        {
            yield return fault;
        }
    }

    /// <summary>The placements in order of time, with their parents as numbers and cut to the committee's life.</summary>
    public static ImmutableArray<Stay> StaysOf(Committee committee, ImmutableArray<Placement> inOrder, Func<string, int> numberOf)
    {
        int first = committee.OpenedOn?.DayNumber ?? Node.FirstDay;
        int last = committee.ClosedOn?.DayNumber ?? Node.LastDay;
        if (inOrder.Length == 1)
        {
            return [Cut(inOrder[0])];
        }

        ImmutableArray<Stay>.Builder stays = ImmutableArray.CreateBuilder<Stay>(inOrder.Length);
        foreach (Placement placement in inOrder)
        {
            stays.Add(Cut(placement));
        }

        return stays.MoveToImmutable();

        Stay Cut(Placement placement) => new(
            numberOf(placement.Parent),
            Math.Max(first, placement.From?.DayNumber ?? Node.FirstDay),
            Math.Min(last, placement.To?.DayNumber ?? Node.LastDay));
    }

    private static IEnumerable<BrokenRuleException> FaultsOfSuccessors(Node node, Func<int, Node> at, Func<string, int> numberOf)
    {
        Committee committee = node.Committee;
        if (committee.Successors.Count > 0 && committee.ClosedOn is null)
        {
            yield return Refusals.SuccessorsOfOpen(committee.Code);
            yield break;
        }

        foreach (string successor in committee.Successors)
        {
            int number = numberOf(successor);
            if (number < 0)
            {
                yield return Refusals.Unknown(committee.Code, successor);
            }
            else if (node.Last == Node.LastDay || !at(number).IsOpenOn(node.Last + 1))
            {
                yield return Refusals.SuccessorNotOpen(committee, successor, DateOnly.FromDayNumber(Math.Min(node.Last + 1, Node.LastDay)));
            }
        }
    }

    private static IEnumerable<BrokenRuleException> FaultsOfPlacements(Node node, Func<int, Node> at)
    {
        Committee committee = node.Committee;
        for (int i = 0; i < node.Stays.Length; i++)
        {
            Placement placement = node.Placements[i];
            Stay stay = node.Stays[i];
            if (placement.From is { } from && placement.To is { } to && to < from)
            {
                yield return Refusals.Reversed(committee.Code, from, to);
            }
            else if (DayOutsideLife(node, placement) is { } outside)
            {
                yield return Refusals.OutsideLife(committee, outside);
            }
            else if (i > 0 && stay.From <= node.Stays[i - 1].To)
            {
                yield return Refusals.Overlap(committee.Code, node.Placements[i - 1].Parent, placement.Parent, DateOnly.FromDayNumber(stay.From));
            }
            else if (FaultOfParent(node, stay, at) is { } fault)
            {
                yield return fault;
            }
        }
    }

    /// <summary>A stay under a parent that is not open on each of its days; null when it is.</summary>
    public static BrokenRuleException? FaultOfParent(Node node, Stay stay, Func<int, Node> at)
    {
        Node parent = at(stay.Parent);
        int? day = stay.From < parent.First ? FirstNamed(stay.From, parent.First) : stay.To > parent.Last ? Math.Max(stay.From, parent.Last + 1) : null;
        return day is { } closed ? Refusals.ClosedParent(node.Committee, parent.Committee, DateOnly.FromDayNumber(closed)) : null;
    }

    // Nobody knows what to make of the first day of the calendar: without a beginning, the day before the parent opens is named.
    private static int FirstNamed(int from, int opens) => from == Node.FirstDay ? opens - 1 : from;

    private static DateOnly? DayOutsideLife(Node node, Placement placement)
    {
        if (placement.From is { } from && !node.IsOpenOn(from.DayNumber))
        {
            return from;
        }

        return placement.To is { } to && !node.IsOpenOn(to.DayNumber) ? to : null;
    }
}
