using Dashboard.Charts;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Exchange;
using Dashboard.Layout;
using Dashboard.Live;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Figures;

/// <summary>Hands out pivots as files; the log keeps who took which.</summary>
public sealed class PivotFiles(Ledger ledger, Outlooks outlooks, DisclosureKeeper keeper, AuthenticationStateProvider signedIn)
{
    /// <summary>The same for circulation: all numbers of the pivot but those that are hidden.</summary>
    public async Task<(string Name, string Text)> CirculateAsync(PivotSight sight, PivotQuestion question, CancellationToken cancellationToken = default)
    {
        Outlook outlook = await outlooks.OfAsync(sight.Address.AsOf, (await signedIn.GetAuthenticationStateAsync()).User, cancellationToken);
        Pivot pivot = keeper.Disclose(Audience.Circulation, outlook.Figures, () => outlook.Reader<PivotBoard>().Read(question), whole => whole.Sequence, CirculatedPivot.Of);
        // Which rows have a signal is judged from all their numbers.
        PivotSight shown = sight with { Choice = sight.Choice with { Mode = PivotMode.Numbers, OnlySignals = false } };
        ExportRecord record = PivotFile.Record(pivot, shown);
        await (record with { Chosen = [.. record.Chosen, CirculationWords.Chosen] }).KeepAsync(ledger, await AccountAsync(), question.Committee, cancellationToken);
        return (Path.ChangeExtension(PivotFile.NameOf(pivot, sight), null) + CirculationWords.Ending, CsvText.Of(PivotFile.Lines(pivot, shown).Prepend([CirculationWords.Head(keeper)])));
    }

    /// <summary>The file's name and text, once the log has it.</summary>
    public async Task<(string Name, string Text)> TakeAsync(Pivot pivot, PivotSight sight, CancellationToken cancellationToken = default)
    {
        await PivotFile.Record(pivot, sight).KeepAsync(ledger, await AccountAsync(), pivot.Question.Committee, cancellationToken);
        return (PivotFile.NameOf(pivot, sight), PivotFile.Write(pivot, sight));
    }

    private async Task<string> AccountAsync() =>
        (await signedIn.GetAuthenticationStateAsync()).User.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");
}
