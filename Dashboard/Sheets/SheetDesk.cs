using System.Collections.Immutable;
using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Returns;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Sheets;

/// <summary>What a clerk does in the sheet: each write asks first whether whoever does it enters for the committee.</summary>
public sealed partial class SheetDesk(
    ReturnRights rights, ReturnDesk returns, ReturnReading reading, Denials denials, LiveFigures figures, LocalCalendar calendar, IDbContextFactory<DashboardDb> databases, ILogger<SheetDesk> logger)
{
    /// <summary>Path of the sheet, without what it is of.</summary>
    public const string Path = "/returns/sheet";

    /// <summary>The rows of a sheet: the committees below one for which somebody enters, as they are named.</summary>
    public async Task<IReadOnlyList<SheetRow>> ReadAsync(ClaimsPrincipal clerk, int top, string form, Period period, CancellationToken cancellationToken)
    {
        LiveState state = figures.Now;
        var below = Scope.Below([top]).Within(rights.Entering(clerk));
        ImmutableArray<int> parents = state.Hierarchy.ParentsNow(calendar.Today);
        int[] owing = [.. state.Forms.Where(f => f.Code == form).SelectMany(f => f.OwedBy(period, state.Hierarchy)).Where(n => below.Sees(n, p => parents[p])).Distinct()];
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        IReadOnlyList<ReturnSheet> sheets = await reading.ReadAsync(db, owing.Select(n => new ReturnKey(n, form, period)), cancellationToken);
        return
        [
            .. sheets.Select(s => (Sheet: s, Committee: CommitteeDoor.LinkTo(state.Hierarchy, s.Key.Committee)))
                .OrderBy(r => r.Sheet.Key.Committee != top).ThenBy(r => Folding.Fold(r.Committee.LocalName()), StringComparer.Ordinal)
                .Select((r, i) => new SheetRow(i, r.Committee, r.Sheet)),
        ];
    }

    /// <summary>The rows of a sheet as they were known at a moment: of the committees that owed the form then, those that somebody enters for today.</summary>
    /// <param name="clerk">Who asks.</param>
    /// <param name="outlook">The moment.</param>
    /// <param name="top">Number of the committee at the top.</param>
    /// <param name="form">The form as it was.</param>
    /// <param name="period">The period.</param>
    /// <param name="indicators">Codes of the indicators shown.</param>
    public IReadOnlyList<SheetPastRow> ReadAt(ClaimsPrincipal clerk, Outlook outlook, int top, Form form, Period period, IReadOnlyList<string> indicators)
    {
        LiveState state = outlook.Figures.Now;
        (Scope entering, Scope below) = (rights.Entering(clerk), Scope.Below([top]));
        ImmutableArray<int> then = state.Hierarchy.ParentsNow(outlook.Figures.Today), now = figures.Now.Hierarchy.ParentsNow(calendar.Today);
        ImmutableDictionary<int, Return>? returns = state.Returns.GetValueOrDefault((form.Code, period));
        int[] numbers = [.. indicators.Select(code => state.Indicators.TryNumberOf(code, out int number) ? number : -1)];
        return
        [
            .. form.OwedBy(period, state.Hierarchy).Where(n => below.Sees(n, p => then[p]) && entering.Sees(n, p => now[p]))
                .Select(n => (Number: n, Committee: CommitteeDoor.LinkTo(state.Hierarchy, n)))
                .OrderBy(r => r.Number != top).ThenBy(r => Folding.Fold(r.Committee.LocalName()), StringComparer.Ordinal)
                .Select(r => new SheetPastRow(
                    r.Committee,
                    (new PageAddress(r.Committee.Code, outlook.Figures.Today) with { Tab = "figures", Period = period, AsOf = outlook.Text }).Href,
                    returns?.GetValueOrDefault(r.Number),
                    outlook.Figures.Read(cube => numbers.Select(i => i < 0 ? null : cube.Stated(r.Number, i, period)).ToArray()))),
        ];
    }

    /// <summary>One return as it is by now.</summary>
    public async Task<ReturnSheet> ReadAsync(ReturnKey key, CancellationToken cancellationToken)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return await reading.ReadAsync(db, key, cancellationToken);
    }

    /// <summary>Saves lines of one committee and takes over what stands there afterwards; what others saved meanwhile is told beside what was typed.</summary>
    public async Task SaveAsync(ClaimsPrincipal clerk, SheetRow row, Func<ReturnSheet, IReadOnlyList<LineEdit>> edits, CancellationToken cancellationToken)
    {
        await row.Gate.WaitAsync(cancellationToken);
        string? fault = null;
        try
        {
            await returns.SaveAsync(NameOf(clerk, row.Sheet.Key), row.Sheet.Key, edits(row.Sheet), cancellationToken);
            row.Take(await ReadAsync(row.Sheet.Key, cancellationToken));
        }
        catch (EditConflictException conflict)
        {
            row.Take(await ReadAsync(row.Sheet.Key, cancellationToken));
            row.Collide(conflict.Lines);
        }
        catch (BrokenRuleException broken)
        {
            fault = ReturnTexts.Of(broken);
            row.Take(await ReadAsync(row.Sheet.Key, cancellationToken));
        }
        finally
        {
            row.Gate.Release();
            row.End(fault);
        }
    }

    /// <summary>Hands returns in, one after the other, each as it was seen: what became of each is told.</summary>
    public async Task<IReadOnlyList<SheetOutcome>> SubmitAsync(ClaimsPrincipal clerk, IReadOnlyList<SheetRow> rows, CancellationToken cancellationToken)
    {
        var outcomes = new List<SheetOutcome>();
        foreach (SheetRow row in rows)
        {
            outcomes.Add(await SubmitAsync(clerk, row, cancellationToken));
        }

        return outcomes;
    }

    private async Task<SheetOutcome> SubmitAsync(ClaimsPrincipal clerk, SheetRow row, CancellationToken cancellationToken)
    {
        await row.Gate.WaitAsync(cancellationToken);
        try
        {
            await returns.SubmitAsync(NameOf(clerk, row.Sheet.Key), row.Sheet.Key, row.Sheet.Version, cancellationToken);
            return new SheetOutcome(row, true, null);
        }
        catch (BrokenRuleException broken)
        {
            return new SheetOutcome(row, false, ReturnTexts.Of(broken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotSubmitted(row.Committee.Code, row.Sheet.Key.Text, exception);
            return new SheetOutcome(row, false, null);
        }
        finally
        {
            row.Take(await ReadAsync(row.Sheet.Key, CancellationToken.None));
            row.Gate.Release();
        }
    }

    private string NameOf(ClaimsPrincipal clerk, ReturnKey key)
    {
        if (!rights.MayEnter(clerk, key.Committee))
        {
            denials.Note(clerk, Path, key.Committee);
            throw new BrokenRuleException("return.notYours", "The return is not this account's to enter.");
        }

        return clerk.Identity!.Name!;
    }

    [LoggerMessage(LogLevel.Error, "The return {Return} of {Committee} could not be handed in from the sheet.")]
    private partial void LogNotSubmitted(string committee, string @return, Exception exception);
}
