using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Data;

/// <summary>A note at a figure as the table holds it: the domain's <see cref="FigureNote"/> with its period as two days.</summary>
public sealed class FigureNoteRow
{
    /// <summary>Number of the committee.</summary>
    public required int Committee { get; init; }

    /// <summary>Number of the indicator.</summary>
    public required int Indicator { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly End { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; set; }

    /// <summary>Day on which it was written.</summary>
    public required DateOnly WrittenOn { get; set; }

    /// <summary>Last day on which it is shown.</summary>
    public required DateOnly ExpiresOn { get; set; }

    /// <summary>The row of a note.</summary>
    public static FigureNoteRow Of(FigureNote note) => new()
    {
        Committee = note.Committee,
        Indicator = note.Indicator,
        Start = note.Period.Start,
        End = note.Period.End,
        Text = note.Text,
        WrittenOn = note.WrittenOn,
        ExpiresOn = note.ExpiresOn,
    };

    /// <summary>The note.</summary>
    public FigureNote ToNote() => new()
    {
        Committee = Committee,
        Indicator = Indicator,
        Period = new Period(Start, End),
        Text = Text,
        WrittenOn = WrittenOn,
        ExpiresOn = ExpiresOn,
    };
}
