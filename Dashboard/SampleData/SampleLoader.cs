using System.Globalization;
using Dashboard.Data;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Lapses;
using Dashboard.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.SampleData;

/// <summary>Fills an empty database on the first start: the catalogue always, the published reports and the sample province where wanted.</summary>
public sealed partial class SampleLoader(Ledger ledger, IDbContextFactory<DashboardDb> databases, LocalCalendar calendar, ILogger<SampleLoader> logger)
{
    /// <summary>Account under which the log keeps what was loaded.</summary>
    public const string Account = "system";

    /// <summary>Setting that marks a database with sample data.</summary>
    public const string Mark = "sample";

    // The day for which the sample is made, while not all of it is loaded.
    private const string Unfinished = "sample.unfinished";

    /// <summary>
    /// Loads everything when the database has no committee yet, in two writes: what was known when the province last met, dated then,
    /// and what has come since. Goes on where an earlier start was cut off; otherwise does nothing.
    /// </summary>
    public async Task LoadIfEmptyAsync(CancellationToken cancellationToken)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        DateOnly day = calendar.Today;
        if (await db.Settings.FindAsync([Unfinished], cancellationToken) is { } begun)
        {
            day = DateOnly.ParseExact(begun.Value, "O", CultureInfo.InvariantCulture);
        }
        else if (await db.Committees.AnyAsync(cancellationToken))
        {
            return;
        }
        else
        {
            LogLoading();
            await LoadThenAsync(day, cancellationToken);
        }

        WriteReceipt receipt = await ledger.WriteAsync(Account, (page, token) => BringUpToDateAsync(page, day, token), "first start", cancellationToken);
        LogLoaded(receipt.Entries);
    }

    private async Task LoadThenAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var clock = new SampleClock { Now = TimeZoneInfo.ConvertTimeToUtc(SampleMeeting.DayBefore(day).ToDateTime(SampleMeeting.Opened), calendar.Zone) };
        await using var then = new Ledger(databases, clock, NullLogger<Ledger>.Instance);
        await then.WriteAsync(Account, (page, token) => LoadAsync(page, day, token), "first start", cancellationToken);
    }

    private static async Task LoadAsync(LedgerPage page, DateOnly day, CancellationToken cancellationToken)
    {
        IReadOnlyList<Indicator> indicators = [.. IndicatorCatalogue.Load().Select((indicator, number) => indicator with { Number = number })];
        await Catalogue.PutAsync(page, indicators, cancellationToken);
        await AddAsync(page, PublishedFigures.Load(), cancellationToken);
        await AddAsync(page, SampleProvince.Make(day).KnownOn(SampleMeeting.DayBefore(day)), cancellationToken);
        page.Db.Settings.Add(new Setting(Mark, "true"));
        page.Db.Settings.Add(new Setting(Unfinished, day.ToString("O", CultureInfo.InvariantCulture)));
        await AccountRegister.PutAsync(page, SampleAccountRows.All, cancellationToken);
        await SampleDecisions.MeetAsync(page, cancellationToken);
        await page.Db.SaveChangesAsync(cancellationToken);
    }

    private static async Task AddAsync(LedgerPage page, SampleSet given, CancellationToken cancellationToken)
    {
        await CommitteeRegister.AddAsync(page, given.Committees, given.Placements, cancellationToken);
        await page.Db.SaveChangesAsync(cancellationToken);
        SampleSet set = await RenumberedAsync(page, given, cancellationToken);
        await Catalogue.PutAsync(page, set.Forms, cancellationToken);
        await FigureLedger.StateAsync(page, await NumberedAsync(page, set, cancellationToken), cancellationToken);
        Dictionary<string, int> indicators = await IndicatorsAsync(page, cancellationToken), committees = await CommitteesAsync(page, cancellationToken);
        await PlanBook.SetAsync(page, [.. set.Plans.Select(p => p.Numbered(c => committees[c], i => indicators[i]))], cancellationToken);
        await ReturnRegister.SetAsync(page, set.Returns, cancellationToken);
        await LapseRegister.RegisterAsync(page, set.Lapses, cancellationToken);
        await ComplaintRegister.RegisterAsync(page, set.Complaints, cancellationToken);
        await DirectiveRegister.RegisterAsync(page, set.Directives, cancellationToken);
        await page.Db.SaveChangesAsync(cancellationToken);
    }

    private static async Task BringUpToDateAsync(LedgerPage page, DateOnly day, CancellationToken cancellationToken)
    {
        SampleSet made = SampleProvince.Make(day);
        SampleSet known = await RenumberedAsync(page, made.KnownOn(SampleMeeting.DayBefore(day)), cancellationToken), set = await RenumberedAsync(page, made, cancellationToken);
        await FigureLedger.StateAsync(page, [.. (await NumberedAsync(page, set, cancellationToken)).Except(await NumberedAsync(page, known, cancellationToken))], cancellationToken);
        await ReturnRegister.SetAsync(page, [.. set.Returns.Except(known.Returns)], cancellationToken);
        await BringUpToDateAsync(page, set.Lapses, known.Lapses.Count, cancellationToken);
        await BringUpToDateAsync(page, set.Complaints, known.Complaints.Count, cancellationToken);
        await DirectiveRegister.RegisterAsync(page, [.. set.Directives.Except(known.Directives)], cancellationToken);
        page.Db.Settings.Remove((await page.Db.Settings.FindAsync([Unfinished], cancellationToken))!);
        await SampleDecisions.FollowAsync(page, cancellationToken);
        await page.Db.SaveChangesAsync(cancellationToken);
    }

    // Both lists are in the order of their days, in which their rows were numbered: the known ones are the first of all.
    private static async Task BringUpToDateAsync(LedgerPage page, IReadOnlyList<Lapse> all, int known, CancellationToken cancellationToken)
    {
        Lapse[] kept = await page.Db.Lapses.AsNoTracking().OrderByDescending(l => l.Id).Take(known).ToArrayAsync(cancellationToken);
        Array.Reverse(kept);
        for (int at = 0; at < known; at++)
        {
            if (all[at] with { Id = kept[at].Id } is { } now && now != kept[at])
            {
                await LapseRegister.RestateAsync(page, now, cancellationToken);
            }
        }

        await LapseRegister.RegisterAsync(page, [.. all.Skip(known)], cancellationToken);
    }

    private static async Task BringUpToDateAsync(LedgerPage page, IReadOnlyList<Complaint> all, int known, CancellationToken cancellationToken)
    {
        Dictionary<(int, string), Complaint> kept = await page.Db.Complaints.AsNoTracking().ToDictionaryAsync(c => (c.Committee, c.Reference), cancellationToken);
        foreach (Complaint complaint in all.Take(known))
        {
            Complaint before = kept[(complaint.Committee, complaint.Reference)], now = complaint with { Id = before.Id };
            if (now != before)
            {
                await ComplaintRegister.RestateAsync(page, now, cancellationToken);
            }
        }

        await ComplaintRegister.RegisterAsync(page, [.. all.Skip(known)], cancellationToken);
    }

    private static async Task<SampleSet> RenumberedAsync(LedgerPage page, SampleSet set, CancellationToken cancellationToken)
    {
        Dictionary<string, int> committees = await CommitteesAsync(page, cancellationToken);
        return set.Renumbered(code => committees[code]);
    }

    private static async Task<IReadOnlyList<Figure>> NumberedAsync(LedgerPage page, SampleSet set, CancellationToken cancellationToken)
    {
        Dictionary<string, int> committees = await CommitteesAsync(page, cancellationToken), indicators = await IndicatorsAsync(page, cancellationToken);
        return [.. set.Figures.Select(f => f.Numbered(c => committees[c], i => indicators[i]))];
    }

    private static Task<Dictionary<string, int>> CommitteesAsync(LedgerPage page, CancellationToken cancellationToken) =>
        page.Db.Committees.AsNoTracking().ToDictionaryAsync(c => c.Code, c => c.Number, cancellationToken);

    private static async Task<Dictionary<string, int>> IndicatorsAsync(LedgerPage page, CancellationToken cancellationToken)
    {
        await page.Db.SaveChangesAsync(cancellationToken);
        return await page.Db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Number, cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "The database is empty: loading the published figures and the sample province.")]
    private partial void LogLoading();

    [LoggerMessage(LogLevel.Information, "Loaded the sample data in {Entries} log entries.")]
    private partial void LogLoaded(int entries);
}
