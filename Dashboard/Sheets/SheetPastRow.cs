using Dashboard.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Returns;

namespace Dashboard.Sheets;

/// <summary>One committee's return as it was known at a moment.</summary>
/// <param name="Committee">The committee.</param>
/// <param name="Href">Its figures at the moment.</param>
/// <param name="Return">The return; null before it was started.</param>
/// <param name="Figures">What counted, in the order of the columns.</param>
public sealed record SheetPastRow(CommitteeLink Committee, string Href, Return? Return, IReadOnlyList<Figure?> Figures);
