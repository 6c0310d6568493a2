using System.Globalization;
using System.Resources;
using Dashboard.Domain.Returns;

namespace Dashboard.Returns;

/// <summary>Words of due days and of requests for more time (<c>ExtensionTexts.resx</c>, <c>ExtensionTexts.en.resx</c>), read directly as those of <see cref="ReturnTexts"/> are.</summary>
public sealed class ExtensionTexts
{
    private static readonly ResourceManager Texts = new(typeof(ExtensionTexts));

    private ExtensionTexts()
    {
    }

    /// <summary>The text called <paramref name="name"/> in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text is called “{name}”.");

    /// <summary>The text called <paramref name="name"/> with its places filled.</summary>
    public static string Format(string name, params object?[] values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);

    /// <summary>The word of a reason for asking.</summary>
    public static string Of(ExtensionReason reason) => Get($"Reason.{reason}");

    /// <summary>The word of a reason for refusing.</summary>
    public static string Of(ExtensionRefusal refusal) => Get($"Refusal.{refusal}");
}
