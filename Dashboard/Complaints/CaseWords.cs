using Dashboard.Domain.Complaints;
using Dashboard.Layout;
using static Dashboard.Complaints.ComplaintTexts;

namespace Dashboard.Complaints;

/// <summary>Says what an entry of the log changed of a case.</summary>
public static class CaseWords
{
    /// <summary>A sentence for what happened; several where a correction changed several fields.</summary>
    public static IEnumerable<string> Of(CaseEvent one)
    {
        if (one.Before is not { } before)
        {
            yield return Get("Past.Entered", Numerals.Day(one.After.ReceivedOn), Numerals.Day(one.After.DueOn));
            yield break;
        }

        Complaint after = one.After;
        if (after == before with { AcceptedOn = after.AcceptedOn, DueOn = after.DueOn, Extensions = 0 } && before.AcceptedOn is null)
        {
            yield return Get("Past.Accepted", Day(after.AcceptedOn), Day(after.DueOn));
        }
        else if (after == before with { Extensions = before.Extensions + 1, DueOn = after.DueOn })
        {
            yield return Get("Past.Extended", after.Extensions, Day(after.DueOn));
        }
        else if (after == before with { ResolvedOn = after.ResolvedOn, Outcome = after.Outcome } && before.ResolvedOn is null)
        {
            yield return Get("Past.Resolved", Day(after.ResolvedOn), ComplaintTexts.Of(after.Outcome!.Value));
        }
        else
        {
            foreach (string change in Changes(before, after))
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<string> Changes(Complaint before, Complaint after)
    {
        (string Name, string Before, string After)[] fields =
        [
            ("Head.Reference", before.Reference, after.Reference),
            ("Head.Kind", ComplaintTexts.Of(before.Kind), ComplaintTexts.Of(after.Kind)),
            ("Head.Category", CategoryOf(before.Category), CategoryOf(after.Category)),
            ("Field.Received", Day(before.ReceivedOn), Day(after.ReceivedOn)),
            ("Field.Accepted", Day(before.AcceptedOn), Day(after.AcceptedOn)),
            ("Field.Extensions", Numerals.Whole(before.Extensions), Numerals.Whole(after.Extensions)),
            ("Head.Due", Day(before.DueOn), Day(after.DueOn)),
            ("Field.Resolved", Day(before.ResolvedOn), Day(after.ResolvedOn)),
            ("Field.Outcome", Word(before.Outcome), Word(after.Outcome)),
        ];
        return fields.Where(f => f.Before != f.After).Select(f => Get("Past.Changed", Get(f.Name), f.Before, f.After));
    }

    private static string Day(DateOnly? day) => day is { } known ? Numerals.Day(known) : Numerals.Missing;

    private static string Word(ComplaintOutcome? outcome) => outcome is { } known ? ComplaintTexts.Of(known) : Numerals.Missing;
}
