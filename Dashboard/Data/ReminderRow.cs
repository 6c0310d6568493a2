using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.Data;

/// <summary>The reminders of a return as the table holds them: the domain's <see cref="Reminder"/> with its period as two days.</summary>
public sealed class ReminderRow
{
    /// <summary>Number of the committee.</summary>
    public required int Committee { get; init; }

    /// <summary>Code of the form.</summary>
    public required string Form { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Number of the committee whose reviewer reminded last.</summary>
    public int? Above { get; set; }

    /// <summary>Day of the last one.</summary>
    public required DateOnly LastOn { get; set; }

    /// <summary>How many there were.</summary>
    public required int Times { get; set; }

    /// <summary>The row of a reminder.</summary>
    public static ReminderRow Of(Reminder reminder) => new()
    {
        Committee = reminder.Committee,
        Form = reminder.Form,
        Start = reminder.Period.Start,
        End = reminder.Period.End,
        Above = reminder.Above,
        LastOn = reminder.LastOn,
        Times = reminder.Times,
    };

    /// <summary>The reminder.</summary>
    public Reminder ToReminder() => new() { Committee = Committee, Form = Form, Period = new Period(Start, End), Above = Above, LastOn = LastOn, Times = Times };
}
