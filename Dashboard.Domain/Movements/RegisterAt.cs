using Dashboard.Domain.Complaints;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Registers;

namespace Dashboard.Domain.Movements;

/// <summary>A register as it was known at a moment.</summary>
/// <param name="Cases">All cases by identity.</param>
/// <param name="Day">The moment's day: what is dated later has not happened.</param>
/// <param name="IsInside">Whether a committee counted at that moment.</param>
public sealed record RegisterAt(IReadOnlyDictionary<long, RegisterEntry> Cases, DateOnly Day, Func<int, bool> IsInside)
{
    /// <summary>How one case stood.</summary>
    internal CaseStand StandOf(long id)
    {
        if (!Cases.TryGetValue(id, out RegisterEntry entry) || entry.Case.Came > Day)
        {
            return default;
        }

        return new CaseStand(true, entry.Committee, IsInside(entry.Committee), entry.Case.IsOpenOn(Day), entry.Case.IsOverdueOn(Day), entry.IsPassedOn);
    }
}

/// <summary>One case of a register.</summary>
/// <param name="Committee">Number of the committee that has it.</param>
/// <param name="Case">Its days.</param>
/// <param name="IsPassedOn">Whether it ended by being passed on to the competent body.</param>
public readonly record struct RegisterEntry(int Committee, RegisterCase Case, bool IsPassedOn)
{
    /// <summary>A complaint as an entry.</summary>
    public static RegisterEntry Of(Complaint complaint) => new(complaint.Committee, RegisterCase.Of(complaint), complaint.Outcome == ComplaintOutcome.PassedOn);

    /// <summary>A lapse as an entry.</summary>
    public static RegisterEntry Of(Lapse lapse) => new(lapse.Committee, RegisterCase.Of(lapse), false);
}

/// <summary>How one case stood at a moment; by default it had not come.</summary>
internal readonly record struct CaseStand(bool HasCome, int Committee, bool IsInside, bool IsOpen, bool IsOverdue, bool IsPassedOn)
{
    public bool CountsOpen => IsInside && IsOpen;

    public bool CountsOverdue => IsInside && IsOverdue;

    public bool IsWith(CaseStand other) => HasCome && other.HasCome && IsInside && other.IsInside && Committee == other.Committee;
}
