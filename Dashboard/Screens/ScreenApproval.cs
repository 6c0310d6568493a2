namespace Dashboard.Screens;

/// <summary>What an account allowed a waiting screen.</summary>
/// <param name="Account">Who allowed it.</param>
/// <param name="Stamp">Stamp of that account's secrets then: should it change before the screen takes this up, it is worth nothing.</param>
/// <param name="Committee">Code of the committee whose meeting it shows.</param>
/// <param name="Name">What the screen is called.</param>
/// <param name="EndsAt">Until when it may, UTC.</param>
/// <param name="Language"><c>vi</c> or <c>en</c>.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c> or <c>system</c>.</param>
public sealed record ScreenApproval(string Account, string Stamp, string Committee, string Name, DateTime EndsAt, string Language, string Theme);
