using Dashboard.Domain.Lapses;

namespace Dashboard.Domain.Returns;

/// <summary>The system's own lapse: a return that has not come by its due day.</summary>
public static class LateReturn
{
    /// <summary>Days from the day it is found in which a late return is to be handed in.</summary>
    public const int DaysToRemedy = 10;

    /// <summary>What the lapse of a return says of which return it is: form and period, <c>quarterly|2026-Q3</c>.</summary>
    public static string NoteOf(Return one) => $"{one.Form}|{one.Period}";

    /// <summary>
    /// The lapse to keep for <paramref name="one"/> on <paramref name="today"/>, null when nothing is to be changed: opened the day after
    /// the due day while nothing was ever handed in, remedied on the day of submission. To be asked each day and before and after
    /// each submission. A return handed in in time and sent back is not late.
    /// </summary>
    /// <param name="one">The return.</param>
    /// <param name="known">The lapse kept for it so far; null when there is none.</param>
    /// <param name="today">The day it is.</param>
    public static Lapse? Change(Return one, Lapse? known, DateOnly today)
    {
        if (known is null)
        {
            return one.SubmittedOn is null && today > one.DueOn ? Open(one) : null;
        }

        return known.RemediedOn is null && one is { IsIn: true, SubmittedOn: { } day } ? known.Remedy(day) : null;
    }

    private static Lapse Open(Return one) => new()
    {
        Committee = one.Committee,
        Kind = LapseKind.LateReturn,
        FoundOn = one.DueOn.AddDays(1),
        FoundBy = LapseSource.System,
        RemedyDueOn = one.DueOn.AddDays(1 + DaysToRemedy),
        Note = NoteOf(one),
    };
}
