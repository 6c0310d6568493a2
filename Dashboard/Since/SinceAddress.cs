using System.Globalization;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>
/// The address of what changed at a committee: <c>/c/{code}/since?from=2026-08-15T08:00&amp;to=…&amp;number=complaints.open&amp;each=1</c>,
/// moments in the committees' time. What cannot be read is taken as usual: from the last meeting or a week ago until now.
/// </summary>
public sealed record SinceAddress
{
    private const string Form = "yyyy-MM-ddTHH:mm";

    private readonly PageAddress _page;
    private readonly LocalCalendar _calendar;

    private SinceAddress(PageAddress page, LocalCalendar calendar) => (_page, _calendar) = (page with { Tab = "since" }, calendar);

    /// <summary>The earlier moment, UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>Whether the earlier moment was chosen, not the usual one.</summary>
    public required bool IsFromChosen { get; init; }

    /// <summary>The later moment, UTC; null for now.</summary>
    public DateTime? To { get; init; }

    /// <summary>Code of the number that is shown step by step; null for the usual one.</summary>
    public string? Number { get; init; }

    /// <summary>Whether each committee below is ranked by itself, and not those directly below with all below them.</summary>
    public bool IsEach { get; init; }

    /// <summary>The page's address with all that is chosen.</summary>
    public PageAddress Page => _page with { Further = [.. Choices] };

    /// <summary>The address, from the root of the site.</summary>
    public string Href => Page.Href;

    /// <summary>The earlier moment as it is typed.</summary>
    public string FromText => TextOf(From);

    /// <summary>The later moment as it is typed; empty for now.</summary>
    public string ToText => To is { } to ? TextOf(to) : "";

    /// <summary>What is chosen, as names and values of a query.</summary>
    public IEnumerable<(string Name, string Value)> Choices
    {
        get
        {
            if (IsFromChosen)
            {
                yield return ("from", FromText);
            }

            if (To is not null)
            {
                yield return ("to", ToText);
            }

            if (Number is { } number)
            {
                yield return ("number", number);
            }

            if (IsEach)
            {
                yield return ("each", "1");
            }
        }
    }

    /// <summary>Reads the values of a query or a form.</summary>
    /// <param name="page">The committee's page.</param>
    /// <param name="calendar">In whose time moments are written.</param>
    /// <param name="now">What time it is, UTC: nothing is known of what is later.</param>
    /// <param name="usual">The earlier moment where none is chosen, UTC.</param>
    /// <param name="value">A value by its name.</param>
    public static SinceAddress Read(PageAddress page, LocalCalendar calendar, DateTime now, DateTime usual, Func<string, string?> value)
    {
        DateTime? from = Moment(value("from"), calendar) is { } chosen && chosen < now ? chosen : null;
        DateTime? to = Moment(value("to"), calendar) is { } end && end < now ? end : null;
        bool isTurned = to < (from ?? usual);
        return new SinceAddress(page, calendar)
        {
            From = isTurned ? to!.Value : from ?? usual,
            IsFromChosen = isTurned || from is not null,
            To = isTurned ? from : to,
            Number = QueryText.Trimmed(value("number")),
            IsEach = value("each") is { Length: > 0 } each && each != "0",
        };
    }

    /// <summary>The start of a day where the committees are, UTC.</summary>
    public static DateTime StartOf(DateOnly day, LocalCalendar calendar) => Utc(day.ToDateTime(TimeOnly.MinValue), calendar);

    private string TextOf(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), _calendar.Zone).ToString(Form, CultureInfo.InvariantCulture);

    private static DateTime? Moment(string? text, LocalCalendar calendar) =>
        DateTime.TryParseExact(text, [Form, "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local) && local.Year is > 1900 and < 9000
            ? Utc(local, calendar)
            : null;

    private static DateTime Utc(DateTime local, LocalCalendar calendar)
    {
        // A moment inside a gap of the clock is the end of the gap.
        while (calendar.Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return TimeZoneInfo.ConvertTimeToUtc(local, calendar.Zone);
    }
}
