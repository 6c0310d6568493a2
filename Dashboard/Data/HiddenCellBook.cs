using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>
/// Remembers which counts were not shown to whom. Not through the <see cref="Ledger"/>: nothing of it belongs in the log, and it is kept
/// before a screen is drawn, where nobody may wait for the writer who may be waiting for the screen.
/// </summary>
public sealed class HiddenCellBook(IDbContextFactory<DashboardDb> databases)
{
    /// <summary>The most it holds; beyond it those with the oldest reasons go, but never those of the last day.</summary>
    public const int Most = 200_000;

    private readonly Lock _gate = new();
    private int _added;

    /// <summary>What was hidden of a sheet with a reason on or after a day.</summary>
    public Dictionary<(int Committee, string Column), DateOnly> Read(string audience, int committee, string sheet, DateOnly since)
    {
        using DashboardDb db = databases.CreateDbContext();
        return db.HiddenCells.AsNoTracking().Where(c => c.Audience == audience && c.Committee == committee && c.Sheet == sheet && c.On >= since)
            .ToDictionary(c => (c.Of, c.Column), c => c.On);
    }

    /// <summary>Keeps that counts of a sheet are hidden, with a reason on <paramref name="day"/>.</summary>
    public void Keep(string audience, int committee, string sheet, IReadOnlyCollection<(int Of, string Column)> cells, DateOnly day)
    {
        lock (_gate)
        {
            using DashboardDb db = databases.CreateDbContext();
            Dictionary<(int, string), HiddenCellRow> there = db.HiddenCells.Where(c => c.Audience == audience && c.Committee == committee && c.Sheet == sheet).ToDictionary(c => (c.Of, c.Column));
            foreach ((int of, string column) in cells)
            {
                if (there.TryGetValue((of, column), out HiddenCellRow? row))
                {
                    row.On = day;
                }
                else
                {
                    db.Add(new HiddenCellRow { Audience = audience, Committee = committee, Sheet = sheet, Of = of, Column = column, On = day });
                }
            }

            db.SaveChanges();
            _added += cells.Count;
            if (_added > Most / 100)
            {
                Trim(db);
            }
        }
    }

    /// <summary>Forgets what has no reason on or after a day, and what is too much.</summary>
    public void Forget(DateOnly before)
    {
        lock (_gate)
        {
            using DashboardDb db = databases.CreateDbContext();
            db.HiddenCells.Where(c => c.On < before).ExecuteDelete();
            Trim(db);
        }
    }

    private void Trim(DashboardDb db)
    {
        _added = 0;
        if (db.HiddenCells.Count() > Most)
        {
            DateOnly oldest = db.HiddenCells.OrderByDescending(c => c.On).Skip(Most).Select(c => c.On).First();
            DateOnly newest = db.HiddenCells.Max(c => c.On);
            db.HiddenCells.Where(c => c.On <= oldest && c.On < newest).ExecuteDelete();
        }
    }
}
