using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Complaints;
using Dashboard.Layout;

namespace Dashboard.Complaints;

/// <summary>Reads from the change log what happened to one case, whatever its number was then.</summary>
public sealed class CaseHistory(LogSearch log, AccessBook accounts)
{
    /// <summary>Most entries that are read: a case has a handful.</summary>
    private const int Most = 200;

    /// <summary>What happened, the newest first.</summary>
    /// <param name="complaint">The case as it stood last.</param>
    /// <param name="last">The last entry that is told; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<CaseEvent>> OfAsync(Complaint complaint, long? last = null, CancellationToken cancellationToken = default)
    {
        var found = new SortedDictionary<long, CaseEvent>();
        string? reference = complaint.Reference;
        var asked = new HashSet<string>(StringComparer.Ordinal);
        while (reference is not null && asked.Add(reference))
        {
            var filter = new LogFilter { Subject = Subject.Complaint, Committees = new HashSet<int> { complaint.Committee }, Key = reference, Last = last };
            foreach (LogEntry entry in await log.BeforeAsync(filter, long.MaxValue, Most, cancellationToken))
            {
                if (entry.After is not null && LogPayload.Read<Complaint>(entry.After) is { } after && after.Id == complaint.Id)
                {
                    found[entry.Sequence] = new CaseEvent(entry.Sequence, entry.At, NameOf(entry.Account), entry.Reason, entry.Before is null ? null : LogPayload.Read<Complaint>(entry.Before), after);
                }
            }

            // An entry lies under the number that the case had after it: what was before a correction of the number lies under the other.
            reference = found.Values.Select(e => e.Before?.Reference).FirstOrDefault(r => r is not null && !asked.Contains(r));
        }

        return [.. found.Values.Reverse()];
    }

    private string NameOf(string account) => accounts.Find(account) is { } known ? (Languages.IsVietnamese ? known.DisplayName : known.DisplayNameEn ?? known.DisplayName) : account;
}
