using System.Diagnostics;
using Dashboard.Changes;
using Dashboard.Administration;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;
using Dashboard.Exchange;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Benchmarks;

/// <summary>R13: how fast the log is verified, and what its page and its file cost when it has grown.</summary>
internal static class ChainBenchmark
{
    private const double RowsASecond = 200_000;

    public static async Task<bool> RunAsync(int entries)
    {
        string folder = Directory.CreateTempSubdirectory("dashboard-chain-").FullName;
        try
        {
            var database = new SqliteDatabase($"Data Source={Path.Combine(folder, "dashboard.db")}");
            await database.MigrateAsync();
            await FillAsync(database, entries);
            Console.WriteLine($"{entries:n0} entries, {new FileInfo(database.Path).Length / (1024.0 * 1024):n0} MiB");
            bool ok = Verify(database, entries);
            await PagesAsync(new LogSearch(database), entries);
            Files(new LogSearch(database), folder);
            return ok;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(SqliteDatabase database, int entries)
    {
        await using var ledger = new Ledger(database, TimeProvider.System, NullLogger<Ledger>.Instance);
        long start = Stopwatch.GetTimestamp();
        for (int done = 0; done < entries; done += 50_000)
        {
            int from = done;
            await ledger.WriteAsync("officer", (page, _) => RecordAsync(page, from, Math.Min(from + 50_000, entries)), "bulk");
        }

        Console.WriteLine($"written in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
    }

    private static Task RecordAsync(LedgerPage page, int from, int until)
    {
        for (int i = from; i < until; i++)
        {
            string figure = $$"""{"value":{{i}},"outOf":null,"precision":"exact","standing":"final"}""";
            page.Record(i % 10_000 == 0 ? Subject.Plan : Subject.Figure, i % 50_000, "vetting.admission|2026-Q3", i % 2 == 0 ? null : figure, figure);
        }

        return Task.CompletedTask;
    }

    private static bool Verify(SqliteDatabase database, int entries)
    {
        double[] rates = new double[5];
        for (int round = 0; round < rates.Length; round++)
        {
            long start = Stopwatch.GetTimestamp();
            var walk = new ChainWalk([]);
            if (!LogBytes.Walk(database, walk) || walk.Sequence != entries)
            {
                Console.WriteLine($"The chain breaks at {walk.Sequence + 1}.");
                return false;
            }

            rates[round] = entries / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(rates);
        bool met = rates[2] >= RowsASecond;
        Console.WriteLine($"verify: {rates[2]:n0} rows/s (median of five, {rates[0]:n0} to {rates[^1]:n0}), target {RowsASecond:n0} {(met ? "" : "MISSED")}");
        return met;
    }

    private static async Task PagesAsync(LogSearch log, int entries)
    {
        (string Name, LogFilter Filter, long Before)[] questions =
        [
            ("the newest page", new LogFilter(), long.MaxValue), ("a page in the middle", new LogFilter(), entries / 2),
            ("of one committee", new LogFilter { Committees = new HashSet<int> { 7 } }, long.MaxValue),
            ("of half the committees", new LogFilter { Committees = Enumerable.Range(0, 25_000).ToHashSet() }, long.MaxValue),
            ("of a rare subject", new LogFilter { Subject = Subject.Plan }, long.MaxValue),
            ("of a subject never met", new LogFilter { Subject = Subject.Lapse }, long.MaxValue),
            ("a key never met", new LogFilter { Key = "nothing" }, long.MaxValue),
            ("up to a day", new LogFilter { Until = DateTime.UtcNow }, long.MaxValue),
        ];
        foreach ((string name, LogFilter filter, long before) in questions)
        {
            double[] taken = new double[7];
            for (int round = 0; round < taken.Length; round++)
            {
                long start = Stopwatch.GetTimestamp();
                await log.BeforeAsync(filter, before, LogWindow.PageSize + 1);
                taken[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            Array.Sort(taken);
            Console.WriteLine($"{name,-28} {taken[3],9:0.0} ms");
        }
    }

    private static void Files(LogSearch log, string folder)
    {
        foreach (string ending in new[] { "csv", "xlsx" })
        {
            string path = Path.Combine(folder, "log." + ending);
            long before = Machine.LiveBytes();
            long peak = 0;
            long start = Stopwatch.GetTimestamp();
            IEnumerable<LogEntry> Watched()
            {
                int read = 0;
                foreach (LogEntry entry in log.ReadAll(new LogFilter()))
                {
                    if (++read % 200_000 == 0)
                    {
                        peak = Math.Max(peak, Machine.LiveBytes() - before);
                    }

                    yield return entry;
                }
            }

            int rows = LogSheet.Write(path, Watched().Take(LogSheet.MostInSheet), Hierarchy.Empty);
            Console.WriteLine($"{ending}: {rows:n0} entries in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, {new FileInfo(path).Length / (1024.0 * 1024):n0} MiB, at most {peak / (1024.0 * 1024):0.0} MiB held");
        }
    }
}
