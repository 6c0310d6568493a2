using System.Globalization;
using System.Resources;

namespace Dashboard.Since;

/// <summary>Texts of what changed (<c>SinceTexts.resx</c>, <c>SinceTexts.en.resx</c>), read without a service for what stands in rows.</summary>
public sealed class SinceTexts
{
    private static readonly ResourceManager Texts = new(typeof(SinceTexts));

    private SinceTexts()
    {
    }

    /// <summary>The text called <paramref name="name"/> in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");

    /// <summary>The text with its places filled.</summary>
    public static string Get(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);
}
