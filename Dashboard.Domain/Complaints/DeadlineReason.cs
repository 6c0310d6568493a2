namespace Dashboard.Domain.Complaints;

/// <summary>Why a case is due when it is: the day counted from, and the days that were added to it.</summary>
/// <param name="Rule">Rule of the kind.</param>
/// <param name="From">Day counted from: of acceptance, or of receipt while that is not decided.</param>
/// <param name="Days">Days to decide on acceptance, or to resolve; without extensions.</param>
/// <param name="IsAccepted">Whether the time to resolve runs, not the one to decide on acceptance.</param>
/// <param name="IsComplex">Whether the longer time of complex cases was given.</param>
/// <param name="Extensions">How often it was extended.</param>
public sealed record DeadlineReason(DeadlineRule Rule, DateOnly From, int Days, bool IsAccepted, bool IsComplex, int Extensions)
{
    /// <summary>The last day in time.</summary>
    public DateOnly DueOn => From.AddDays(Days + (Extensions * Rule.ExtensionDays));

    /// <summary>How often more it may be extended.</summary>
    public int ExtensionsLeft => IsAccepted ? Math.Max(0, Rule.MaxExtensions - Extensions) : 0;

    /// <summary>The reason of what is being entered.</summary>
    /// <exception cref="BrokenRuleException"><c>complaint.dates</c> or <c>complaint.extensions</c>.</exception>
    public static DeadlineReason Of(DeadlineRules rules, ComplaintKind kind, DateOnly receivedOn, DateOnly? acceptedOn, bool isComplex, int extensions)
    {
        DeadlineRule rule = rules.Of(kind);
        DateOnly dueOn = rules.DueOn(kind, receivedOn, acceptedOn, isComplex, extensions);
        DateOnly from = acceptedOn ?? receivedOn;
        bool complex = acceptedOn is not null && isComplex && rule.ComplexDays is not null;
        return new DeadlineReason(rule, from, dueOn.DayNumber - from.DayNumber - (extensions * rule.ExtensionDays), acceptedOn is not null, complex, extensions);
    }

    /// <summary>
    /// The reason of a case as it stands. Whether it is complex is not kept: it is when only the longer time explains its
    /// deadline. Null when no rule of today explains it, e.g. because the law was another then.
    /// </summary>
    public static DeadlineReason? Of(DeadlineRules rules, Complaint complaint)
    {
        foreach (bool isComplex in new[] { false, true })
        {
            if (complaint.Extensions <= (complaint.AcceptedOn is null ? 0 : rules.Of(complaint.Kind).MaxExtensions)
                && Of(rules, complaint.Kind, complaint.ReceivedOn, complaint.AcceptedOn, isComplex, complaint.Extensions) is { } reason && reason.DueOn == complaint.DueOn)
            {
                return reason;
            }
        }

        return null;
    }
}
