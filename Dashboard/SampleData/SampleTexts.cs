using System.Globalization;
using System.Resources;

namespace Dashboard.SampleData;

/// <summary>Texts around the sample data (<c>SampleTexts.resx</c>, <c>SampleTexts.en.resx</c>).</summary>
public static class SampleTexts
{
    private static readonly ResourceManager Texts = new(typeof(SampleTexts));

    /// <summary>The text called <paramref name="name"/> in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");
}
