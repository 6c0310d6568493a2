using Dashboard.Charts;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Exchange;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Overview;

/// <summary>Hands out the table of committees and the charts for circulation: small counts are not in them, and the log keeps who took which.</summary>
public sealed class CommitteeFiles(Outlooks outlooks, DisclosureKeeper keeper, Ledger ledger, AuthenticationStateProvider signedIn)
{
    /// <summary>The file's name and text, once the log has it. All rows in the order of the structure: an order or a choice by counts would tell of them.</summary>
    public async Task<(string Name, string Text)> TakeAsync(Viewpoint seen, CancellationToken cancellationToken = default)
    {
        OverviewModel model = await DiscloseAsync(seen, cancellationToken);
        await KeepAsync(seen, "csv", model.Rows.Count, [], cancellationToken);
        IEnumerable<IReadOnlyList<string>> lines = CommitteeLines.Of(model.Rows, seen.Question.Compare);
        return (seen.FileName("committees") + CirculationWords.Ending, CsvText.Of(lines.Prepend([CirculationWords.Head(keeper)])));
    }

    /// <summary>A chart, once the log has that it is taken as <c>csv</c> or <c>png</c>.</summary>
    internal async Task<CirculatedChart> TakeAsync(Viewpoint seen, string format, Func<CirculatedCharts, CirculatedChart> draw, CancellationToken cancellationToken = default)
    {
        CirculatedChart chart = draw(new CirculatedCharts(await DiscloseAsync(seen, cancellationToken), seen, CirculationWords.Head(keeper)));
        await KeepAsync(seen, format, chart.Lines.Count - 1, [("chart", chart.FileName)], cancellationToken);
        return chart;
    }

    private async Task<OverviewModel> DiscloseAsync(Viewpoint seen, CancellationToken cancellationToken)
    {
        Outlook outlook = await outlooks.OfAsync(seen.Question.AsOf, (await signedIn.GetAuthenticationStateAsync()).User, cancellationToken);
        return keeper.Disclose(
            Audience.Circulation, outlook.Figures, () => outlook.Reader<OverviewBoard>().Read(seen.Question), whole => whole.Sequence, DisclosedOverview.Of);
    }

    private async Task KeepAsync(Viewpoint seen, string format, int rows, (string, string)[] chosen, CancellationToken cancellationToken)
    {
        string account = (await signedIn.GetAuthenticationStateAsync()).User.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");
        var record = new ExportRecord(
            "overview", format, rows, [("period", seen.Question.Period.ToString()), ("view", seen.Question.View.ToString().ToLowerInvariant()), .. chosen, CirculationWords.Chosen]);
        await record.KeepAsync(ledger, account, seen.Question.Committee, cancellationToken);
    }
}
