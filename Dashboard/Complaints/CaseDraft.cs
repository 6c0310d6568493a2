using Dashboard.Domain.Complaints;

namespace Dashboard.Complaints;

/// <summary>A case as it is being typed; equal to another that holds the same.</summary>
public sealed record CaseDraft
{
    /// <summary>Register number.</summary>
    public string Reference { get; set; } = "";

    /// <summary>Complaint, denunciation or petition.</summary>
    public ComplaintKind Kind { get; set; }

    /// <summary>Number of the committee that handles it; null until one is chosen.</summary>
    public int? Committee { get; set; }

    /// <summary>Code of the category; empty until one is chosen.</summary>
    public string Category { get; set; } = "";

    /// <summary>Day received, as typed.</summary>
    public string Received { get; set; } = "";

    /// <summary>Day accepted, as typed; empty while that is not decided.</summary>
    public string Accepted { get; set; } = "";

    /// <summary>Whether it has the time of a complex case.</summary>
    public bool IsComplex { get; set; }

    /// <summary>How often it was extended.</summary>
    public int Extensions { get; set; }

    /// <summary>Day resolved, as typed; empty while it is open.</summary>
    public string Resolved { get; set; } = "";

    /// <summary>How it ended; null while it is open.</summary>
    public ComplaintOutcome? Outcome { get; set; }

    /// <summary>Why it is corrected.</summary>
    public string Reason { get; set; } = "";

    /// <summary>A case to correct.</summary>
    public static CaseDraft Of(Complaint known) => new()
    {
        Reference = known.Reference,
        Kind = known.Kind,
        Committee = known.Committee,
        Category = known.Category,
        Received = DayText.Of(known.ReceivedOn),
        Accepted = DayText.Of(known.AcceptedOn),
        IsComplex = DeadlineReason.Of(DeadlineRules.Starting, known) is { IsComplex: true },
        Extensions = known.Extensions,
        Resolved = DayText.Of(known.ResolvedOn),
        Outcome = known.Outcome,
    };
}
