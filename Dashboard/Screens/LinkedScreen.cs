namespace Dashboard.Screens;

/// <summary>A screen that was let in.</summary>
/// <param name="Id">Beginning of its session's hash: enough to tell it from others, worth nothing as a secret.</param>
/// <param name="Account">Account that let it in.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Committee">Code of the committee whose meeting it shows.</param>
/// <param name="SeenAt">When it was last used, UTC.</param>
/// <param name="EndsAt">Until when it may, UTC.</param>
/// <param name="IsLasting">Whether it goes on by itself for as long as it is used.</param>
/// <param name="IsShowing">Whether its account may still show that meeting; if not, the screen shows nothing.</param>
public sealed record LinkedScreen(string Id, string Account, string Name, string Committee, DateTime SeenAt, DateTime EndsAt, bool IsLasting, bool IsShowing);
