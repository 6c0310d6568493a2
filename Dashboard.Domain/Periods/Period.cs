using System.Globalization;

namespace Dashboard.Domain.Periods;

/// <summary>
/// A closed interval of calendar days in Asia/Ho_Chi_Minh. Standard periods have a notation (<c>2026</c>,
/// <c>2026-H1</c>, <c>2026-9M</c>, <c>2026-Q3</c>, <c>2026-09</c>); any other prints as <c>2016-01-01..2016-05-31</c>.
/// Two periods are equal when they hold the same days, however they were written.
/// </summary>
public readonly record struct Period : IComparable<Period>
{
    /// <summary>The period of the days from <paramref name="start"/> to <paramref name="end"/>, both included.</summary>
    /// <exception cref="BrokenRuleException"><paramref name="end"/> lies before <paramref name="start"/>.</exception>
    public Period(DateOnly start, DateOnly end)
    {
        if (end < start)
        {
            throw new BrokenRuleException("period.reversed", $"The period ends on {end:yyyy-MM-dd}, before it starts on {start:yyyy-MM-dd}.", start, end);
        }

        Start = start;
        End = end;
    }

    /// <summary>First day.</summary>
    public DateOnly Start { get; }

    /// <summary>Last day.</summary>
    public DateOnly End { get; }

    /// <summary>Number of days, at least 1.</summary>
    public int Days => End.DayNumber - Start.DayNumber + 1;

    /// <summary>Which standard length it has, if any.</summary>
    public PeriodKind Kind
    {
        get
        {
            if (Start.Day != 1 || End.AddDays(1).Day != 1 || Start.Year != End.Year)
            {
                return PeriodKind.Range;
            }

            return (Start.Month, End.Month - Start.Month + 1) switch
            {
                (_, 1) => PeriodKind.Month,
                (1 or 4 or 7 or 10, 3) => PeriodKind.Quarter,
                (1 or 7, 6) => PeriodKind.Half,
                (1, 9) => PeriodKind.NineMonths,
                (1, 12) => PeriodKind.Year,
                _ => PeriodKind.Range,
            };
        }
    }

    /// <summary>The calendar year <paramref name="year"/>.</summary>
    public static Period Year(int year) => Months(year, 1, 12);

    /// <summary>Quarter 1–4 of a year.</summary>
    public static Period Quarter(int year, int quarter) =>
        quarter is >= 1 and <= 4 ? Months(year, quarter * 3 - 2, 3) : throw new ArgumentOutOfRangeException(nameof(quarter));

    /// <summary>Half 1 or 2 of a year.</summary>
    public static Period Half(int year, int half) =>
        half is 1 or 2 ? Months(year, half * 6 - 5, 6) : throw new ArgumentOutOfRangeException(nameof(half));

    /// <summary>January to September of a year.</summary>
    public static Period NineMonths(int year) => Months(year, 1, 9);

    /// <summary>Month 1–12 of a year.</summary>
    public static Period Month(int year, int month) => Months(year, month, 1);

    /// <summary>The quarter that holds <paramref name="day"/>.</summary>
    public static Period QuarterOf(DateOnly day) => Quarter(day.Year, (day.Month + 2) / 3);

    /// <summary>Whether every day of <paramref name="other"/> is in this period.</summary>
    public bool Contains(Period other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether <paramref name="day"/> is in this period.</summary>
    public bool Contains(DateOnly day) => Start <= day && day <= End;

    /// <summary>Whether the two share at least a day.</summary>
    public bool Overlaps(Period other) => Start <= other.End && other.Start <= End;

    /// <summary>Whether the two share a day and neither contains the other: what figures of one committee and indicator must not do.</summary>
    public bool PartlyOverlaps(Period other) => Overlaps(other) && !Contains(other) && !other.Contains(this);

    /// <summary>The standard periods that contain this one, shortest first; itself included when it is standard.</summary>
    public IEnumerable<Period> StandardContaining()
    {
        if (Start.Year != End.Year)
        {
            yield break;
        }

        int year = Start.Year;
        if (Start.Month == End.Month)
        {
            yield return Month(year, Start.Month);
        }

        if ((Start.Month - 1) / 3 == (End.Month - 1) / 3)
        {
            yield return Quarter(year, (Start.Month + 2) / 3);
        }

        if ((Start.Month - 1) / 6 == (End.Month - 1) / 6)
        {
            yield return Half(year, (Start.Month + 5) / 6);
        }

        if (End.Month <= 9)
        {
            yield return NineMonths(year);
        }

        yield return Year(year);
    }

    /// <summary>The period of the same kind just before; a range moves back by its own number of days.</summary>
    public Period Previous() => Step(-1);

    /// <summary>The period of the same kind just after; a range moves on by its own number of days.</summary>
    public Period Next() => Step(1);

    /// <summary>The same period one year earlier (29 February becomes 28 February).</summary>
    public Period SameLastYear() => Kind == PeriodKind.Range
        ? new Period(Start.AddYears(-1), End.AddYears(-1))
        : Months(Start.Year - 1, Start.Month, End.Month - Start.Month + 1);

    /// <summary>January up to the end of this period, in the year of its last day.</summary>
    public Period YearToDate() => new(new DateOnly(End.Year, 1, 1), End);

    /// <summary>Reads a notation.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not a notation of a period.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out Period period) ? period : throw new FormatException($"“{text}” is not a period (2026, 2026-H1, 2026-9M, 2026-Q3, 2026-09 or 2016-01-01..2016-05-31).");

    /// <summary>Reads a notation without throwing.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        return text.Contains("..", StringComparison.Ordinal) ? TryParseRange(text, out period) : TryParseStandard(text, out period);
    }

    /// <summary>By first day, then the longer before the shorter.</summary>
    public int CompareTo(Period other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : other.End.CompareTo(End);

    /// <summary>The notation.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Year => Text($"{Start.Year:0000}"),
        PeriodKind.Half => Text($"{Start.Year:0000}-H{(Start.Month + 5) / 6}"),
        PeriodKind.NineMonths => Text($"{Start.Year:0000}-9M"),
        PeriodKind.Quarter => Text($"{Start.Year:0000}-Q{(Start.Month + 2) / 3}"),
        PeriodKind.Month => Text($"{Start.Year:0000}-{Start.Month:00}"),
        _ => Text($"{Start:yyyy-MM-dd}..{End:yyyy-MM-dd}"),
    };

    /// <summary>Earlier than.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Period Months(int year, int first, int count)
    {
        var start = new DateOnly(year, first, 1);
        int last = first + count - 1;
        return new Period(start, new DateOnly(year, last, DateTime.DaysInMonth(year, last)));
    }

    private static bool TryParseRange(string text, out Period period)
    {
        period = default;
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (!TryParseDay(text.AsSpan(0, dots), out DateOnly start) || !TryParseDay(text.AsSpan(dots + 2), out DateOnly end) || end < start)
        {
            return false;
        }

        period = new Period(start, end);
        return true;
    }

    private static bool TryParseDay(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool TryParseStandard(string text, out Period period)
    {
        period = default;
        if (text.Length < 4 || !AreDigits(text.AsSpan(0, 4)))
        {
            return false;
        }

        int year = int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture);
        if (year is < 1 or > 9998)
        {
            return false;
        }

        Period? found = text[4..] switch
        {
            "" => Year(year),
            "-H1" => Half(year, 1),
            "-H2" => Half(year, 2),
            "-9M" => NineMonths(year),
            ['-', 'Q', >= '1' and <= '4' and var quarter] => Quarter(year, quarter - '0'),
            ['-', _, _] tail when AreDigits(tail.AsSpan(1)) && int.Parse(tail.AsSpan(1), CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month => Month(year, month),
            _ => null,
        };
        period = found ?? default;
        return found is not null;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private Period Step(int direction)
    {
        int months = (End.Month - Start.Month + 1) * direction;
        switch (Kind)
        {
            case PeriodKind.Range:
                return new Period(Start.AddDays(Days * direction), End.AddDays(Days * direction));
            case PeriodKind.NineMonths:
                return NineMonths(Start.Year + direction);
            default:
                DateOnly start = Start.AddMonths(months);
                return new Period(start, start.AddMonths(Math.Abs(months)).AddDays(-1));
        }
    }
}
