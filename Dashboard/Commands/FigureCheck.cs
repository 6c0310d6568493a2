using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Periods;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Commands;

/// <summary>Plays the log's changes of figures through and compares what they come to with the table.</summary>
internal sealed class FigureCheck : ICheck
{
    private const int MostSaid = 100;

    public string Name => "figures";

    public async Task<CheckResult> RunAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        await using DashboardDb db = database.CreateDbContext();
        // One view of the file for both reads: what is committed meanwhile belongs to the next check.
        await using var snapshot = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadUncommitted, cancellationToken);
        Dictionary<int, string> indicators = await db.Indicators.ToDictionaryAsync(i => i.Number, i => i.Code, cancellationToken);
        Dictionary<Key, Last> last = await PlayAsync(db, indicators.ToDictionary(i => i.Value, i => i.Key, StringComparer.Ordinal), cancellationToken);
        var differences = new List<string>();
        long counted = 0;
        await foreach (FigureRow row in db.Figures.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            counted++;
            string now = LogPayload.Write(row.ToFigure());
            if (!last.Remove(new Key(row.Committee, row.Indicator, row.Start, row.End), out Last told) || told != Last.Of(row.Sequence, now))
            {
                differences.Add($"Committee {row.Committee}, {indicators[row.Indicator]}, {new Period(row.Start, row.End)}: the table says {now}, the log does not.");
            }

            if (differences.Count >= MostSaid)
            {
                return new CheckResult(counted, differences);
            }
        }

        differences.AddRange(last.Take(MostSaid).Select(lost =>
            $"Committee {lost.Key.Committee}, {indicators[lost.Key.Indicator]}, {new Period(lost.Key.Start, lost.Key.End)}: the log has a figure (entry {lost.Value.Sequence}), the table has none."));
        return new CheckResult(counted, differences);
    }

    private static async Task<Dictionary<Key, Last>> PlayAsync(DashboardDb db, Dictionary<string, int> indicators, CancellationToken cancellationToken)
    {
        var last = new Dictionary<Key, Last>();
        var changes = db.Changes.Where(e => e.Subject == Subject.Figure).OrderBy(e => e.Sequence).Select(e => new { e.Sequence, e.Committee, e.Key, e.After });
        await foreach (var change in changes.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            (string indicator, Period period) = LogPayload.ReadFigureKey(change.Key);
            var key = new Key(change.Committee ?? -1, indicators.GetValueOrDefault(indicator, -1), period.Start, period.End);
            if (change.After is null)
            {
                last.Remove(key);
            }
            else
            {
                last[key] = Last.Of(change.Sequence, change.After);
            }
        }

        return last;
    }

    private readonly record struct Key(int Committee, int Indicator, DateOnly Start, DateOnly End);

    /// <summary>The text itself would take hundreds of megabytes; the chain guards it, this only has to notice a difference.</summary>
    private readonly record struct Last(long Sequence, int Text)
    {
        public static Last Of(long sequence, string text) => new(sequence, text.GetHashCode(StringComparison.Ordinal));
    }
}
