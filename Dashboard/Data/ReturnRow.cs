using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.Data;

/// <summary>A return as the table holds it.</summary>
public sealed class ReturnRow
{
    /// <summary>Number of the committee.</summary>
    public required int Committee { get; init; }

    /// <summary>Code of the form.</summary>
    public required string Form { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Where it stands.</summary>
    public ReturnState State { get; set; }

    /// <summary>Last day on which it is in time.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>Day of the last submission, if any.</summary>
    public DateOnly? SubmittedOn { get; set; }

    /// <summary>How often it changed.</summary>
    public int Revision { get; set; }

    /// <summary>The return.</summary>
    public Return ToReturn() => new()
    {
        Committee = Committee,
        Form = Form,
        Period = new Period(Start, End),
        State = State,
        DueOn = DueOn,
        SubmittedOn = SubmittedOn,
        Revision = Revision,
    };

    /// <summary>The row of a return.</summary>
    public static ReturnRow Of(Return handedIn) => new()
    {
        Committee = handedIn.Committee,
        Form = handedIn.Form,
        Start = handedIn.Period.Start,
        End = handedIn.Period.End,
        State = handedIn.State,
        DueOn = handedIn.DueOn,
        SubmittedOn = handedIn.SubmittedOn,
        Revision = handedIn.Revision,
    };
}
