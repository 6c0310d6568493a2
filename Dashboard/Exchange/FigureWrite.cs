using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;

namespace Dashboard.Exchange;

/// <summary>Writes the figures of a file inside the transaction, up to the first that may not stand; then only looks for more faults.</summary>
internal sealed class FigureWrite(FigureSheet sheet, List<FigureLine> lines, FaultList faults, IProgress<ImportProgress>? progress)
{
    private const int Step = 10_000;

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public Task WriteAsync(LedgerPage page, CancellationToken cancellationToken)
    {
        foreach (Indicator indicator in lines.Select(l => l.Indicator).Distinct().Select(sheet.IndicatorOf).Where(i => i.RetiredOn <= page.Today))
        {
            faults.Add(lines.First(l => l.Indicator == indicator.Number).Line, "indicator", "indicator.retired", indicator.Code, indicator.RetiredOn!.Value);
        }

        var table = new FigureTable(page);
        for (int i = 0; i < lines.Count; i++)
        {
            if (i % Step == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress(lines.Count, i));
            }

            FigureLine line = lines[i];
            string indicator = sheet.IndicatorOf(line.Indicator).Code;
            if (table.Meets(line.Committee, line.Indicator, line.Period) is { } met)
            {
                BrokenRuleException refusal = FigureRules.Overlap(indicator, line.ToFigure(Standing.Final), met);
                faults.Add(line.Line, null, refusal.Rule, refusal.Arguments);
            }
            else if (faults.Count == 0)
            {
                Write(table, line, indicator);
            }
        }

        progress?.Report(new ImportProgress(lines.Count, lines.Count));
        return Task.CompletedTask;
    }

    private void Write(FigureTable table, FigureLine line, string indicator)
    {
        FigureRow? before = table.Find(line.Committee, line.Indicator, line.Period);
        Figure figure = line.ToFigure(before?.Standing ?? Standing.Final);
        if (before is not null && before.ToFigure() == figure)
        {
            return;
        }

        table.State(before?.Standing == Standing.Final ? figure with { Standing = Standing.Revised } : figure, indicator);
        Added += before is null ? 1 : 0;
        Changed += before is null ? 0 : 1;
    }
}
