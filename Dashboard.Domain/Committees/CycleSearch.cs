namespace Dashboard.Domain.Committees;

/// <summary>
/// Finds circles on any day without looking at every day: committees that lie on no circle even when all their
/// placements held at once are set aside first; what is left is looked at on each first day of a placement.
/// </summary>
internal static class CycleSearch
{
    /// <summary>One fault per circle and day on which it first shows.</summary>
    public static IEnumerable<BrokenRuleException> Faults(IReadOnlyList<Node> nodes)
    {
        List<int> suspects = Suspects(nodes);
        if (suspects.Count == 0)
        {
            yield break;
        }

        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (int day in suspects.SelectMany(n => nodes[n].Stays.Select(s => s.From)).Distinct().Order())
        {
            foreach (List<int> circle in CirclesOn(day, nodes, suspects))
            {
                List<string> codes = [.. circle.Select(n => nodes[n].Committee.Code)];
                if (reported.Add(string.Join('|', codes)))
                {
                    codes.Add(codes[0]);
                    yield return Refusals.Cycle(codes, DateOnly.FromDayNumber(day));
                }
            }
        }
    }

    /// <summary>
    /// Whether, on some day of <paramref name="stay"/>, the way up from its parent comes to <paramref name="number"/>;
    /// then the way, from <paramref name="number"/> to itself, and the first such day found.
    /// </summary>
    public static BrokenRuleException? FaultOf(int number, Stay stay, IReadOnlyList<Node> nodes)
    {
        var way = new List<int> { number };
        var waiting = new Stack<(Stay Stay, int Depth)>([(stay, 1)]);
        while (waiting.TryPop(out (Stay Stay, int Depth) next))
        {
            way.RemoveRange(next.Depth, way.Count - next.Depth);
            way.Add(next.Stay.Parent);
            if (next.Stay.Parent == number)
            {
                return Refusals.Cycle([.. way.Select(n => nodes[n].Committee.Code)], DateOnly.FromDayNumber(next.Stay.From));
            }

            foreach (Stay above in nodes[next.Stay.Parent].Stays.Reverse())
            {
                var both = new Stay(above.Parent, Math.Max(above.From, next.Stay.From), Math.Min(above.To, next.Stay.To));
                if (both.From <= both.To)
                {
                    waiting.Push((both, next.Depth + 1));
                }
            }
        }

        return null;
    }

    /// <summary>Takes away, again and again, whoever has no child left or no parent left.</summary>
    private static List<int> Suspects(IReadOnlyList<Node> nodes)
    {
        int[] children = new int[nodes.Count];
        foreach (Node node in nodes)
        {
            foreach (Stay stay in node.Stays)
            {
                children[stay.Parent]++;
            }
        }

        var gone = new bool[nodes.Count];
        var childless = new Stack<int>(Enumerable.Range(0, nodes.Count).Where(n => children[n] == 0));
        while (childless.TryPop(out int number))
        {
            gone[number] = true;
            foreach (Stay stay in nodes[number].Stays)
            {
                if (--children[stay.Parent] == 0)
                {
                    childless.Push(stay.Parent);
                }
            }
        }

        return [.. Enumerable.Range(0, nodes.Count).Where(n => !gone[n])];
    }

    private static List<List<int>> CirclesOn(int day, IReadOnlyList<Node> nodes, List<int> suspects)
    {
        var circles = new List<List<int>>();
        var walkOf = new Dictionary<int, int>();
        foreach (int start in suspects)
        {
            int number = start;
            while (number >= 0 && walkOf.TryAdd(number, start))
            {
                number = ParentOn(nodes[number], day);
            }

            if (number >= 0 && walkOf[number] == start)
            {
                circles.Add(CircleFrom(number, day, nodes));
            }
        }

        return circles;
    }

    private static List<int> CircleFrom(int number, int day, IReadOnlyList<Node> nodes)
    {
        var circle = new List<int>();
        int next = number;
        do
        {
            circle.Add(next);
            next = ParentOn(nodes[next], day);
        }
        while (next != number);
        int smallest = circle.IndexOf(circle.Min());
        return [.. circle[smallest..], .. circle[..smallest]];
    }

    private static int ParentOn(Node node, int day) => node.IsOpenOn(day) ? node.ParentOn(day) : Node.NoParent;
}
