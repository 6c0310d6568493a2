using System.Globalization;
using Dashboard.Charts;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Exchange;
using Dashboard.Layout;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Since;

/// <summary>Hands out the chart of a change for circulation: from what to what, where that may be told, and never by which steps. The log keeps who took it.</summary>
public sealed class ChangeFiles(SinceDesk desk, CommitteeDoor door, DisclosureKeeper keeper, Ledger ledger, AuthenticationStateProvider signedIn)
{
    /// <summary>The chart of a number, once the log has that it is taken as <c>csv</c> or <c>png</c>.</summary>
    /// <param name="address">Which committee, and between which moments.</param>
    /// <param name="number">Code of the number.</param>
    /// <param name="format">As what.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<CirculatedChart> TakeAsync(SinceAddress address, string number, string format, CancellationToken cancellationToken = default)
    {
        AuthenticationState who = await signedIn.GetAuthenticationStateAsync();
        CommitteeVisit visit = door.Enter(who.User, address.Page.Code, "/c") ?? throw new InvalidOperationException("The committee is not the reader's any more.");
        SinceModel model = await desk.ReadAsync(
            new SinceQuestion(visit.Number, address.Page.Period), address.From, address.To, visit.Scope,
            (from, to, whole) => new CirculatedSince(keeper, from, to, whole).Read(), cancellationToken) ?? throw new InvalidOperationException("The committee was not known then.");
        CirculatedChart chart = Draw(model, model.Of(number), CirculationWords.Head(keeper));
        var record = new ExportRecord(
            "since", format, chart.Lines.Count - 1,
            [("period", address.Page.Period.ToString()), ("from", address.FromText), ("chart", chart.FileName), CirculationWords.Chosen]);
        await record.KeepAsync(ledger, who.User.Identity!.Name!, visit.Number, cancellationToken);
        return chart;
    }

    /// <summary>The chart of a number that is disclosed.</summary>
    internal static CirculatedChart Draw(SinceModel model, SinceChange change, string notice)
    {
        SinceChange told = change with { Steps = [] };
        List<WaterfallStep> bars = told.Bars(model.Span);
        string subtitle = $"{model.Committee.LocalName()} · {Numerals.Days(model.Span.FromDay, model.Span.ToDay)}";
        return new CirculatedChart
        {
            FileName = SinceWords.FileName(model, change) + CirculationWords.Suffix,
            Notice = notice,
            Lines =
            [
                [SinceTexts.Get("Head.Step"), SinceTexts.Get("Head.Difference"), SinceTexts.Get("Head.To")],
                [bars[0].Label, "", Plain(told.Start)],
                [bars[^1].Label, Plain(told.IsWithheld ? Withheld.Count : told.Difference), Plain(told.End)],
            ],
            Picture = new CirculatedPicture("waterfall", Waterfall.DataOf(bars), 64 + 32 * bars.Count, change.Name(), subtitle, $"{model.Committee.LocalName()} · {change.Name()}"),
        };
    }

    private static string Plain(long? count) => Withheld.Is(count) ? CirculationWords.Hidden : count?.ToString(CultureInfo.InvariantCulture) ?? "";
}
