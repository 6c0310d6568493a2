using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.Data;

/// <summary>A line of a return as the table holds it: what was entered last, handed in or not.</summary>
public sealed class ReturnLineRow
{
    /// <summary>Number of the committee.</summary>
    public required int Committee { get; init; }

    /// <summary>Code of the form.</summary>
    public required string Form { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The figure, if any.</summary>
    public long? Value { get; set; }

    /// <summary>The denominator, if any.</summary>
    public long? OutOf { get; set; }

    /// <summary>How exactly it is stated.</summary>
    public Precision Precision { get; set; }

    /// <summary>Whether it does not apply to the committee.</summary>
    public bool IsNotApplicable { get; set; }

    /// <summary>Why it stands although it looks unusual.</summary>
    public WarningReason? Reason { get; set; }

    /// <summary>Short note, never about a person.</summary>
    public string? Note { get; set; }

    /// <summary>Why it was sent back.</summary>
    public SendBackReason? SentBack { get; set; }

    /// <summary>How often it was saved.</summary>
    public int Revision { get; set; }

    /// <summary>The line.</summary>
    public ReturnLine ToLine() => new()
    {
        Indicator = Indicator,
        Value = Value,
        OutOf = OutOf,
        Precision = Precision,
        IsNotApplicable = IsNotApplicable,
        Reason = Reason,
        Note = Note,
        SentBack = SentBack,
        Revision = Revision,
    };

    /// <summary>The row of a line.</summary>
    public static ReturnLineRow Of(int committee, string form, Period period, ReturnLine line) => new()
    {
        Committee = committee,
        Form = form,
        Start = period.Start,
        End = period.End,
        Indicator = line.Indicator,
        Value = line.Value,
        OutOf = line.OutOf,
        Precision = line.Precision,
        IsNotApplicable = line.IsNotApplicable,
        Reason = line.Reason,
        Note = line.Note,
        SentBack = line.SentBack,
        Revision = line.Revision,
    };
}
