using System.Collections.Immutable;
using System.Data;
using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Live;

/// <summary>Reads the live state and the figures from the database as of one moment.</summary>
public sealed class StateLoader(IDbContextFactory<DashboardDb> databases)
{
    /// <summary>Everything but the figures, and the figures, which the caller must enumerate before anything else.</summary>
    public async Task<(LiveState State, List<FigureChange> Figures)> LoadAsync(CancellationToken cancellationToken)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        await using SqliteTransaction moment = await OneMomentAsync(db, cancellationToken);
        LiveState state = await LoadStateAsync(db, cancellationToken);
        var figures = new List<FigureChange>();
        await foreach (FigureRow row in db.Figures.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            figures.Add(new FigureChange(row.Committee, row.Indicator, new Period(row.Start, row.End), row.ToFigure(), row.Sequence));
        }

        return (state, figures);
    }

    /// <summary>The committees and the catalogue as they are now, for when the log says that they changed.</summary>
    public async Task<(Hierarchy Hierarchy, IndicatorSet Indicators, ImmutableArray<Form> Forms)> LoadFrameAsync(CancellationToken cancellationToken)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        await using SqliteTransaction moment = await OneMomentAsync(db, cancellationToken);
        return await FrameAsync(db, cancellationToken);
    }

    private static async Task<LiveState> LoadStateAsync(DashboardDb db, CancellationToken cancellationToken)
    {
        long last = await db.Changes.MaxAsync(e => (long?)e.Sequence, cancellationToken) ?? 0;
        DateTime? changedAt = await db.Changes.Where(e => !LogFollower.Unseen.Contains(e.Subject)).OrderByDescending(e => e.Sequence).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(cancellationToken);
        (Hierarchy hierarchy, IndicatorSet indicators, ImmutableArray<Form> forms) = await FrameAsync(db, cancellationToken);
        return new LiveState
        {
            Sequence = last,
            ChangedAt = changedAt,
            Hierarchy = hierarchy,
            Indicators = indicators,
            Forms = forms,
            Plans = (await db.Plans.AsNoTracking().ToListAsync(cancellationToken)).ToImmutableDictionary(p => (p.Committee, p.Indicator, p.Year), p => p.Value),
            Notes = (await db.FigureNotes.AsNoTracking().ToListAsync(cancellationToken)).Select(n => n.ToNote()).ToImmutableDictionary(n => (n.Committee, n.Indicator, n.Period)),
            Returns = (await db.Returns.AsNoTracking().ToListAsync(cancellationToken)).Select(r => r.ToReturn()).GroupBy(r => (r.Form, r.Period))
                .ToImmutableDictionary(g => g.Key, g => g.ToImmutableDictionary(r => r.Committee)),
            Extensions = (await db.Extensions.AsNoTracking().ToListAsync(cancellationToken)).Select(e => e.ToExtension()).ToImmutableDictionary(e => e.Id),
            Reminders = (await db.Reminders.AsNoTracking().ToListAsync(cancellationToken)).Select(r => r.ToReminder()).ToImmutableDictionary(r => (r.Committee, r.Form, r.Period)),
            Lapses = (await db.Lapses.AsNoTracking().ToListAsync(cancellationToken)).ToImmutableDictionary(l => l.Id),
            Complaints = (await db.Complaints.AsNoTracking().ToListAsync(cancellationToken)).ToImmutableDictionary(c => c.Id),
            Directives = (await db.Directives.AsNoTracking().ToListAsync(cancellationToken)).ToImmutableDictionary(d => (d.Issuer, d.Number)),
            Meetings = (await db.Meetings.AsNoTracking().ToListAsync(cancellationToken)).ToImmutableDictionary(m => m.Id),
            Decisions = (await db.Decisions.AsNoTracking().ToListAsync(cancellationToken)).ToImmutableDictionary(d => d.Id),
        };
    }

    private static async Task<(Hierarchy Hierarchy, IndicatorSet Indicators, ImmutableArray<Form> Forms)> FrameAsync(DashboardDb db, CancellationToken cancellationToken)
    {
        List<Committee> committees = await db.Committees.AsNoTracking().OrderBy(c => c.Number).ToListAsync(cancellationToken);
        List<Placement> placements = await db.Placements.AsNoTracking().ToListAsync(cancellationToken);
        List<Indicator> rows = await db.Indicators.AsNoTracking().ToListAsync(cancellationToken);
        List<Form> forms = await db.Forms.AsNoTracking().OrderBy(f => f.Code).ThenBy(f => f.Version).ToListAsync(cancellationToken);
        return (Hierarchy.From(committees, placements), new IndicatorSet(rows), [.. forms]);
    }

    /// <summary>A deferred transaction: all that is read in it is of one moment, and it keeps no writer waiting.</summary>
    private static async Task<SqliteTransaction> OneMomentAsync(DashboardDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        SqliteTransaction transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(IsolationLevel.Serializable, deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancellationToken);
        return transaction;
    }
}
