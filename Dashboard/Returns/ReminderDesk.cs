using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Returns;

/// <summary>
/// Reminds committees of returns that are late: whoever may review a return may remind of it, once a day. A reminder is an entry of the
/// log and a count, and holds no words: what is to be said stands in the due day.
/// </summary>
public sealed class ReminderDesk(Ledger ledger, ReturnRights rights, CommitteeDirectory directory, Denials denials, LiveFigures figures, LocalCalendar calendar)
{
    /// <summary>Returns reminded of in one transaction, so that nobody else's write waits long; the rest follows in the next.</summary>
    public const int MostAtOnce = 200;

    /// <summary>Reminds of returns and says of how many: those that came in meanwhile, or were reminded today, are passed over.</summary>
    /// <exception cref="BrokenRuleException"><c>return.notAbove</c> when one of them is not the reviewer's; none is reminded then.</exception>
    public async Task<int> RemindAsync(ClaimsPrincipal reviewer, IReadOnlyCollection<ReturnKey> keys, CancellationToken cancellationToken = default)
    {
        foreach (ReturnKey key in keys)
        {
            RefuseIfNotAbove(reviewer, key.Committee);
        }

        DateOnly today = calendar.Today;
        HashSet<ReturnKey> asked = [.. keys];
        HashSet<int> committees = [.. keys.Select(key => key.Committee)];
        Scope reviewed = rights.Reviewing(reviewer);
        Return[] late = [.. OwedReturns.Of(figures.Now, committees.Contains, today).Where(one => one.IsLate(today) && asked.Contains(new ReturnKey(one.Committee, one.Form, one.Period)))];
        int reminded = 0;
        foreach (Return[] some in late.Chunk(MostAtOnce))
        {
            WriteReceipt written = await ledger.WriteAsync(
                reviewer.Identity!.Name!,
                async (page, cancel) =>
                {
                    foreach (Return one in some)
                    {
                        if (one.Remind(await ReminderRegister.FindAsync(page, one.Committee, one.Form, one.Period, cancel), AboveOf(reviewed, one.Committee), today) is { } next)
                        {
                            await ReminderRegister.PutAsync(page, next, cancel);
                        }
                    }
                },
                null,
                cancellationToken);
            reminded += written.Entries;
        }

        return reminded;
    }

    /// <summary>The nearest committee above that the reviewer reviews from; null where that is everywhere.</summary>
    private int? AboveOf(Scope reviewed, int committee)
    {
        int node = directory.Search.ParentOf(committee);
        while (node >= 0 && !reviewed.Roots.Contains(node))
        {
            node = directory.Search.ParentOf(node);
        }

        return node < 0 ? null : node;
    }

    private void RefuseIfNotAbove(ClaimsPrincipal reviewer, int committee)
    {
        if (!rights.MayReview(reviewer, committee))
        {
            denials.Note(reviewer, "/returns/reminders", committee);
            throw new BrokenRuleException("return.notAbove", "What a committee hands in is approved from above, and reminded of from there.");
        }
    }
}
