using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>
/// Remembers which counts were not shown to whom. Not through the <see cref="Ledger"/>: nothing of it belongs in the log, and it is kept
/// before a screen is drawn, where nobody may wait for the writer who may be waiting for the screen.
/// </summary>
public sealed class HiddenCellBook(IDbContextFactory<DashboardDb> databases) : IDisposable
{
    /// <summary>The most it holds; beyond it those with the oldest reasons go, but never those of the last day.</summary>
    public const int Most = 200_000;

    private const string ReadSql =
        """
        SELECT "Of", "Column", "On" FROM "HiddenCells" WHERE "Audience" = @audience AND "Committee" = @committee AND "Sheet" = @sheet AND "On" >= @since
        """;

    private readonly Lock _gate = new();
    private readonly Lock _reading = new();
    private readonly CommandShelf _commands = new();
    private int _added;
    private DashboardDb? _reader;

    /// <summary>What was hidden of a sheet with a reason on or after a day.</summary>
    public Dictionary<(int Committee, string Column), DateOnly> Read(string audience, int committee, string sheet, DateOnly since)
    {
        // A file for circulation asks thousands of times: by a connection that stays open and a command that stays prepared.
        lock (_reading)
        {
            try
            {
                DbCommand read = Open().Of(ReadSql, "audience", "committee", "sheet", "since");
                CommandShelf.Set(read, audience, committee, sheet, since);
                var cells = new Dictionary<(int, string), DateOnly>();
                using DbDataReader rows = read.ExecuteReader();
                while (rows.Read())
                {
                    cells.Add((rows.GetInt32(0), rows.GetString(1)), rows.GetFieldValue<DateOnly>(2));
                }

                return cells;
            }
            catch (DbException)
            {
                Close();
                throw;
            }
        }
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

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_reading)
        {
            Close();
        }
    }

    private CommandShelf Open()
    {
        if (_reader is null)
        {
            _reader = databases.CreateDbContext();
            _reader.Database.OpenConnection();
            _commands.Begin(_reader.Database.GetDbConnection(), null);
        }

        return _commands;
    }

    private void Close()
    {
        _commands.Forget();
        _reader?.Dispose();
        _reader = null;
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
