using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>
/// The address of what changed at a committee: <c>/c/{code}/since?from=2026-08-15T08:00&amp;asof=…&amp;number=complaints.open&amp;each=1</c>,
/// moments in the committees' time, the later one also as <c>to</c>. What cannot be read is taken as usual: from the last meeting or a week ago until now.
/// </summary>
public sealed record SinceAddress
{
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
    public PageAddress Page => _page with { Further = [.. Choices], AsOf = To is null ? null : ToText };

    /// <summary>The address, from the root of the site.</summary>
    public string Href => Page.Href;

    /// <summary>The earlier moment as an address names it.</summary>
    public string FromText => MomentText.Of(From, _calendar.Zone);

    /// <summary>The later moment as an address names it; empty for now.</summary>
    public string ToText => To is { } to ? MomentText.Of(to, _calendar.Zone) : "";

    /// <summary>What is chosen besides the later moment, which is the page's own, as names and values of a query.</summary>
    public IEnumerable<(string Name, string Value)> Choices
    {
        get
        {
            if (IsFromChosen)
            {
                yield return ("from", FromText);
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
    /// <param name="usual">The earlier moment of a later one where none is chosen, both UTC.</param>
    /// <param name="value">A value by its name.</param>
    public static SinceAddress Read(PageAddress page, LocalCalendar calendar, DateTime now, Func<DateTime, DateTime> usual, Func<string, string?> value)
    {
        DateTime? from = MomentText.Read(value("from"), calendar.Zone) is { } chosen && chosen < now ? chosen : null;
        DateTime? to = MomentText.Read(value("to") is { Length: > 0 } given ? given : value("asof"), calendar.Zone) is { } end && end < now ? end : null;
        bool isTurned = to < from;
        return new SinceAddress(page, calendar)
        {
            From = isTurned ? to!.Value : from ?? usual(to ?? now),
            IsFromChosen = from is not null,
            To = isTurned ? from : to,
            Number = QueryText.Trimmed(value("number")),
            IsEach = value("each") is { Length: > 0 } each && each != "0",
        };
    }

    /// <summary>The start of a day where the committees are, UTC.</summary>
    public static DateTime StartOf(DateOnly day, LocalCalendar calendar)
    {
        DateTime start = day.ToDateTime(TimeOnly.MinValue);
        // A day that begins inside a gap of the clock begins when the gap ends.
        while (calendar.Zone.IsInvalidTime(start))
        {
            start = start.AddMinutes(1);
        }

        return TimeZoneInfo.ConvertTimeToUtc(start, calendar.Zone);
    }
}
