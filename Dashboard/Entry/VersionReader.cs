using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Returns;

namespace Dashboard.Entry;

/// <summary>Reads from the log what was done with a return, by whom and when.</summary>
public sealed class VersionReader(LogSearch log)
{
    private const int MostEntries = 500;

    private static readonly TimeSpan OneGo = TimeSpan.FromMinutes(15);

    /// <summary>What was done, the latest first; what one account entered in one go is one.</summary>
    public async Task<IReadOnlyList<ReturnVersion>> ReadAsync(ReturnKey key, CancellationToken cancellationToken)
    {
        var versions = new List<ReturnVersion>();
        foreach (IGrouping<(DateTime At, string Account), LogEntry> write in (await EntriesAsync(key, cancellationToken)).GroupBy(e => (e.At, e.Account)))
        {
            ReturnVersion one = VersionOf(write.Key.At, write.Key.Account, [.. write]);
            if (one is { Step: null, Lines.Count: 0 })
            {
                continue;
            }

            if (one.Step is null && versions is [.., { Step: null } later] && later.Account == one.Account && later.At - one.At < OneGo)
            {
                versions[^1] = later with { Lines = later.Lines.Concat(one.Lines).ToValueList() };
            }
            else
            {
                versions.Add(one);
            }
        }

        return versions;
    }

    private async Task<IEnumerable<LogEntry>> EntriesAsync(ReturnKey key, CancellationToken cancellationToken)
    {
        var filter = new LogFilter { Committees = new HashSet<int> { key.Committee }, Key = key.Text };
        IReadOnlyList<LogEntry> found = await log.BeforeAsync(filter, long.MaxValue, MostEntries, cancellationToken);
        return found.Where(e => (e.Subject == Subject.Return && e.Key == key.Text) || (e.Subject == Subject.Entry && e.Key.StartsWith($"{key.Text}|", StringComparison.Ordinal)));
    }

    private static ReturnVersion VersionOf(DateTime at, string account, LogEntry[] entries)
    {
        LogEntry? step = entries.FirstOrDefault(e => e.Subject == Subject.Return);
        ReturnState? before = step?.Before is { } held ? LogPayload.Read<Return>(held).State : null;
        ReturnState? after = step?.After is { } holds ? LogPayload.Read<Return>(holds).State : null;
        LineChange[] lines =
        [
            .. from entry in entries
               where entry is { Subject: Subject.Entry, After: not null }
               let now = LogPayload.Read<ReturnLine>(entry.After!)
               let then = entry.Before is { } text ? LogPayload.Read<ReturnLine>(text) : null
               where then is null || !then.Says(now)
               select new LineChange(now.Indicator, then, now),
        ];
        // The first entries make a draft of it, which is no step worth telling; a correction stays approved.
        bool isStep = after is { } state && (state != before || state == ReturnState.Approved) && state is not (ReturnState.Draft or ReturnState.NotStarted);
        // What came with the database says why it was filled, not why a return stands where it does.
        string? reason = step is { Before: null } && isStep ? null : entries[0].Reason;
        return new ReturnVersion(at, account, isStep ? after : null, reason, lines.ToValueList());
    }
}
