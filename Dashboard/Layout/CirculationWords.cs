using System.Globalization;
using System.Resources;
using Dashboard.Disclosure;

namespace Dashboard.Layout;

/// <summary>What files say that are for circulation.</summary>
public static class CirculationWords
{
    private static readonly ResourceManager Texts = new(typeof(ShellTexts));

    /// <summary>How a file's name ends.</summary>
    public const string Ending = "-circulation.csv";

    /// <summary>What the log keeps of it.</summary>
    public static (string Name, string Value) Chosen => ("audience", "circulation");

    /// <summary>In place of a count.</summary>
    public static string Hidden => Get("Circulation.Hidden");

    /// <summary>The first line of a file: for whom it is, and what is not in it.</summary>
    public static string Head(DisclosureKeeper keeper) =>
        keeper.IsOn(Audience.Circulation)
        ? Get("Circulation.Head", keeper.ThresholdOf(Audience.Circulation), Hidden)
        : Get("Circulation.All");

    private static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");

    private static string Get(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);
}
