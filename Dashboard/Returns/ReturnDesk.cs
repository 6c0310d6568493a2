using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Returns;

/// <summary>
/// Does what is done with a return: each step one transaction of state, lines, figures and the lapse of a late one. Doing the
/// same again, as a browser that lost the answer does, changes nothing. Who may do it is asked before.
/// </summary>
public sealed class ReturnDesk(Ledger ledger, ReturnReading reading, LiveFigures figures)
{
    /// <summary>Saves lines of a draft; the first one begins it.</summary>
    /// <exception cref="EditConflictException">Others saved some of them since; nothing was saved.</exception>
    /// <exception cref="BrokenRuleException"><c>return.notOwed</c>, <c>return.step</c>, <c>return.line</c>, <c>figure.negative</c>, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public Task<WriteReceipt> SaveAsync(string by, ReturnKey key, IReadOnlyList<LineEdit> edits, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        by,
        async (page, cancel) =>
        {
            ReturnSheet sheet = await reading.ReadAsync(page.Db, key, cancel);
            LineEdit[] changes = [.. Changed(sheet, edits)];
            if (changes.Length > 0)
            {
                await SetAsync(page, sheet.Return, sheet.Return.Draft(), cancel);
                await PutAsync(page, key, sheet, changes, cancel);
            }
        },
        null,
        cancellationToken);

    /// <summary>Hands a return in: its figures count from here on, as provisional, and the lapse of a late one is remedied. One that is in stays as it is.</summary>
    /// <param name="by">Account that writes.</param>
    /// <param name="key">Which return.</param>
    /// <param name="seen"><see cref="ReturnSheet.Version"/> that was looked at; null to hand in whatever stands.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <exception cref="ReturnNotReadyException">Something found keeps it back.</exception>
    /// <exception cref="BrokenRuleException"><c>return.notOwed</c>, <c>return.step</c>, or <c>return.changed</c> when another version stands than was seen.</exception>
    public Task<WriteReceipt> SubmitAsync(string by, ReturnKey key, string? seen = null, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        by,
        async (page, cancel) =>
        {
            ReturnSheet sheet = await reading.ReadAsync(page.Db, key, cancel);
            if (sheet.Return.IsIn)
            {
                return;
            }

            RefuseIfChanged(sheet, seen);
            Finding[] open = [.. sheet.Findings.Where(f => f.IsError || !f.IsSettled)];
            if (open.Length > 0)
            {
                throw new ReturnNotReadyException(open);
            }

            Return handedIn = sheet.Return.Draft().Submit(page.Today);
            await SetAsync(page, sheet.Return, handedIn, cancel);
            await StateAsync(page, sheet, Standing.Provisional, cancel);
            await HealAsync(page, handedIn, cancel);
        },
        null,
        cancellationToken);

    /// <summary>Approves a return that is in: its figures are final. One that is approved stays as it is.</summary>
    /// <exception cref="BrokenRuleException"><c>return.notOwed</c>, <c>return.step</c> or <c>return.changed</c>.</exception>
    public Task<WriteReceipt> ApproveAsync(string by, ReturnKey key, string? seen = null, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        by,
        async (page, cancel) =>
        {
            ReturnSheet sheet = await reading.ReadAsync(page.Db, key, cancel);
            if (sheet.Return.State != ReturnState.Approved)
            {
                RefuseIfChanged(sheet, seen);
                await SetAsync(page, sheet.Return, sheet.Return.Approve(), cancel);
                await StateAsync(page, sheet, Standing.Final, cancel);
            }
        },
        null,
        cancellationToken);

    /// <summary>Sends a return back, or single lines of it: what is sent back does not count until it is handed in again, the rest goes on counting.</summary>
    /// <param name="by">Account that writes.</param>
    /// <param name="key">Which return.</param>
    /// <param name="reason">Why, from the list.</param>
    /// <param name="indicators">Codes of the lines; null or empty for the whole return.</param>
    /// <param name="note">More about it, never about a person.</param>
    /// <param name="dueOn">By when it is to be handed in again; null where its own due day stands.</param>
    /// <param name="seen"><see cref="ReturnSheet.Version"/> that was looked at; null for whatever stands.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <exception cref="BrokenRuleException"><c>return.notOwed</c>, <c>return.step</c>, <c>return.changed</c>, <c>return.line</c>, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public Task<WriteReceipt> SendBackAsync(
        string by, ReturnKey key, SendBackReason reason, IReadOnlyCollection<string>? indicators = null, string? note = null, DateOnly? dueOn = null, string? seen = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(
            by,
            async (page, cancel) =>
            {
                ReturnSheet sheet = await reading.ReadAsync(page.Db, key, cancel);
                RefuseIfChanged(sheet, seen);
                string[] chosen = indicators is { Count: > 0 } ? [.. indicators] : [.. sheet.Lines.Select(l => l.Indicator).Where(i => !ReturnReading.IsCounted(i))];
                Return sentBack = sheet.Return.SendBack(Text(reason, note));
                await SetAsync(page, sheet.Return, sentBack with { DueOn = dueOn ?? sentBack.DueOn }, cancel);
                ReturnLine[] lines = [.. chosen.Select(code => LineOf(sheet, code) with { SentBack = reason })];
                await PutAsync(page, key, sheet, [.. lines.Select(l => new LineEdit(l, Overwrite: true))], cancel);
                await WithdrawAsync(page, sheet, [.. chosen], cancel);
            },
            Text(reason, note),
            cancellationToken);

    /// <summary>Corrects figures of an approved return: it stays approved, they count as revised, the log keeps what was there.</summary>
    /// <exception cref="EditConflictException">Others saved some of them since; nothing was saved.</exception>
    /// <exception cref="ReturnNotReadyException">With the correction something found would keep the return back.</exception>
    /// <exception cref="BrokenRuleException"><c>return.notOwed</c>, <c>return.step</c>, <c>return.reason</c>, <c>return.line</c>, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public Task<WriteReceipt> CorrectAsync(string by, ReturnKey key, IReadOnlyList<LineEdit> edits, string reason, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        by,
        async (page, cancel) =>
        {
            ReturnSheet sheet = await reading.ReadAsync(page.Db, key, cancel);
            Return corrected = sheet.Return.Correct(reason);
            LineEdit[] changes = [.. Changed(sheet, edits)];
            if (changes.Length == 0)
            {
                return;
            }

            await SetAsync(page, sheet.Return, corrected, cancel);
            await PutAsync(page, key, sheet, changes, cancel);
            HashSet<string> touched = [.. changes.Select(c => c.Line.Indicator)];
            ReturnLine[] lines = [.. sheet.Lines.Select(l => changes.FirstOrDefault(c => c.Line.Indicator == l.Indicator) is { Line: { } line } ? line : l)];
            Finding[] open = [.. reading.FindingsOf(key, sheet.Form, lines).Where(f => touched.Contains(f.Indicator) && (f.IsError || !f.IsSettled))];
            if (open.Length > 0)
            {
                throw new ReturnNotReadyException(open);
            }

            await StateAsync(page, sheet with { Lines = [.. lines.Where(l => touched.Contains(l.Indicator))] }, Standing.Revised, cancel);
        },
        reason,
        cancellationToken);

    private static string Text(SendBackReason reason, string? note) => new SentBack(reason, note).Text;

    private static ReturnLine LineOf(ReturnSheet sheet, string indicator) =>
        sheet.Lines.FirstOrDefault(l => l.Indicator == indicator && !ReturnReading.IsCounted(indicator))
        ?? throw new BrokenRuleException("return.line", $"{indicator} is not entered on form {sheet.Key.Form}.", indicator, sheet.Key.Form);

    /// <summary>The edits that change something; refused together when one was made on what no longer holds.</summary>
    private static LineEdit[] Changed(ReturnSheet sheet, IReadOnlyList<LineEdit> edits)
    {
        LineEdit[] changes = [.. edits.Where(e => !LineOf(sheet, e.Line.Indicator).Says(e.Line) || LineOf(sheet, e.Line.Indicator).SentBack is not null)];
        (ReturnLine Mine, ReturnLine Theirs)[] conflicts =
            [.. changes.Where(e => !e.Overwrite).Select(e => (Mine: e.Line, Theirs: LineOf(sheet, e.Line.Indicator))).Where(p => p.Mine.Revision != p.Theirs.Revision)];
        return conflicts.Length > 0 ? throw new EditConflictException(conflicts) : changes;
    }

    private static void RefuseIfChanged(ReturnSheet sheet, string? seen)
    {
        if (seen is not null && seen != sheet.Version)
        {
            throw new BrokenRuleException("return.changed", $"The return {sheet.Key.Text} was changed since it was read.", sheet.Key.Form, sheet.Key.Period);
        }
    }

    private static Task SetAsync(LedgerPage page, Return before, Return after, CancellationToken cancellationToken) =>
        before == after && before.State == ReturnState.Draft
            ? Task.CompletedTask
            : ReturnRegister.SetAsync(page, [after with { Revision = before.Revision + 1 }], cancellationToken);

    private static async Task PutAsync(LedgerPage page, ReturnKey key, ReturnSheet sheet, IReadOnlyList<LineEdit> changes, CancellationToken cancellationToken)
    {
        foreach (LineEdit change in changes)
        {
            ReturnLine before = LineOf(sheet, change.Line.Indicator);
            ReturnLine line = change.Line with { Revision = before.Revision + 1, Note = string.IsNullOrWhiteSpace(change.Line.Note) ? null : change.Line.Note.Trim() };
            await ReturnRegister.EnterAsync(page, key.Committee, key.Form, key.Period, line, cancellationToken);
        }
    }

    /// <summary>States the figures of a return; one that counts already and says the same keeps its standing until it is approved.</summary>
    private async Task StateAsync(LedgerPage page, ReturnSheet sheet, Standing standing, CancellationToken cancellationToken)
    {
        var stated = new List<Figure>();
        var missing = new HashSet<string>();
        foreach (ReturnLine line in sheet.Lines.Where(l => !ReturnReading.IsCounted(l.Indicator)))
        {
            if (line.Value is { } value)
            {
                int indicator = NumberOf(line.Indicator);
                FigureRow? known = await page.Db.Figures.FindAsync([sheet.Key.Committee, indicator, sheet.Key.Period.Start, sheet.Key.Period.End], cancellationToken);
                Figure figure = new()
                {
                    Committee = sheet.Key.Committee,
                    Indicator = indicator,
                    Period = sheet.Key.Period,
                    Value = value,
                    OutOf = line.OutOf,
                    Precision = line.Precision,
                    Standing = standing,
                };
                bool saysTheSame = known is not null && (known.ToFigure() with { Standing = standing }) == figure;
                stated.Add(saysTheSame && known!.Standing != Standing.Provisional ? figure with { Standing = known.Standing } : figure);
            }
            else
            {
                missing.Add(line.Indicator);
            }
        }

        await FigureLedger.StateAsync(page, stated, cancellationToken);
        await WithdrawAsync(page, sheet, missing, cancellationToken);
    }

    private async Task WithdrawAsync(LedgerPage page, ReturnSheet sheet, HashSet<string> indicators, CancellationToken cancellationToken)
    {
        foreach (string indicator in indicators.Where(i => !ReturnReading.IsCounted(i)))
        {
            await FigureLedger.WithdrawAsync(page, sheet.Key.Committee, NumberOf(indicator), sheet.Key.Period, cancellationToken);
        }
    }

    private static async Task HealAsync(LedgerPage page, Return handedIn, CancellationToken cancellationToken)
    {
        string note = LateReturn.NoteOf(handedIn);
        Lapse? known = await page.Db.Lapses.AsNoTracking().FirstOrDefaultAsync(l => l.Committee == handedIn.Committee && l.Kind == LapseKind.LateReturn && l.Note == note, cancellationToken);
        if (LateReturn.Change(handedIn, known, page.Today) is { } change)
        {
            await LapseRegister.RestateAsync(page, change, cancellationToken);
        }
    }

    private int NumberOf(string indicator) => figures.Now.Indicators.TryNumberOf(indicator, out int number)
        ? number
        : throw new BrokenRuleException("indicator.unknown", $"No indicator has the code {indicator}.", indicator);
}
