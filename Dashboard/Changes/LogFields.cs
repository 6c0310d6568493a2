using System.Globalization;
using System.Text.Json;
using Dashboard.Domain.Changes;
using Dashboard.Layout;
using Microsoft.Extensions.Localization;

namespace Dashboard.Changes;

/// <summary>Reads the JSON of an entry as the fields that differ, in words of the reader's language.</summary>
public sealed class LogFields(IStringLocalizer<ChangeTexts> texts)
{
    /// <summary>Most fields told of one entry; the rest is in its raw text.</summary>
    public const int MostFields = 40;

    // As the log writes it, with as many decimals of a second as there are.
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    // What the entry's heading says already, and numbers that mean something to the database only.
    private static readonly HashSet<string> Told = ["id", "number", "committee", "indicator", "issuer", "form", "period", "year", "code", "reference", "sequence", "frozenSequence", "above"];

    // Numbers of rows: whose decision it is, the heading says.
    private static readonly HashSet<string> OfDecisions = ["meeting", "about", "owing"];

    /// <summary>The fields that differ; all that are there when there was nothing before, or is nothing now.</summary>
    public IReadOnlyList<LogChange> Of(LogEntry entry)
    {
        Dictionary<string, string?> before = Read(entry.Before);
        Dictionary<string, string?> after = Read(entry.After);
        return [.. before.Keys.Union(after.Keys)
            .Select(field => new LogChange(field, before.GetValueOrDefault(field), after.GetValueOrDefault(field)))
            .Where(change => change.Before != change.After && !(entry.Subject == Subject.Decision && OfDecisions.Contains(change.Field)))
            .Take(MostFields)];
    }

    private Dictionary<string, string?> Read(string? json)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (json is null)
        {
            return fields;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            Add(fields, document.RootElement);
        }
        catch (JsonException)
        {
            fields[""] = json;
        }

        return fields;
    }

    private void Add(Dictionary<string, string?> fields, JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            fields[""] = Text("", row);
            return;
        }

        foreach (JsonProperty property in row.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                Add(fields, property.Value);
            }
            else if (!Told.Contains(property.Name))
            {
                fields[property.Name] = Text(property.Name, property.Value);
            }
        }
    }

    private string? Text(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => texts[value.GetBoolean() ? "Yes" : "No"],
        JsonValueKind.Number => value.TryGetInt64(out long number) ? Numerals.Whole(number) : value.GetRawText(),
        JsonValueKind.String => Text(field, value.GetString()!),
        JsonValueKind.Array => List(field, value),
        _ => value.GetRawText(),
    };

    private string Text(string field, string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return Numerals.Day(day);
        }

        if (DateTime.TryParseExact(value, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime instant))
        {
            return Numerals.Instant(instant);
        }

        LocalizedString word = texts[$"Word.{field}.{value}"];
        return word.ResourceNotFound ? value : word;
    }

    private string? List(string field, JsonElement list)
    {
        string[] items = [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object ? Stay(item) : Text(field, item) ?? Numerals.Missing)];
        return items.Length == 0 ? null : string.Join("; ", items);
    }

    /// <summary>A placement: under whom, from when, until when; anything else as its values.</summary>
    private string Stay(JsonElement item)
    {
        if (!item.TryGetProperty("parent", out JsonElement parent))
        {
            return string.Join(", ", item.EnumerateObject().Select(property => Text(property.Name, property.Value) ?? Numerals.Missing));
        }

        string? from = item.TryGetProperty("from", out JsonElement start) ? Text("from", start) : null;
        string? to = item.TryGetProperty("to", out JsonElement end) ? Text("to", end) : null;
        return from is null && to is null ? parent.GetString() ?? Numerals.Missing : $"{parent.GetString()} ({from ?? "…"} – {to ?? "…"})";
    }
}
