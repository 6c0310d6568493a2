namespace Dashboard.Screens;

/// <summary>What an account sends to let a screen in, as it was sent.</summary>
/// <param name="Code">The code typed.</param>
/// <param name="Committee">Code of the committee.</param>
/// <param name="Name">What the screen is to be called.</param>
/// <param name="Term">Word of a <see cref="ScreenTerm"/>.</param>
/// <param name="Language">Language of the screen.</param>
/// <param name="Theme">Theme of the screen.</param>
public sealed record ScreenForm(string? Code, string? Committee, string? Name, string? Term, string? Language, string? Theme);
