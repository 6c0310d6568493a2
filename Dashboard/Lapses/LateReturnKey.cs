using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;

namespace Dashboard.Lapses;

/// <summary>Which return the system's own lapse is of.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Period">The period.</param>
public sealed record LateReturnKey(string Form, Period Period)
{
    /// <summary>The return of a lapse; null for one that a person entered, and for a note that says none.</summary>
    public static LateReturnKey? Of(Lapse lapse) =>
        lapse is { FoundBy: LapseSource.System, Kind: LapseKind.LateReturn, Note: { } note } && note.LastIndexOf('|') is > 0 and var bar && Period.TryParse(note[(bar + 1)..], out Period period)
            ? new LateReturnKey(note[..bar], period)
            : null;

    /// <summary>Address of the return.</summary>
    /// <param name="committee">Code of the committee that owes it.</param>
    public string Href(string committee) => $"/returns/{Uri.EscapeDataString(committee)}/{Uri.EscapeDataString(Form)}/{Period}";
}
