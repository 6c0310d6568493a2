namespace Dashboard.Domain.Movements;

/// <summary>Tells what moved the open and the overdue cases of a register between two moments, case by case.</summary>
public static class RegisterMovements
{
    /// <summary>Of the cases open: received, resolved, passed on, and the like.</summary>
    public static MovementBalance Open(RegisterAt from, RegisterAt to) => Between(from, to, stand => stand.CountsOpen, OpenOf);

    /// <summary>Of the cases open past their deadline: deadlines passed, resolved, extended, and the like.</summary>
    public static MovementBalance Overdue(RegisterAt from, RegisterAt to) => Between(from, to, stand => stand.CountsOverdue, OverdueOf);

    private static MovementBalance Between(RegisterAt from, RegisterAt to, Func<CaseStand, bool> counts, Func<CaseStand, CaseStand, IEnumerable<Movement>> movementsOf)
    {
        var starts = new Dictionary<int, long>();
        var movements = new List<Movement>();
        IEnumerable<long> all = ReferenceEquals(from.Cases, to.Cases) ? to.Cases.Keys : to.Cases.Keys.Concat(from.Cases.Keys.Where(id => !to.Cases.ContainsKey(id)));
        foreach (long id in all)
        {
            (CaseStand was, CaseStand now) = (from.StandOf(id), to.StandOf(id));
            if (was != now)
            {
                movements.AddRange(movementsOf(was, now));
            }

            if (counts(was))
            {
                starts[was.Committee] = starts.GetValueOrDefault(was.Committee) + 1;
            }
        }

        return new MovementBalance(starts, movements);
    }

    private static IEnumerable<Movement> OpenOf(CaseStand was, CaseStand now)
    {
        if (was.HasCome && now.HasCome)
        {
            return was.IsWith(now) ? Closing(was, now, was.IsOpen, now.IsOpen, MovementKind.Came) : Moving(was, now, was.CountsOpen, now.CountsOpen);
        }

        // One that came and left in between moved the number twice.
        return now is { HasCome: true, IsInside: true } ? [new Movement(now.Committee, MovementKind.Came, 1), .. now.IsOpen ? [] : new[] { new Movement(now.Committee, Leaving(now), -1) }]
            : was is { HasCome: true, IsInside: true } ? [new Movement(was.Committee, MovementKind.Struck, -1), .. was.IsOpen ? [] : new[] { new Movement(was.Committee, Leaving(was).Opposite(), 1) }]
            : [];
    }

    private static IEnumerable<Movement> OverdueOf(CaseStand was, CaseStand now)
    {
        if (was.HasCome && now.HasCome)
        {
            return was.IsWith(now) ? Closing(was, now, was.IsOverdue, now.IsOverdue, MovementKind.Overran) : Moving(was, now, was.CountsOverdue, now.CountsOverdue);
        }

        return now.CountsOverdue ? [new Movement(now.Committee, MovementKind.Overran, 1)]
            : was.CountsOverdue ? [new Movement(was.Committee, MovementKind.Eased, -1)]
            : [];
    }

    /// <summary>Of a case that stayed where it is: it left or is back; while it stays open, only its deadline moves it.</summary>
    private static IEnumerable<Movement> Closing(CaseStand was, CaseStand now, bool counted, bool counts, MovementKind whileOpen)
    {
        if (counts && !counted)
        {
            yield return new Movement(now.Committee, was.IsOpen ? whileOpen : Leaving(was).Opposite(), 1);
        }
        else if (counted && !counts)
        {
            yield return new Movement(was.Committee, now.IsOpen ? whileOpen.Opposite() : Leaving(now), -1);
        }
    }

    private static IEnumerable<Movement> Moving(CaseStand was, CaseStand now, bool counted, bool counts)
    {
        if (counted)
        {
            yield return new Movement(was.Committee, MovementKind.MovedOut, -1);
        }

        if (counts)
        {
            yield return new Movement(now.Committee, MovementKind.MovedIn, 1);
        }
    }

    private static MovementKind Leaving(CaseStand stand) => stand.IsPassedOn ? MovementKind.PassedOn : MovementKind.Left;
}
