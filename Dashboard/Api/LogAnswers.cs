using System.Text.Json.Nodes;

namespace Dashboard.Api;

/// <summary>A part of the change log.</summary>
/// <param name="Next">Ask on with <c>after</c> this number. Where it is the one asked with, there is nothing more yet; there may be no row and more to come.</param>
/// <param name="Rows">The entries in scope, in order.</param>
public sealed record ChangesAnswer(long Next, IReadOnlyList<ChangeRow> Rows);

/// <summary>One entry of the change log.</summary>
/// <param name="Sequence">1, 2, 3 …; numbers between belong to others.</param>
/// <param name="At">When it was committed, UTC.</param>
/// <param name="Account">Who made it.</param>
/// <param name="Subject">figure, plan, return, lapse, complaint, structure, indicator, form or directive; for administrators of everything also account, sign-in, export and denial.</param>
/// <param name="Committee">Code of the committee concerned; null when it concerns none.</param>
/// <param name="Key">Which one of the subject.</param>
/// <param name="Before">What held before; null when there was nothing.</param>
/// <param name="After">What holds now; null when it was withdrawn.</param>
/// <param name="Reason">Why, where it was said.</param>
public sealed record ChangeRow(long Sequence, DateTime At, string Account, string Subject, string? Committee, string Key, JsonNode? Before, JsonNode? After, string? Reason);

/// <summary>Whose a token is and what it may do.</summary>
/// <param name="Account">Name of the account.</param>
/// <param name="DisplayName">Name shown, Vietnamese.</param>
/// <param name="DisplayNameEn">Name shown in English.</param>
/// <param name="Grants">What the token may do, as far as the account still may.</param>
public sealed record MeAnswer(string Account, string DisplayName, string DisplayNameEn, IReadOnlyList<GrantRow> Grants);

/// <summary>A role in a committee and everything below it.</summary>
/// <param name="Role">viewer, officer, reviewer, administrator or screen.</param>
/// <param name="Committee">Code; null for every root.</param>
public sealed record GrantRow(string Role, string? Committee);
