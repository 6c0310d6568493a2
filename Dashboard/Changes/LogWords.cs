using System.Globalization;
using System.Text.Json;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.Extensions.Localization;

namespace Dashboard.Changes;

/// <summary>Says in the reader's language what an entry is about.</summary>
public sealed class LogWords(IStringLocalizer<ChangeTexts> texts)
{
    /// <summary>What kind of thing: “Số liệu”, “Đơn thư”.</summary>
    public string Subject(Subject subject) => texts[$"Subject.{subject}"];

    /// <summary>What was done with it: added, changed, taken back; empty for what only happened, as a sign-in.</summary>
    public string Deed(LogEntry entry) => (entry.Before, entry.After, entry.Subject) switch
    {
        (_, _, Domain.Changes.Subject.SignIn or Domain.Changes.Subject.Export or Domain.Changes.Subject.Denial) => "",
        (null, null, _) => "",
        (null, _, _) => texts["Deed.Added"],
        (_, null, _) => texts["Deed.Withdrawn"],
        _ => texts["Deed.Changed"],
    };

    /// <summary>Which one of its kind: the indicator and the period of a figure, the number of a document.</summary>
    public string Which(LogEntry entry, LiveState state) => entry.Subject switch
    {
        Domain.Changes.Subject.Figure or Domain.Changes.Subject.Plan or Domain.Changes.Subject.Return or Domain.Changes.Subject.Extension or Domain.Changes.Subject.Note or Domain.Changes.Subject.Reminder => Pair(entry.Key, state),
        Domain.Changes.Subject.Entry when entry.Key.Split('|') is [_, var period, var indicator] => Pair($"{indicator}|{period}", state),
        Domain.Changes.Subject.Lapse => $"{Word(entry, "kind")} {texts["Lapse.Number", entry.Key]}".Trim(),
        Domain.Changes.Subject.Decision => Word(entry, "kind"),
        Domain.Changes.Subject.Meeting => Day(entry, "heldOn"),
        Domain.Changes.Subject.Complaint => $"{Word(entry, "kind")} {entry.Key}".Trim(),
        Domain.Changes.Subject.Indicator => IndicatorName(entry.Key, state),
        Domain.Changes.Subject.Form => FormName(entry.Key, state),
        Domain.Changes.Subject.Export => Known($"Export.{entry.Key}", entry.Key),
        _ => entry.Key,
    };

    /// <summary>Name of a field; its own when nobody has named it.</summary>
    public string Field(string field) => Known($"Field.{field}", field);

    /// <summary>Name of a committee.</summary>
    public static string Name(Committee committee) => new CommitteeEntry(committee.Number, committee.Code, committee.Name, committee.NameEn, -1).LocalName();

    private static string Pair(string key, LiveState state)
    {
        int bar = key.LastIndexOf('|');
        if (bar < 0)
        {
            return key;
        }

        string what = state.Indicators.TryNumberOf(key[..bar], out _) ? IndicatorName(key[..bar], state) : FormName(key[..bar], state);
        return $"{what} · {(Period.TryParse(key[(bar + 1)..], out Period period) ? PeriodNames.Of(period) : key[(bar + 1)..])}";
    }

    private static string IndicatorName(string code, LiveState state)
    {
        if (!state.Indicators.TryNumberOf(code, out int number))
        {
            return code;
        }

        return Languages.IsVietnamese ? state.Indicators[number].Name : state.Indicators[number].NameEn;
    }

    private static string FormName(string code, LiveState state) =>
        state.Forms.FirstOrDefault(form => form.Code == code) is not { } form ? code : Languages.IsVietnamese ? form.Name : form.NameEn;

    private string Word(LogEntry entry, string field) => Value(entry, field) is { } word ? Known($"Word.{field}.{word}", word) : "";

    private static string Day(LogEntry entry, string field) =>
        DateOnly.TryParseExact(Value(entry, field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? Numerals.Day(day) : "";

    private static string? Value(LogEntry entry, string field)
    {
        try
        {
            using var document = JsonDocument.Parse(entry.After ?? entry.Before ?? "{}");
            return document.RootElement.TryGetProperty(field, out JsonElement value) ? value.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The entry was tampered with; that is for the check of the chain to say.
            return null;
        }
    }

    private string Known(string name, string otherwise) => texts[name] is { ResourceNotFound: false } text ? text.Value : otherwise;
}
