using System.Buffers;
using System.Globalization;
using Dashboard.Data;
using Dashboard.Domain;

namespace Dashboard.Exchange;

/// <summary>Reads the cells of one row, and notes a fault for each that is wrong.</summary>
/// <param name="columns">Where they stand.</param>
/// <param name="notKept">Columns that the file may bring along and nothing keeps: looked through all the same, a file that names people is not taken in.</param>
/// <param name="faults">Where faults are noted.</param>
internal sealed class Cells(SheetColumns columns, string[] notKept, FaultList faults)
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789., \u00A0eE+-");

    private const int LongestNotKept = 1_000;

    private SheetRow _row;

    public int Line => _row.Line;

    /// <summary>Goes to a row; false, with a fault, when it has not as many cells as the header.</summary>
    public bool MoveTo(SheetRow row)
    {
        _row = row;
        if (!columns.Fits(row, faults))
        {
            return false;
        }

        foreach (string column in notKept)
        {
            if (columns.Has(column))
            {
                Checked(column, LongestNotKept);
            }
        }

        return true;
    }

    public bool Has(string column) => columns.Has(column);

    public string Text(string column) => columns.Cell(_row, column);

    public string? OptionalText(string column, int longest)
    {
        string text = Checked(column, longest);
        return text.Length == 0 ? null : text;
    }

    public string RequiredText(string column, int longest)
    {
        string text = Checked(column, longest);
        if (text.Length == 0)
        {
            Fault(column, "text.missing");
        }

        return text;
    }

    /// <summary>Whole number from zero, or null with a fault; null without one for an empty cell that may be empty.</summary>
    public long? Count(string column, bool mayBeEmpty)
    {
        string text = Text(column);
        if (text.Length == 0)
        {
            if (!mayBeEmpty)
            {
                Fault(column, "value.missing");
            }

            return null;
        }

        if (text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            Fault(column, KindOfNumber(text), Short(text));
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value))
        {
            return value;
        }

        Fault(column, "value.huge", Short(text));
        return null;
    }

    public DateOnly? Day(string column, bool mayBeEmpty = true)
    {
        string text = Text(column);
        if (text.Length == 0)
        {
            if (!mayBeEmpty)
            {
                Fault(column, "text.missing");
            }

            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        Fault(column, "day.invalid", Short(text));
        return null;
    }

    public T Word<T>(string column, T otherwise) where T : struct, Enum
    {
        string text = Text(column);
        if (text.Length == 0)
        {
            return otherwise;
        }

        if (!Words.TryRead(text, out T value))
        {
            Fault(column, "word.unknown", Short(text), string.Join(", ", Words.All<T>()));
        }

        return value;
    }

    public void Fault(string? column, string code, params IReadOnlyList<object> arguments) => faults.Add(Line, column, code, arguments);

    /// <summary>As much of a cell as a message may repeat.</summary>
    public static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static string KindOfNumber(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan();
        bool isNegative = digits[0] is '-' or '−';
        digits = isNegative || digits[0] == '+' ? digits[1..] : digits;
        if (digits.Length == 0 || !char.IsAsciiDigit(digits[0]) || digits.ContainsAnyExcept(OfNumbers))
        {
            return "value.number";
        }

        return isNegative ? "value.negative" : "value.fraction";
    }

    private string Checked(string column, int longest)
    {
        string text = Text(column);
        try
        {
            FreeText.Check(text, longest, default);
        }
        catch (BrokenRuleException broken)
        {
            // The column says better than the field where it is.
            Fault(column, broken.Rule, [.. broken.Arguments.SkipLast(1)]);
        }

        return text;
    }
}
