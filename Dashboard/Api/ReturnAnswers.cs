namespace Dashboard.Api;

/// <summary>Returns that committees owe.</summary>
/// <param name="Rows">One a return, the earliest period first.</param>
public sealed record OwedAnswer(IReadOnlyList<OwedRow> Rows);

/// <summary>A return that is owed.</summary>
/// <param name="Committee">Code.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Period">Notation.</param>
/// <param name="State">not-started, draft, submitted, sent-back or approved.</param>
/// <param name="DueOn">Last day on which it is in time.</param>
public sealed record OwedRow(string Committee, string Form, string Period, string State, DateOnly DueOn);

/// <summary>One return.</summary>
/// <param name="Committee">Code.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Period">Notation.</param>
/// <param name="State">not-started, draft, submitted, sent-back or approved.</param>
/// <param name="DueOn">Last day on which it is in time.</param>
/// <param name="SubmittedOn">Day it was last handed in.</param>
/// <param name="Figures">One a line of the form, in its order.</param>
/// <param name="Findings">What stops it from being handed in, and what asks for a reason.</param>
public sealed record ReturnAnswer(
    string Committee, string Form, string Period, string State, DateOnly DueOn, DateOnly? SubmittedOn, IReadOnlyList<FigureLine> Figures, IReadOnlyList<FindingRow> Findings);

/// <summary>One line of a return.</summary>
/// <param name="Indicator">Code.</param>
/// <param name="Value">The figure; null while it is missing or does not apply.</param>
/// <param name="OutOf">Denominator, where the line takes one.</param>
/// <param name="Precision">exact, more_than or about; exact where none is given.</param>
/// <param name="NotApplicable">Whether the committee has nothing of the kind, which is no missing value.</param>
/// <param name="Reason">Why it stands although it looks unusual: campaign, reorganised, earlier-wrong, nothing-arose or counted-otherwise.</param>
/// <param name="Note">Short note, never about a person.</param>
/// <param name="SentBack">Why it was sent back; answers only.</param>
public sealed record FigureLine(
    string Indicator, long? Value, long? OutOf = null, string? Precision = null, bool NotApplicable = false, string? Reason = null, string? Note = null, string? SentBack = null);

/// <summary>Something found in a return.</summary>
/// <param name="Indicator">Line it stands at.</param>
/// <param name="Code">Stable code.</param>
/// <param name="IsError">An error stops submission; a warning asks for a reason.</param>
/// <param name="IsSettled">A warning for which a reason was given.</param>
/// <param name="Detail">English sentence.</param>
public sealed record FindingRow(string Indicator, string Code, bool IsError, bool IsSettled, string Detail);

/// <summary>What a return is to hold: lines that are not named are emptied.</summary>
/// <param name="Figures">The lines.</param>
public sealed record ReturnContent(IReadOnlyList<FigureLine> Figures);
