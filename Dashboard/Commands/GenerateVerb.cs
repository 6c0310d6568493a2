using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Commands;

/// <summary>
/// <c>generate --committees N --indicators I --periods P --seed S</c>: bulk test data, a root of its own named GEN, every committee
/// with a figure for every indicator and quarter. The same numbers give the same data.
/// </summary>
internal static class GenerateVerb
{
    private const int Branching = 20;
    private static readonly Period LastQuarter = Period.Quarter(2026, 3);

    public static Verb Verb { get; } = new("generate", ["committees", "indicators", "periods", "seed"], [], RunAsync);

    private static async Task<int> RunAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        arguments.Words(0);
        int committees = arguments.Number("committees", 1, 1_000_000);
        int indicators = arguments.Number("indicators", 1, 999);
        int periods = arguments.Number("periods", 1, 400);
        int seed = arguments.Number("seed", 0, int.MaxValue);
        await context.Database.MigrateAsync(cancellationToken);
        var progress = new ProgressLine(context);
        WriteReceipt receipt = await context.Ledger.WriteAsync(
            VerbContext.Account,
            async (page, token) =>
            {
                int first = await page.Db.Committees.CountAsync(token);
                await CommitteeRegister.AddAsync(page, [.. Enumerable.Range(0, committees).Select(CommitteeOf)], [.. Enumerable.Range(1, committees - 1).Select(PlacementOf)], token);
                await Catalogue.PutAsync(page, [.. Enumerable.Range(1, indicators).Select(IndicatorOf)], token);
                await page.Db.SaveChangesAsync(token);
                page.Db.ChangeTracker.Clear();
                List<Indicator> known = await page.Db.Indicators.AsNoTracking().Where(i => i.Topic == "gen").OrderBy(i => i.Number).Take(indicators).ToListAsync(token);
                State(page, first, committees, known, Quarters(periods), (ulong)seed, progress, token);
            },
            $"generate --committees {committees} --indicators {indicators} --periods {periods} --seed {seed}",
            cancellationToken);
        context.Say("generated", committees, indicators, periods, (long)committees * indicators * periods, receipt.LastSequence);
        return CommandLine.Done;
    }

    private static void State(
        LedgerPage page, int first, int committees, List<Indicator> indicators, Period[] periods, ulong seed, ProgressLine progress, CancellationToken cancellationToken)
    {
        var table = new FigureTable(page);
        int written = 0;
        for (int committee = first; committee < first + committees; committee++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (Indicator indicator in indicators)
            {
                for (int period = 0; period < periods.Length; period++)
                {
                    long value = Mixed(seed, committee - first, indicator.Code, period);
                    table.State(new Figure { Committee = committee, Indicator = indicator.Number, Period = periods[period], Value = value }, indicator.Code);
                    written++;
                }
            }

            progress.Report(new(committees * indicators.Count * periods.Length, written));
        }
    }

    private static Committee CommitteeOf(int index) => new()
    {
        Code = CodeOf(index),
        Name = index == 0 ? "Dữ liệu sinh tự động" : $"Tổ chức {index:000000}",
        NameEn = index == 0 ? "Generated data" : $"Organisation {index:000000}",
        Level = (CommitteeLevel)Math.Min((int)CommitteeLevel.Cell, (int)CommitteeLevel.Province + Depth(index)),
        IsSample = true,
    };

    private static Placement PlacementOf(int index) => new(CodeOf(index), CodeOf((index - 1) / Branching), null, null);

    private static string CodeOf(int index) => index == 0 ? "GEN" : $"GEN-{index:000000}";

    private static int Depth(int index) => index == 0 ? 0 : 1 + Depth((index - 1) / Branching);

    private static Indicator IndicatorOf(int index) => new()
    {
        Code = $"gen.{index:000}",
        Topic = "gen",
        Name = $"Chỉ tiêu {index:000}",
        NameEn = $"Indicator {index:000}",
        Unit = "files",
        OverTime = index % 5 == 0 ? OverTime.Last : OverTime.Sum,
    };

    private static Period[] Quarters(int count)
    {
        var quarters = new Period[count];
        Period quarter = LastQuarter;
        for (int i = count - 1; i >= 0; i--, quarter = quarter.Previous())
        {
            quarters[i] = quarter;
        }

        return quarters;
    }

    /// <summary>0–999, the same for the same place: SplitMix64 over all of it, wrapping as it is meant to.</summary>
    private static long Mixed(ulong seed, int committee, string indicator, int period)
    {
        unchecked
        {
            ulong z = seed + 0x9E3779B97F4A7C15UL * (ulong)(committee + 1);
            foreach (char letter in indicator)
            {
                z = (z ^ letter) * 0x100000001B3UL;
            }

            z += 0x9E3779B97F4A7C15UL * (ulong)(period + 1);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return (long)((z ^ (z >> 31)) % 1000);
        }
    }
}
