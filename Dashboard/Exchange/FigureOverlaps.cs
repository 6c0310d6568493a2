namespace Dashboard.Exchange;

/// <summary>Finds figures of one file that are there twice or partly overlap.</summary>
internal static class FigureOverlaps
{
    /// <summary>Looks through lines in the order of their keys.</summary>
    public static void Find(List<FigureLine> lines, FaultList faults)
    {
        // Periods that contain the next one, the innermost on top: what partly overlaps any of them partly overlaps that one.
        var around = new Stack<FigureLine>();
        foreach (FigureLine line in lines)
        {
            while (around.TryPeek(out FigureLine top) && (!top.IsSamePair(line) || top.Period.End < line.Period.Start))
            {
                around.Pop();
            }

            if (!around.TryPeek(out FigureLine outer) || (outer.Period.Contains(line.Period) && outer.Period != line.Period))
            {
                around.Push(line);
            }
            else if (outer.IsSameKey(line))
            {
                faults.Add(line.Line, null, "figure.duplicate", outer.Line);
            }
            else
            {
                faults.Add(line.Line, null, "figure.overlapInFile", line.Period, outer.Period, outer.Line);
            }
        }
    }
}
