using System.Globalization;
using System.Resources;

namespace Dashboard.Charts;

/// <summary>Texts around charts (<c>ChartTexts.resx</c>, <c>ChartTexts.en.resx</c>).</summary>
public sealed class ChartTexts
{
    private static readonly ResourceManager Texts = new(typeof(ChartTexts));

    private ChartTexts()
    {
    }

    /// <summary>The text called <paramref name="name"/> in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");
}
