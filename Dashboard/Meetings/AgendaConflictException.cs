using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Meetings;

namespace Dashboard.Meetings;

/// <summary>Somebody else saved other scenes after these were begun from what held before: nothing was saved, and theirs are told.</summary>
/// <param name="theirs">The scenes that hold.</param>
/// <param name="by">Who saved them, and when; null where the log does not say.</param>
public sealed class AgendaConflictException(IReadOnlyList<AgendaItem> theirs, AgendaChange? by)
    : BrokenRuleException("meeting.conflict", $"{by?.Account ?? "Somebody"} saved other scenes in the meantime.")
{
    /// <summary>The scenes that hold.</summary>
    public IReadOnlyList<AgendaItem> Theirs { get; } = theirs;

    /// <summary>Who saved them, and when.</summary>
    public AgendaChange? By { get; } = by;
}
