namespace Dashboard.Access;

/// <summary>Who signed in: a role at a committee, never a person's name.</summary>
/// <param name="Name">What it signs in with.</param>
/// <param name="DisplayName">Vietnamese, e.g. “Lãnh đạo · Tỉnh ủy mẫu”.</param>
/// <param name="DisplayNameEn">English.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Scope">Codes of the committees it may see, each with everything below it; the first is its start page. Empty for an administrator: every root.</param>
public sealed record Account(string Name, string DisplayName, string DisplayNameEn, string Role, IReadOnlyList<string> Scope);
