using Dashboard.Domain;
using Dashboard.Domain.Complaints;
using static Dashboard.Complaints.ComplaintTexts;

namespace Dashboard.Complaints;

/// <summary>Reads what was typed: the case it makes, its deadline and why, and what is wrong field by field.</summary>
public sealed class CaseCheck
{
    private readonly Dictionary<CaseField, string> _faults = [];

    private CaseCheck()
    {
    }

    /// <summary>What is wrong, a sentence a field.</summary>
    public IReadOnlyDictionary<CaseField, string> Faults => _faults;

    /// <summary>The case; null while something is wrong.</summary>
    public Complaint? Case { get; private set; }

    /// <summary>Day received; null while it cannot be read.</summary>
    public DateOnly? Received { get; private set; }

    /// <summary>Day accepted.</summary>
    public DateOnly? Accepted { get; private set; }

    /// <summary>Why it is due when it is; null while that cannot be said, or where no rule explains the deadline of a case that is corrected.</summary>
    public DeadlineReason? Reason { get; private set; }

    /// <summary>The last day in time; null while that cannot be said.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Reads a draft.</summary>
    /// <param name="draft">What was typed.</param>
    /// <param name="taken">Register numbers that the committee has given to other cases.</param>
    /// <param name="today">The day it is: nothing is received, accepted or resolved after it.</param>
    /// <param name="known">The case that is corrected; null for a new one.</param>
    public static CaseCheck Of(CaseDraft draft, IReadOnlySet<string> taken, DateOnly today, Complaint? known = null)
    {
        var check = new CaseCheck();
        check.Received = check.Day(CaseField.Received, draft.Received, today) ?? check.Miss(CaseField.Received);
        check.Accepted = check.Day(CaseField.Accepted, draft.Accepted, today);
        DateOnly? resolved = check.Day(CaseField.Resolved, draft.Resolved, today);
        check.Order(resolved);
        check.Choices(draft, resolved, known is not null);
        check.Deadline(draft, known);
        check.Make(draft, taken, resolved, known);
        return check;
    }

    private void Order(DateOnly? resolved)
    {
        if (Accepted < Received)
        {
            _faults.TryAdd(CaseField.Accepted, Get("Fault.BeforeReceived"));
        }

        if (resolved < Received || resolved < Accepted)
        {
            _faults.TryAdd(CaseField.Resolved, Get("Fault.BeforeAccepted"));
        }
    }

    private void Choices(CaseDraft draft, DateOnly? resolved, bool isCorrection)
    {
        if (draft.Committee is null)
        {
            _faults.TryAdd(CaseField.Committee, Get("Fault.Committee"));
        }

        if (draft.Category.Length == 0)
        {
            _faults.TryAdd(CaseField.Category, Get("Fault.Category"));
        }

        if (resolved is not null != draft.Outcome is not null)
        {
            _faults.TryAdd(resolved is null ? CaseField.Resolved : CaseField.Outcome, Get("Fault.Outcome"));
        }

        if (isCorrection && string.IsNullOrWhiteSpace(draft.Reason))
        {
            _faults.TryAdd(CaseField.Reason, Get("Fault.Reason"));
        }
        else if (FreeText.NamesPerson(draft.Reason))
        {
            _faults.TryAdd(CaseField.Reason, Get("Broken.text.personal"));
        }
    }

    private void Deadline(CaseDraft draft, Complaint? known)
    {
        if (Received is not { } received || (Accepted is null && draft.Accepted.Length > 0) || Accepted < received)
        {
            return;
        }

        int most = Accepted is null ? 0 : DeadlineRules.Starting.Of(draft.Kind).MaxExtensions;
        DeadlineReason? before = known is null ? null : DeadlineReason.Of(DeadlineRules.Starting, known);
        bool isAsBefore = known is not null && (known.Kind, known.ReceivedOn, known.AcceptedOn, known.Extensions) == (draft.Kind, received, Accepted, draft.Extensions)
            && draft.IsComplex == (before is { IsComplex: true });
        Reason = isAsBefore ? before : DeadlineReason.Of(DeadlineRules.Starting, draft.Kind, received, Accepted, draft.IsComplex, Math.Clamp(draft.Extensions, 0, most));
        DueOn = isAsBefore ? known!.DueOn : Reason!.DueOn;
    }

    private void Make(CaseDraft draft, IReadOnlySet<string> taken, DateOnly? resolved, Complaint? known)
    {
        string reference = draft.Reference.Trim();
        Complaint made = new()
        {
            Id = known?.Id ?? 0,
            Committee = draft.Committee ?? -1,
            Reference = reference,
            Kind = draft.Kind,
            Category = draft.Category,
            ReceivedOn = Received ?? default,
            AcceptedOn = Accepted,
            DueOn = DueOn ?? DateOnly.MaxValue,
            Extensions = Reason?.Extensions ?? known?.Extensions ?? 0,
            ResolvedOn = resolved,
            Outcome = draft.Outcome,
        };
        if (taken.Contains(reference))
        {
            _faults[CaseField.Reference] = Get("Fault.Taken", reference);
        }
        else if (ComplaintRules.Faults(made, DeadlineRules.Starting).Any(f => f.Rule == "complaint.reference"))
        {
            _faults[CaseField.Reference] = Get("Fault.Reference", ComplaintRules.LongestReference);
        }

        Case = _faults.Count == 0 ? made : null;
    }

    private DateOnly? Miss(CaseField field)
    {
        _faults.TryAdd(field, Get("Fault.Missing"));
        return null;
    }

    private DateOnly? Day(CaseField field, string text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!DayText.TryRead(text, out DateOnly day))
        {
            _faults[field] = Get("Fault.Day", DayText.Of(today));
            return null;
        }

        if (day > today)
        {
            _faults[field] = Get("Fault.Future");
        }

        return day;
    }
}
