using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;

namespace Dashboard.Layout;

/// <summary>The languages of the pages: Vietnamese unless the reader chose English.</summary>
/// <remarks>
/// Texts lie beside the feature as <c>XTexts.resx</c> (Vietnamese, the neutral language) and <c>XTexts.en.resx</c>, read
/// through <c>IStringLocalizer&lt;XTexts&gt;</c>. A test walks all pairs: each key is in both, with the same places.
/// </remarks>
public static class Languages
{
    private static readonly string[] Cultures = ["vi-VN", "en-GB", "en-US"];

    /// <summary>The culture a short or full name means, or null.</summary>
    public static CultureInfo? Named(string? name) => name switch
    {
        "vi" => CultureInfo.GetCultureInfo("vi-VN"),
        "en" => CultureInfo.GetCultureInfo("en-GB"),
        _ => Cultures.Contains(name) ? CultureInfo.GetCultureInfo(name!) : null,
    };

    /// <summary>Whether the current request reads Vietnamese.</summary>
    public static bool IsVietnamese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi";

    /// <summary>Adds the texts and the choice by cookie.</summary>
    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        // Vietnamese letters stay letters: as character references they would be most of a page's bytes.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Cultures[0]).AddSupportedCultures(Cultures).AddSupportedUICultures(Cultures);
            // Only the reader's own choice counts: many browsers here say English though their readers do not.
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
    }
}
