using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Returns;

/// <summary>Reads from the log what happened to a return, and what stood in it when it was handed in before.</summary>
public sealed class ReturnHistory(IDbContextFactory<DashboardDb> databases)
{
    /// <summary>The steps of a return, the first one first.</summary>
    public async Task<IReadOnlyList<ReturnStep>> StepsAsync(ReturnKey key, CancellationToken cancellationToken)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        List<LogEntry> entries = await db.Changes.AsNoTracking()
            .Where(e => e.Committee == key.Committee && e.Subject == Subject.Return && e.Key == key.Text)
            .OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        return [.. entries.Where(e => e.After is not null).Select(StepOf)];
    }

    /// <summary>Why each of these returns came back last.</summary>
    public async Task<IReadOnlyDictionary<ReturnKey, ReturnStep>> SentBackAsync(IReadOnlyCollection<ReturnKey> keys, CancellationToken cancellationToken)
    {
        var last = new Dictionary<ReturnKey, ReturnStep>();
        foreach (ReturnKey key in keys)
        {
            if ((await StepsAsync(key, cancellationToken)).LastOrDefault(s => s.To == ReturnState.SentBack) is { } step)
            {
                last[key] = step;
            }
        }

        return last;
    }

    /// <summary>
    /// What stood in the lines when the return was handed in the last time but this one, which is what stood there when it was sent
    /// back; null when it never was.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, ReturnLine>?> LastSubmissionAsync(ReturnSheet sheet, IReadOnlyList<ReturnStep> steps, CancellationToken cancellationToken)
    {
        int sentBack = steps.ToList().FindLastIndex(s => s.To == ReturnState.SentBack);
        if (sentBack < 0)
        {
            return null;
        }

        // Nothing can be entered between being sent back and the step after it, which goes before its lines in the log.
        long until = sentBack + 1 < steps.Count ? steps[sentBack + 1].Sequence : long.MaxValue;
        string prefix = $"{sheet.Key.Text}|";
        int committee = sheet.Key.Committee;
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        List<LogEntry> entries = await db.Changes.AsNoTracking()
            .Where(e => e.Committee == committee && e.Subject == Subject.Entry && e.Sequence < until && e.Key.StartsWith(prefix))
            .OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        Dictionary<string, ReturnLine> before = [];
        foreach (LogEntry entry in entries.Where(e => e.After is not null))
        {
            before[entry.Key[prefix.Length..]] = LogPayload.Read<ReturnLine>(entry.After!);
        }

        foreach (ReturnLine line in sheet.Lines.Where(l => !before.ContainsKey(l.Indicator)))
        {
            // Of a return of before lines were kept there is the figure, and of an untouched line what stands there still.
            before[line.Indicator] = await StatedBeforeAsync(db, sheet.Key, line, until, cancellationToken);
        }

        return before;
    }

    private static async Task<ReturnLine> StatedBeforeAsync(DashboardDb db, ReturnKey key, ReturnLine line, long until, CancellationToken cancellationToken)
    {
        string figureKey = LogPayload.FigureKey(line.Indicator, key.Period);
        string? stated = await db.Changes.AsNoTracking()
            .Where(e => e.Committee == key.Committee && e.Subject == Subject.Figure && e.Sequence < until && e.Key == figureKey)
            .OrderByDescending(e => e.Sequence).Select(e => e.After).FirstOrDefaultAsync(cancellationToken);
        if (stated is null)
        {
            return line.Revision == 0 ? line : new ReturnLine { Indicator = line.Indicator };
        }

        Figure figure = LogPayload.ReadFigure(stated, key.Committee, 0, key.Period);
        return new ReturnLine { Indicator = line.Indicator, Value = figure.Value, OutOf = figure.OutOf, Precision = figure.Precision };
    }

    private static ReturnStep StepOf(LogEntry entry) => new(
        entry.Sequence, entry.At, entry.Account, entry.Before is null ? null : LogPayload.Read<Return>(entry.Before).State, LogPayload.Read<Return>(entry.After!).State, entry.Reason);
}
