using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Indicators;
using Dashboard.Live;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.SampleData;

/// <summary>Fills an empty database on the first start: the catalogue always, the published reports and the sample province where wanted.</summary>
public sealed partial class SampleLoader(Ledger ledger, IDbContextFactory<DashboardDb> databases, LocalCalendar calendar, ILogger<SampleLoader> logger)
{
    /// <summary>Account under which the log keeps what was loaded.</summary>
    public const string Account = "system";

    /// <summary>Setting that marks a database with sample data.</summary>
    public const string Mark = "sample";

    /// <summary>Loads everything in one transaction when the database has no committee yet; otherwise does nothing.</summary>
    public async Task LoadIfEmptyAsync(CancellationToken cancellationToken)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Committees.AnyAsync(cancellationToken))
        {
            return;
        }

        LogLoading();
        WriteReceipt receipt = await ledger.WriteAsync(Account, LoadAsync, "first start", cancellationToken);
        LogLoaded(receipt.Entries);
    }

    private async Task LoadAsync(LedgerPage page, CancellationToken cancellationToken)
    {
        IReadOnlyList<Indicator> indicators = [.. IndicatorCatalogue.Load().Select((indicator, number) => indicator with { Number = number })];
        await Catalogue.PutAsync(page, indicators, cancellationToken);
        Dictionary<string, int> numbers = indicators.ToDictionary(i => i.Code, i => i.Number);
        await AddAsync(page, PublishedFigures.Load(), numbers, cancellationToken);
        await AddAsync(page, SampleProvince.Make(calendar.Today), numbers, cancellationToken);
        page.Db.Settings.Add(new Setting(Mark, "true"));
        await AccountRegister.PutAsync(page, SampleAccountRows.All, cancellationToken);
        await page.Db.SaveChangesAsync(cancellationToken);
    }

    private static async Task AddAsync(LedgerPage page, SampleSet given, Dictionary<string, int> indicators, CancellationToken cancellationToken)
    {
        await CommitteeRegister.AddAsync(page, given.Committees, given.Placements, cancellationToken);
        await page.Db.SaveChangesAsync(cancellationToken);
        Dictionary<string, int> committees = await page.Db.Committees.ToDictionaryAsync(c => c.Code, c => c.Number, cancellationToken);
        SampleSet set = given.Renumbered(code => committees[code]);
        await Catalogue.PutAsync(page, set.Forms, cancellationToken);
        await FigureLedger.StateAsync(page, [.. set.Figures.Select(f => f.Numbered(c => committees[c], i => indicators[i]))], cancellationToken);
        await PlanBook.SetAsync(page, [.. set.Plans.Select(p => p.Numbered(c => committees[c], i => indicators[i]))], cancellationToken);
        await ReturnRegister.SetAsync(page, set.Returns, cancellationToken);
        await LapseRegister.RegisterAsync(page, set.Lapses, cancellationToken);
        await ComplaintRegister.RegisterAsync(page, set.Complaints, cancellationToken);
        await DirectiveRegister.RegisterAsync(page, set.Directives, cancellationToken);
        await page.Db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "The database is empty: loading the published figures and the sample province.")]
    private partial void LogLoading();

    [LoggerMessage(LogLevel.Information, "Loaded the sample data in {Entries} log entries.")]
    private partial void LogLoaded(int entries);
}
