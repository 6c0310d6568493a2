using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;

namespace Dashboard.Data;

/// <summary>Keeps the notes at figures, at most one a figure. Who may write one is asked before.</summary>
public sealed class FigureNoteRegister(Ledger ledger)
{
    /// <summary>Writes a note, or rewrites the one that stands there.</summary>
    /// <param name="account">Account that writes.</param>
    /// <param name="note">The note; the day on which it is written is set here.</param>
    /// <param name="seen">Text of the note that was looked at; null where there was none. One that is over counts as none.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <exception cref="BrokenRuleException">
    /// <c>note.changed</c> when another note stands than was seen, <c>note.empty</c>, <c>note.expiry</c>, <c>text.tooLong</c>, <c>text.personal</c>,
    /// <c>structure.unknown</c> or <c>indicator.unknown</c>.
    /// </exception>
    public Task<WriteReceipt> WriteAsync(string account, FigureNote note, string? seen, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        account,
        async (page, cancel) =>
        {
            FigureNote written = note with { Text = note.Text.Trim(), WrittenOn = page.Today };
            FigureNoteRules.Check(written);
            await page.CodeOfCommitteeAsync(written.Committee, cancel);
            Indicator indicator = await page.IndicatorAsync(written.Indicator, cancel);
            await FindAsync(page, written.Committee, indicator, written.Period, seen, cancel);
            await page.PutAsync(FigureNoteRow.Of(written), Id(written), Subject.Note, written.Committee, Key(indicator, written.Period), Payload, cancel);
        },
        null,
        cancellationToken);

    /// <summary>Takes a note away; the log keeps it.</summary>
    /// <exception cref="BrokenRuleException"><c>note.changed</c> when another note stands than <paramref name="note"/>.</exception>
    public Task<WriteReceipt> WithdrawAsync(string account, FigureNote note, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        account,
        async (page, cancel) =>
        {
            Indicator indicator = await page.IndicatorAsync(note.Indicator, cancel);
            if (await FindAsync(page, note.Committee, indicator, note.Period, note.Text, cancel) is { } known)
            {
                page.Db.Remove(known);
                page.Record(Subject.Note, note.Committee, Key(indicator, note.Period), Payload(known), null);
            }
        },
        null,
        cancellationToken);

    private static async Task<FigureNoteRow?> FindAsync(LedgerPage page, int committee, Indicator indicator, Period period, string? seen, CancellationToken cancellationToken)
    {
        FigureNoteRow? known = await page.Db.FigureNotes.FindAsync([committee, indicator.Number, period.Start, period.End], cancellationToken);
        string? stands = known?.ToNote().IsShownOn(page.Today) == true ? known.Text : null;
        return stands == seen ? known : throw new BrokenRuleException("note.changed", $"Another note stands at {indicator.Code} for {period} than was seen.", indicator.Code, period);
    }

    private static object[] Id(FigureNote note) => [note.Committee, note.Indicator, note.Period.Start, note.Period.End];

    private static string Key(Indicator indicator, Period period) => LogPayload.FigureKey(indicator.Code, period);

    private static string Payload(FigureNoteRow row) => LogPayload.Write(row.ToNote());
}
