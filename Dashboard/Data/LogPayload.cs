using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Data;

/// <summary>
/// What <see cref="LogEntry.Before"/> and <see cref="LogEntry.After"/> hold: the whole row as compact JSON, camelCase, its
/// properties always in the same order, so that a reader of the log needs no query. Rows are written as the domain's own
/// records (<c>Plan</c>, <c>Return</c>, <c>Lapse</c>, <c>Complaint</c>, <c>Indicator</c>, <c>Form</c>, <c>Directive</c>,
/// <see cref="PlacedCommittee"/>); of a figure only what its key does not say: <c>value</c>, <c>outOf</c>, <c>precision</c>, <c>standing</c>.
/// </summary>
public static class LogPayload
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        // The text goes into a table, never into a page as it is; Vietnamese stays readable there.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new WordJson(), new PeriodJson() },
    };

    // What happened rather than what holds is told by anonymous types, whose properties are all read-only.
    private static readonly JsonSerializerOptions Events = new(Options) { IgnoreReadOnlyProperties = false };

    /// <summary>A row, except of a figure, as JSON; or an event as an anonymous type.</summary>
    public static string Write<T>(T row) =>
        JsonSerializer.Serialize(row, typeof(T).IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) ? Events : Options);

    /// <summary>Reads what <see cref="Write{T}"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no such row.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException();

    /// <summary>What a figure's key does not say, as JSON.</summary>
    public static string Write(Figure figure) => Write(figure.Value, figure.OutOf, figure.Precision, figure.Standing);

    /// <summary>What a figure's key does not say, as JSON.</summary>
    public static string Write(long value, long? outOf, Precision precision, Standing standing)
    {
        string denominator = outOf is { } given ? given.ToString(CultureInfo.InvariantCulture) : "null";
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"value":{{value}},"outOf":{{denominator}},"precision":"{{Words.Of(precision)}}","standing":"{{Words.Of(standing)}}"}""");
    }

    /// <summary>Key of a figure's entries: <c>vetting.admission|2026-Q3</c>.</summary>
    public static string FigureKey(string indicator, Period period) => $"{indicator}|{period}";

    /// <summary>Indicator's code and period of a figure's key.</summary>
    /// <exception cref="FormatException">The text is not such a key.</exception>
    public static (string Indicator, Period Period) ReadFigureKey(string key)
    {
        int bar = key.LastIndexOf('|');
        return bar > 0 ? (key[..bar], Period.Parse(key[(bar + 1)..])) : throw new FormatException($"“{key}” is not the key of a figure.");
    }

    /// <summary>The change of a figure that an entry tells of.</summary>
    /// <param name="entry">An entry whose subject is a figure.</param>
    /// <param name="numberOfIndicator">From an indicator's code to its number.</param>
    public static FigureChange ReadFigure(LogEntry entry, Func<string, int> numberOfIndicator)
    {
        (string code, Period period) = ReadFigureKey(entry.Key);
        int committee = entry.Committee ?? throw new FormatException($"Entry {entry.Sequence} is about a figure and names no committee.");
        int indicator = numberOfIndicator(code);
        return new FigureChange(committee, indicator, period, entry.After is null ? null : ReadFigure(entry.After, committee, indicator, period), entry.Sequence);
    }

    /// <summary>The figure with a key, from <see cref="LogEntry.Before"/> or <see cref="LogEntry.After"/>.</summary>
    public static Figure ReadFigure(string json, int committee, int indicator, Period period)
    {
        Stated stated = Read<Stated>(json);
        return new Figure
        {
            Committee = committee,
            Indicator = indicator,
            Period = period,
            Value = stated.Value,
            OutOf = stated.OutOf,
            Precision = stated.Precision,
            Standing = stated.Standing,
        };
    }

    private sealed record Stated(long Value, long? OutOf, Precision Precision, Standing Standing);

    private sealed class PeriodJson : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Period.TryParse(reader.GetString(), out Period period) ? period : throw new JsonException("Not a period.");

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class WordJson : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(WordJson<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class WordJson<T> : JsonConverter<T> where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Words.TryRead(reader.GetString(), out T value) ? value : throw new JsonException($"Not a word of {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Words.Of(value));
    }
}
