using System.Globalization;
using System.Resources;

namespace Dashboard.Explain;

/// <summary>Texts of where numbers come from (<c>ExplainTexts.resx</c>, <c>ExplainTexts.en.resx</c>), read without a service for what stands in rows.</summary>
public sealed class ExplainTexts
{
    private static readonly ResourceManager Texts = new(typeof(ExplainTexts));

    private ExplainTexts()
    {
    }

    /// <summary>The text called <paramref name="name"/> in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");

    /// <summary>The text with its places filled.</summary>
    public static string Get(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);
}
