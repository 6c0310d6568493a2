using System.Collections.Immutable;

namespace Dashboard.Domain.Committees;

/// <summary>One committee with its placements, in day numbers for the inner loops. Placements and stays are in order of time.</summary>
internal sealed class Node(Committee committee, ImmutableArray<Placement> placements, ImmutableArray<Stay> stays, int principal)
{
    public const int NoParent = -1;
    public static readonly int FirstDay = DateOnly.MinValue.DayNumber;
    public static readonly int LastDay = DateOnly.MaxValue.DayNumber;

    public Committee Committee { get; } = committee;

    public ImmutableArray<Placement> Placements { get; } = placements;

    public ImmutableArray<Stay> Stays { get; } = stays;

    /// <summary>Number of the principal successor; -1 without one.</summary>
    public int Principal { get; } = principal;

    public int First { get; } = committee.OpenedOn?.DayNumber ?? FirstDay;

    public int Last { get; } = committee.ClosedOn?.DayNumber ?? LastDay;

    public bool IsOpenOn(int day) => First <= day && day <= Last;

    /// <summary>Its parent on <paramref name="day"/>; -1 for a root. A day outside its life counts as its first or last day.</summary>
    public int ParentOn(int day)
    {
        int inLife = day < First ? First : day > Last ? Last : day;
        foreach (Stay stay in Stays)
        {
            if (stay.From <= inLife && inLife <= stay.To)
            {
                return stay.Parent;
            }
        }

        return NoParent;
    }

    /// <summary>The days within its life on which it stands under another parent than the day before.</summary>
    public void AddMovesTo(ISet<int> days)
    {
        if (Stays.Length == 0 || (Stays.Length == 1 && Stays[0].From == First && Stays[0].To == Last))
        {
            return;
        }

        foreach (Stay stay in Stays)
        {
            AddIfMoved(stay.From, days);
            AddIfMoved(stay.To + 1, days);
        }
    }

    private void AddIfMoved(int day, ISet<int> days)
    {
        if (day > First && day <= Last && ParentOn(day - 1) != ParentOn(day))
        {
            days.Add(day);
        }
    }
}
