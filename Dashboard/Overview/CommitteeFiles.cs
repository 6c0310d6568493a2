using System.Security.Claims;
using Dashboard.Charts;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Exchange;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Overview;

/// <summary>Hands out the table of committees for circulation: small counts are not in it, and the log keeps who took it.</summary>
public sealed class CommitteeFiles(Outlooks outlooks, DisclosureKeeper keeper, Ledger ledger, AuthenticationStateProvider signedIn)
{
    /// <summary>The file's name and text, once the log has it. All rows in the order of the structure: an order or a choice by counts would tell of them.</summary>
    public async Task<(string Name, string Text)> TakeAsync(Viewpoint seen, CancellationToken cancellationToken = default)
    {
        ClaimsPrincipal reader = (await signedIn.GetAuthenticationStateAsync()).User;
        string account = reader.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");
        Outlook outlook = await outlooks.OfAsync(seen.Question.AsOf, reader, cancellationToken);
        OverviewModel model = keeper.Disclose(
            Audience.Circulation, outlook.Figures, () => outlook.Reader<OverviewBoard>().Read(seen.Question), whole => whole.Sequence, DisclosedOverview.Of);
        var record = new ExportRecord(
            "overview", "csv", model.Rows.Count, [("period", seen.Question.Period.ToString()), ("view", seen.Question.View.ToString().ToLowerInvariant()), CirculationWords.Chosen]);
        await record.KeepAsync(ledger, account, seen.Question.Committee, cancellationToken);
        IEnumerable<IReadOnlyList<string>> lines = CommitteeLines.Of(model.Rows, seen.Question.Compare);
        return (seen.FileName("committees") + CirculationWords.Ending, CsvText.Of(lines.Prepend([CirculationWords.Head(keeper)])));
    }
}
