using Dashboard.Domain.Lapses;

namespace Dashboard.Lapses;

/// <summary>A lapse while it is entered. Its due day follows the suggestion until somebody chooses another.</summary>
public sealed class LapseDraft
{
    private DateOnly? _dueOn;

    /// <summary>A new one.</summary>
    /// <param name="today">Found today, unless another day is chosen.</param>
    /// <param name="source">How it was found, unless chosen otherwise.</param>
    public LapseDraft(DateOnly today, LapseSource source) => (FoundOn, FoundBy) = (today, source);

    /// <summary>A lapse to change.</summary>
    public LapseDraft(Lapse lapse) =>
        (Kind, Severity, FoundOn, FoundBy, _dueOn, Note) = (lapse.Kind, lapse.Severity, lapse.FoundOn, lapse.FoundBy, lapse.RemedyDueOn, lapse.Note);

    /// <summary>Which kind; a person's choice every time.</summary>
    public LapseKind? Kind { get; set; }

    /// <summary>How grave.</summary>
    public LapseSeverity Severity { get; set; }

    /// <summary>Day found.</summary>
    public DateOnly? FoundOn { get; set; }

    /// <summary>How it was found.</summary>
    public LapseSource FoundBy { get; set; }

    /// <summary>The due day that the rules suggest.</summary>
    public DateOnly? SuggestedDue => FoundOn is { } day ? LapseRules.SuggestedDue(Severity, day) : null;

    /// <summary>Last day on which remedying is in time: the suggested one until another is chosen.</summary>
    public DateOnly? RemedyDueOn
    {
        get => _dueOn ?? SuggestedDue;
        set => _dueOn = value;
    }

    /// <summary>Note.</summary>
    public string? Note { get; set; }

    /// <summary>Whether the due day is as suggested.</summary>
    public bool IsDueAsSuggested => RemedyDueOn == SuggestedDue;

    /// <summary>Takes the suggested due day.</summary>
    public void TakeSuggestion() => _dueOn = null;

    /// <summary>What is entered, as far as it is a lapse; null while something is missing.</summary>
    /// <param name="committee">Whose it is.</param>
    public Lapse? ToLapse(int committee) => Kind is not { } kind || FoundOn is not { } found || RemedyDueOn is not { } due ? null : new Lapse
    {
        Committee = committee,
        Kind = kind,
        Severity = Severity,
        FoundOn = found,
        FoundBy = FoundBy,
        RemedyDueOn = due,
        Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
    };
}
