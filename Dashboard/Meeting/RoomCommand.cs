using System.Text.Json;

namespace Dashboard.Meeting;

/// <summary>What somebody at a remote, or at the keys of a screen, asks the meeting to do.</summary>
internal enum RoomAct
{
    /// <summary>One scene on.</summary>
    Next,

    /// <summary>One scene back.</summary>
    Previous,

    /// <summary>To a scene by its place.</summary>
    Go,

    /// <summary>Stop, or go on.</summary>
    Pause,

    /// <summary>Look at one committee alone; without one, no more.</summary>
    Spotlight,

    /// <summary>Keep the figures as they are now.</summary>
    Freeze,

    /// <summary>Show the figures as they come.</summary>
    Unfreeze,
}

/// <summary>One request to a meeting.</summary>
/// <param name="Act">What.</param>
/// <param name="At">Place of a scene; 1 or 0 for stopping and going on.</param>
/// <param name="Committee">Code of a committee.</param>
internal sealed record RoomCommand(RoomAct Act, int At, string? Committee)
{
    /// <summary>Most bytes of a request.</summary>
    public const int Longest = 200;

    /// <summary>Reads a request; null for what is none.</summary>
    public static RoomCommand? Read(ReadOnlySpan<byte> message)
    {
        try
        {
            var json = new Utf8JsonReader(message);
            using JsonDocument request = JsonDocument.ParseValue(ref json);
            JsonElement root = request.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("do", out JsonElement act) || act.ValueKind != JsonValueKind.String || !Data.Words.TryRead(act.GetString(), out RoomAct found))
            {
                return null;
            }

            int at = root.TryGetProperty("at", out JsonElement place) && place.TryGetInt32(out int number) ? number : 0;
            string? committee = root.TryGetProperty("committee", out JsonElement code) && code.ValueKind == JsonValueKind.String ? code.GetString() : null;
            return new RoomCommand(found, at, committee);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
