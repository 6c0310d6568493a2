using Dashboard.Domain.Committees;

namespace Dashboard.Access;

/// <summary>What the setup page asks for: who administers, and the committee at the top.</summary>
/// <param name="Account">Name to sign in with, as typed.</param>
/// <param name="DisplayName">Name shown.</param>
/// <param name="Password">Its password.</param>
/// <param name="Committee">The committee at the top; null where the database has committees already.</param>
public sealed record FirstSteps(string Account, string DisplayName, string Password, Committee? Committee);
