using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.Data;

/// <summary>A request for more time as the table holds it.</summary>
public sealed class ExtensionRow
{
    /// <summary>Identity.</summary>
    public required long Id { get; init; }

    /// <summary>Number of the committee.</summary>
    public required int Committee { get; init; }

    /// <summary>Code of the form.</summary>
    public required string Form { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly End { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateOnly AskedOn { get; init; }

    /// <summary>Due day that held then.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Due day asked for.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Why.</summary>
    public required ExtensionReason Reason { get; init; }

    /// <summary>Short note, never about a person.</summary>
    public string? Note { get; init; }

    /// <summary>Where it stands.</summary>
    public ExtensionState State { get; set; }

    /// <summary>When it was answered.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>Why it was refused.</summary>
    public ExtensionRefusal? Refusal { get; set; }

    /// <summary>The request.</summary>
    public Extension ToExtension() => new()
    {
        Id = Id,
        Committee = Committee,
        Form = Form,
        Period = new Period(Start, End),
        AskedOn = AskedOn,
        DueOn = DueOn,
        Until = Until,
        Reason = Reason,
        Note = Note,
        State = State,
        AnsweredOn = AnsweredOn,
        Refusal = Refusal,
    };

    /// <summary>The row of a request.</summary>
    public static ExtensionRow Of(Extension asked) => new()
    {
        Id = asked.Id,
        Committee = asked.Committee,
        Form = asked.Form,
        Start = asked.Period.Start,
        End = asked.Period.End,
        AskedOn = asked.AskedOn,
        DueOn = asked.DueOn,
        Until = asked.Until,
        Reason = asked.Reason,
        Note = asked.Note,
        State = asked.State,
        AnsweredOn = asked.AnsweredOn,
        Refusal = asked.Refusal,
    };
}
