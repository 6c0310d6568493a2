using Dashboard.Domain.Complaints;
using Dashboard.Domain.Lapses;

namespace Dashboard.Domain.Registers;

/// <summary>What complaints and lapses have in common for counting: they come, they leave, and they are due in between.</summary>
/// <param name="Came">Day received or found.</param>
/// <param name="Left">Day resolved or remedied; null while open.</param>
/// <param name="DueOn">Last day in time.</param>
public readonly record struct RegisterCase(DateOnly Came, DateOnly? Left, DateOnly DueOn)
{
    /// <summary>A complaint as a case.</summary>
    public static RegisterCase Of(Complaint complaint) => new(complaint.ReceivedOn, complaint.ResolvedOn, complaint.DueOn);

    /// <summary>A lapse as a case.</summary>
    public static RegisterCase Of(Lapse lapse) => new(lapse.FoundOn, lapse.RemediedOn, lapse.RemedyDueOn);

    /// <summary>Came on or before <paramref name="day"/> and has not left by then.</summary>
    public bool IsOpenOn(DateOnly day) => Came <= day && (Left is null || Left > day);

    /// <summary>Open on <paramref name="day"/>, past its due day.</summary>
    public bool IsOverdueOn(DateOnly day) => IsOpenOn(day) && DueOn < day;
}
