using System.Collections.Immutable;

namespace Dashboard.Domain.Committees;

/// <summary>What moving and closing do to a committee's placements and ask of the committees around it.</summary>
internal static class Reorganisation
{
    /// <summary>The placements after a move on <paramref name="from"/>, which lies in the committee's life.</summary>
    public static List<Placement> Move(Node node, string? parent, DateOnly from)
    {
        var after = new List<Placement>();
        DateOnly? until = node.Committee.ClosedOn;
        for (int i = 0; i < node.Stays.Length; i++)
        {
            Placement placement = node.Placements[i];
            if (node.Stays[i].To < from.DayNumber)
            {
                after.Add(placement);
            }
            else if (node.Stays[i].From <= from.DayNumber)
            {
                until = placement.To ?? until;
                if (node.Stays[i].From < from.DayNumber)
                {
                    after.Add(placement with { To = from.AddDays(-1) });
                }
            }
            else
            {
                until = Earlier(until, placement.From!.Value.AddDays(-1));
                after.Add(placement);
            }
        }

        if (parent is not null)
        {
            after.Add(new Placement(node.Committee.Code, parent, from, until));
        }

        return after;
    }

    /// <summary>The placements of a committee whose life ends on <paramref name="lastDay"/>.</summary>
    public static List<Placement> Cut(Node node, DateOnly lastDay) =>
        [.. node.Placements
            .Where(p => p.From is null || p.From <= lastDay)
            .Select(p => p.To is null || p.To > lastDay ? p with { To = lastDay } : p)];

    /// <summary>Children that would stay under the closed committee, and closed ones that it could then not have taken over from.</summary>
    public static IEnumerable<BrokenRuleException> FaultsOfOthers(Node closed, ImmutableArray<Node> nodes)
    {
        int number = closed.Committee.Number;
        string code = closed.Committee.Code;
        foreach (Node node in nodes)
        {
            foreach (Stay stay in node.Stays)
            {
                if (stay.Parent == number && stay.To > closed.Last)
                {
                    yield return stay.From <= closed.Last + 1
                        ? Refusals.OpenChild(code, node.Committee.Code, DateOnly.FromDayNumber(closed.Last + 1))
                        : Refusals.ClosedParent(node.Committee, closed.Committee, DateOnly.FromDayNumber(stay.From));
                }
            }

            if (node.Last < Node.LastDay && closed.Last <= node.Last && node.Committee.Successors.Contains(code))
            {
                yield return Refusals.SuccessorNotOpen(node.Committee, code, DateOnly.FromDayNumber(node.Last + 1));
            }
        }
    }

    private static DateOnly Earlier(DateOnly? one, DateOnly other) => one is { } day && day < other ? day : other;
}
