using Dashboard.Data;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Exchange;

public sealed partial class FileImport
{
    /// <summary>Rows between two reports of progress, and between two looks at whether to stop.</summary>
    private const int Step = 10_000;

    internal static readonly string[] FigureColumns = ["committee", "indicator", "value"];
    internal static readonly string[] MoreFigureColumns = ["period", "period_start", "period_end", "out_of", "precision", "source", "note"];

    /// <summary>
    /// Takes figures in: <c>committee,indicator,period,value,out_of,precision</c>, or <c>period_start,period_end</c> instead of
    /// <c>period</c>. A final figure that is there with another value becomes a revised one.
    /// </summary>
    public async Task<ImportReport> FiguresAsync(string path, ImportOptions options, CancellationToken cancellationToken = default)
    {
        var faults = new FaultList();
        FigureSheet sheet = await LoadNamesAsync(faults, cancellationToken);
        var lines = new List<FigureLine>();
        int rows = 0;
        foreach (Cells row in RowsOf(path, FigureColumns, MoreFigureColumns, faults))
        {
            if (rows == 0 && !sheet.ChoosePeriodColumns(row))
            {
                break;
            }

            if (++rows % Step == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                options.Progress?.Report(new ImportProgress(rows, 0));
            }

            if (sheet.Read(row) is { } line)
            {
                lines.Add(line);
            }
        }

        lines.Sort();
        FigureOverlaps.Find(lines, faults);
        var write = new FigureWrite(sheet, lines, faults, options.Progress);
        await WriteAsync(options, faults, write.WriteAsync, cancellationToken);
        return new ImportReport(rows, write.Added, write.Changed, faults);
    }

    private async Task<FigureSheet> LoadNamesAsync(FaultList faults, CancellationToken cancellationToken)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return new FigureSheet(
            await db.Committees.Select(c => new { c.Code, c.Number }).ToDictionaryAsync(c => c.Code, c => c.Number, StringComparer.Ordinal, cancellationToken),
            await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Code, StringComparer.Ordinal, cancellationToken),
            faults);
    }
}
