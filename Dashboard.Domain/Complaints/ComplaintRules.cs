using System.Text.RegularExpressions;

namespace Dashboard.Domain.Complaints;

/// <summary>What may be entered of a complaint, and the steps it takes.</summary>
public static partial class ComplaintRules
{
    /// <summary>Most characters of a register number.</summary>
    public const int LongestReference = 32;

    /// <summary>Everything wrong with what is entered of a complaint.</summary>
    public static IEnumerable<BrokenRuleException> Faults(Complaint complaint, DeadlineRules rules)
    {
        if (complaint.Reference.Length > LongestReference || !ReferenceForm().IsMatch(complaint.Reference) || FreeText.NamesPerson(complaint.Reference))
        {
            yield return new BrokenRuleException(
                "complaint.reference", $"A complaint needs the number it has in the register, such as 2026/0042 or KN-2026-0042: at most {LongestReference} characters, no words and no person's number.", LongestReference);
        }

        if (!ComplaintCategory.IsKnown(complaint.Category))
        {
            yield return new BrokenRuleException("complaint.category", $"“{complaint.Category}” is no category of complaints.", complaint.Category);
        }

        if (complaint.AcceptedOn < complaint.ReceivedOn || complaint.ResolvedOn < complaint.ReceivedOn || complaint.ResolvedOn < complaint.AcceptedOn || complaint.DueOn < complaint.ReceivedOn)
        {
            yield return new BrokenRuleException(
                "complaint.dates", $"{complaint.Reference} cannot be accepted, due or resolved before it was received, nor resolved before it was accepted.", complaint.Reference);
        }

        if (complaint.ResolvedOn is null != complaint.Outcome is null)
        {
            yield return new BrokenRuleException("complaint.outcome", $"{complaint.Reference} has an outcome when, and only when, it is resolved.", complaint.Reference);
        }

        int most = rules.Of(complaint.Kind).MaxExtensions;
        if (complaint.Extensions < 0 || complaint.Extensions > most)
        {
            yield return new BrokenRuleException("complaint.extensions", $"The deadline of {complaint.Reference} may be extended {most} times.", complaint.Reference, most);
        }
    }

    /// <summary>Accepted for handling: the deadline now runs from <paramref name="day"/>.</summary>
    public static Complaint Accept(this Complaint complaint, DateOnly day, bool isComplex, DeadlineRules rules)
    {
        RefuseIfResolved(complaint);
        return complaint with { AcceptedOn = day, Extensions = 0, DueOn = rules.DueOn(complaint.Kind, complaint.ReceivedOn, day, isComplex, 0) };
    }

    /// <summary>The deadline moves by one extension, if the kind has one left.</summary>
    public static Complaint Extend(this Complaint complaint, DeadlineRules rules)
    {
        RefuseIfResolved(complaint);
        DeadlineRule rule = rules.Of(complaint.Kind);
        if (complaint.AcceptedOn is null || complaint.Extensions >= rule.MaxExtensions)
        {
            throw new BrokenRuleException(
                "complaint.extensions", $"The deadline of {complaint.Reference} may be extended {rule.MaxExtensions} times, once it is accepted.", complaint.Reference, rule.MaxExtensions);
        }

        return complaint with { Extensions = complaint.Extensions + 1, DueOn = complaint.DueOn.AddDays(rule.ExtensionDays) };
    }

    /// <summary>Resolved on <paramref name="day"/>.</summary>
    public static Complaint Resolve(this Complaint complaint, DateOnly day, ComplaintOutcome outcome)
    {
        RefuseIfResolved(complaint);
        if (day < complaint.ReceivedOn || day < complaint.AcceptedOn)
        {
            throw new BrokenRuleException("complaint.dates", $"{complaint.Reference} cannot be resolved on {day:yyyy-MM-dd}, before it was received or accepted.", complaint.Reference, day);
        }

        return complaint with { ResolvedOn = day, Outcome = outcome };
    }

    // Numbers and short marks in capitals; a word, and so a name, does not fit.
    [GeneratedRegex(@"^(?=.*\d)(?:\p{Lu}{1,5}|\d{1,8})(?:[-./](?:\p{Lu}{1,5}|\d{1,8}))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ReferenceForm();

    private static void RefuseIfResolved(Complaint complaint)
    {
        if (complaint.ResolvedOn is { } day)
        {
            throw new BrokenRuleException("complaint.resolved", $"{complaint.Reference} was resolved on {day:yyyy-MM-dd}.", complaint.Reference, day);
        }
    }
}
