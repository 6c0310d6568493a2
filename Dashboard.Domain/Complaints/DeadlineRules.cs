namespace Dashboard.Domain.Complaints;

/// <summary>The deadlines of all kinds of complaint.</summary>
/// <param name="DaysToAccept">Days from receipt in which a committee decides whether it accepts a case.</param>
/// <param name="ByKind">One rule for each kind.</param>
public sealed record DeadlineRules(int DaysToAccept, IReadOnlyList<DeadlineRule> ByKind)
{
    /// <summary>The rules to start from.</summary>
    public static DeadlineRules Starting { get; } = new(
        10,
        [
            new(ComplaintKind.Complaint, 30, 45, 0, 0, "Luật Khiếu nại 2011, Điều 28", "Law on Complaints 2011, art. 28"),
            new(ComplaintKind.Denunciation, 30, null, 2, 30, "Luật Tố cáo 2018, Điều 30", "Law on Denunciations 2018, art. 30"),
            new(ComplaintKind.Petition, 30, null, 0, 0, "", ""),
        ]);

    /// <summary>The rule of a kind.</summary>
    public DeadlineRule Of(ComplaintKind kind) =>
        ByKind.FirstOrDefault(r => r.Kind == kind) ?? throw new BrokenRuleException("complaint.noDeadline", $"No deadline is set for {kind}.", kind.ToString());

    /// <summary>
    /// The last day in time: to decide on acceptance while a case is not accepted, then to resolve it.
    /// </summary>
    /// <param name="kind">Kind of complaint.</param>
    /// <param name="receivedOn">Day received.</param>
    /// <param name="acceptedOn">Day accepted; null while not.</param>
    /// <param name="isComplex">Whether the longer time for complex cases holds; without effect where the kind has none.</param>
    /// <param name="extensions">How often the deadline was extended.</param>
    /// <exception cref="BrokenRuleException"><c>complaint.dates</c> or <c>complaint.extensions</c>.</exception>
    public DateOnly DueOn(ComplaintKind kind, DateOnly receivedOn, DateOnly? acceptedOn, bool isComplex, int extensions)
    {
        DeadlineRule rule = Of(kind);
        if (acceptedOn < receivedOn)
        {
            throw new BrokenRuleException("complaint.dates", $"A case received on {receivedOn:yyyy-MM-dd} cannot be accepted on {acceptedOn:yyyy-MM-dd}.", receivedOn, acceptedOn.Value);
        }

        if (extensions < 0 || extensions > (acceptedOn is null ? 0 : rule.MaxExtensions))
        {
            throw new BrokenRuleException(
                "complaint.extensions", $"A {kind} may be extended {rule.MaxExtensions} times once accepted, not {extensions}.", kind.ToString(), rule.MaxExtensions, extensions);
        }

        int days = isComplex ? rule.ComplexDays ?? rule.Days : rule.Days;
        return acceptedOn is { } accepted ? accepted.AddDays(days + (extensions * rule.ExtensionDays)) : receivedOn.AddDays(DaysToAccept);
    }
}
