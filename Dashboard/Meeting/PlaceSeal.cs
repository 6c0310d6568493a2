using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Dashboard.Meeting;

/// <summary>
/// Writes where a meeting stands so that only this server can write it, and nobody else read it. Whoever watches is sent it and hands it
/// back when they come again: after a restart the server knows from the walls themselves where they were, and has kept nothing.
/// </summary>
internal sealed class PlaceSeal(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long one is good: a scene may stay on a wall for a whole day of meetings, and is none to begin the next day with.</summary>
    public static readonly TimeSpan Good = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("meeting-place");

    /// <summary>The place, sealed.</summary>
    public string Seal(Place place) => _protector.Protect(JsonSerializer.Serialize(place));

    /// <summary>The place of a committee's meeting; null for what this server has not sealed, for another committee's and for an old one.</summary>
    public Place? Open(string? text, int committee)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Place>(_protector.Unprotect(text)) is { } place && place.Committee == committee && time.GetUtcNow().UtcDateTime - place.At <= Good ? place : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
