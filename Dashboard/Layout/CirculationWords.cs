using System.Globalization;
using System.Resources;
using Dashboard.Disclosure;

namespace Dashboard.Layout;

/// <summary>What files say that are for circulation.</summary>
public static class CirculationWords
{
    private static readonly ResourceManager Texts = new(typeof(ShellTexts));

    /// <summary>How a file's name ends before its extension.</summary>
    public const string Suffix = "-circulation";

    /// <summary>How the name of a table ends.</summary>
    public const string Ending = Suffix + ".csv";

    /// <summary>What the log keeps of it.</summary>
    public static (string Name, string Value) Chosen => ("audience", "circulation");

    /// <summary>In place of a count.</summary>
    public static string Hidden => HiddenIn(CultureInfo.CurrentUICulture);

    /// <summary>The same in a language.</summary>
    public static string HiddenIn(CultureInfo language) => Get("Circulation.Hidden", language);

    /// <summary>The first line of a file: for whom it is, and what is not in it.</summary>
    public static string Head(DisclosureKeeper keeper) => HeadIn(CultureInfo.CurrentUICulture, keeper);

    /// <summary>The same in a language.</summary>
    public static string HeadIn(CultureInfo language, DisclosureKeeper keeper) => keeper.IsOn(Audience.Circulation)
        ? string.Format(language, Get("Circulation.Head", language), keeper.ThresholdOf(Audience.Circulation), HiddenIn(language))
        : Get("Circulation.All", language);

    private static string Get(string name, CultureInfo language) =>
        Texts.GetString(name, language) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");
}
