using System.Runtime.CompilerServices;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Explain;

/// <summary>Reads the entries of the log that a number rests on: of the figures in its period, at its committee and below.</summary>
public sealed class EvidenceReader(LogSearch log, AccessBook accounts, IFigures figures, LocalCalendar calendar)
{
    /// <summary>How many entries a page lists.</summary>
    public const int PageSize = 20;

    private const int Chunk = 500;

    // Above this it is quicker to read all entries of an indicator than to look each committee up.
    private const int FewCommittees = 2_000;

    /// <summary>A page of entries, the newest first.</summary>
    /// <param name="question">The number.</param>
    /// <param name="since">Only from the start of this day on; null for all.</param>
    /// <param name="before">Only below this sequence number; null begins with the newest.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<EvidencePage> PageAsync(ProofQuestion question, DateOnly? since, long? before, CancellationToken cancellationToken)
    {
        LiveState state = figures.Now;
        if (question.Measured.Register is not null)
        {
            return new EvidencePage([], false);
        }

        var sieve = new Sieve(question, state, figures.Today);
        LogFilter filter = FilterOf(question, sieve, since);
        var found = new List<Evidence>();
        long last = Math.Min(before ?? long.MaxValue, state.Sequence + 1);
        while (found.Count <= PageSize)
        {
            IReadOnlyList<LogEntry> chunk = await log.BeforeAsync(filter, last, Chunk, cancellationToken);
            found.AddRange(chunk.Where(sieve.Lets).Select(entry => Read(entry, state)));
            if (chunk.Count < Chunk)
            {
                break;
            }

            last = chunk[^1].Sequence;
        }

        return new EvidencePage(found.Take(PageSize).ToValueList(), found.Count > PageSize);
    }

    /// <summary>All entries since the start of a day, the oldest first.</summary>
    public async IAsyncEnumerable<(LogEntry Entry, int Indicator, Period Period)> AllSinceAsync(
        ProofQuestion question, DateOnly since, LiveState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sieve = new Sieve(question, state, figures.Today);
        LogFilter filter = FilterOf(question, sieve, since);
        long last = 0;
        while (true)
        {
            // The page nearest to what was read before, given the newest first.
            IReadOnlyList<LogEntry> page = await log.AfterAsync(filter, last, LogReader.PageSize, cancellationToken);
            foreach (LogEntry entry in page.Reverse().Where(sieve.Lets))
            {
                (string code, Period period) = LogPayload.ReadFigureKey(entry.Key);
                state.Indicators.TryNumberOf(code, out int indicator);
                yield return (entry, indicator, period);
            }

            if (page.Count < LogReader.PageSize)
            {
                yield break;
            }

            last = page[0].Sequence;
        }
    }

    private LogFilter FilterOf(ProofQuestion question, Sieve sieve, DateOnly? since) => new()
    {
        Subject = Subject.Figure,
        Key = question.Measured.IsTotal ? $"{question.Measured.Code}." : $"{question.Measured.Code}|",
        Committees = sieve.Region.Count <= FewCommittees ? sieve.Region : null,
        From = since is { } day ? StartOf(day) : null,
    };

    private Evidence Read(LogEntry entry, LiveState state)
    {
        (string code, Period period) = LogPayload.ReadFigureKey(entry.Key);
        state.Indicators.TryNumberOf(code, out int indicator);
        int committee = entry.Committee!.Value;
        Figure? Of(string? json) => json is null ? null : LogPayload.ReadFigure(json, committee, indicator, period);
        return new Evidence(entry.Sequence, entry.At, NameOf(entry.Account), CommitteeDoor.LinkTo(state.Hierarchy, committee), indicator, period, Of(entry.Before), Of(entry.After), entry.Reason);
    }

    private string NameOf(string account) => accounts.Find(account) is { } known ? !Languages.IsVietnamese && known.DisplayNameEn is { Length: > 0 } english ? english : known.DisplayName : account;

    private DateTime StartOf(DateOnly day)
    {
        DateTime start = day.ToDateTime(TimeOnly.MinValue);
        // A day that begins inside a gap of the clock begins when the gap ends.
        while (calendar.Zone.IsInvalidTime(start))
        {
            start = start.AddMinutes(1);
        }

        return TimeZoneInfo.ConvertTimeToUtc(start, calendar.Zone);
    }

    /// <summary>Lets through the entries of a number, of those that the filter of the log finds.</summary>
    private sealed class Sieve(ProofQuestion question, LiveState state, DateOnly today)
    {
        private readonly HashSet<int> _indicators = [.. question.Measured.Indicators];

        public HashSet<int> Region { get; } = ProofGround.Of(state.Hierarchy, today).Region(question.View, question.Committee, question.Period);

        public bool Lets(LogEntry entry)
        {
            // What came after the state that the number is read from is not in the number.
            if (entry.Sequence > state.Sequence || entry.Committee is not { } committee || !Region.Contains(committee))
            {
                return false;
            }

            (string code, Period period) = LogPayload.ReadFigureKey(entry.Key);
            return state.Indicators.TryNumberOf(code, out int number) && _indicators.Contains(number) && question.Period.Contains(period);
        }
    }
}
