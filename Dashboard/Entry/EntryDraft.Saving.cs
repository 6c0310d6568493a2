using Dashboard.Domain;
using Dashboard.Domain.Returns;
using Dashboard.Returns;

namespace Dashboard.Entry;

// How what waits is saved.
public sealed partial class EntryDraft
{
    /// <summary>Hands the return in as it was read last.</summary>
    /// <exception cref="BrokenRuleException">It is refused; what holds is read anew.</exception>
    public async Task SubmitAsync()
    {
        await FlushAsync();
        try
        {
            await _desk.Returns.SubmitAsync(_account, Sheet.Key, Sheet.Version, _left);
        }
        finally
        {
            await RefreshAsync();
        }
    }

    /// <summary>Makes the correction.</summary>
    /// <exception cref="BrokenRuleException">It is refused; what is typed stays.</exception>
    public async Task CorrectAsync(string reason)
    {
        EntryCell[] cells = [.. Cells.Where(c => c.State is CellState.Staged or CellState.Conflict)];
        try
        {
            await _desk.Returns.CorrectAsync(_account, Sheet.Key, [.. cells.Select(c => new LineEdit(c.Wanted!))], reason, _left);
        }
        catch (EditConflictException conflict)
        {
            Meet(conflict);
            Tell();
            throw;
        }

        Correct(begins: false);
        SavedAt = _desk.Now;
        await RefreshAsync();
    }

    private async Task SaveWaitingAsync()
    {
        while (Cells.Where(c => c.State == CellState.Waiting).ToArray() is { Length: > 0 } waiting)
        {
            await SaveAsync(waiting);
            Take(await _desk.ReadAsync(Sheet.Key, _left));
            Tell();
        }
    }

    private async Task SaveAsync(EntryCell[] cells)
    {
        ReturnLine[] sent = [.. cells.Select(c => c.Begin())];
        Tell();
        try
        {
            await _desk.Returns.SaveAsync(_account, Sheet.Key, [.. sent.Select(line => new LineEdit(line))], _left);
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i].Accept(sent[i]);
            }

            SavedAt = _desk.Now;
        }
        catch (EditConflictException conflict)
        {
            Meet(conflict);
            foreach (EntryCell cell in cells.Where(c => c.State == CellState.Saving))
            {
                cell.Wait();
            }
        }
        catch (BrokenRuleException) when (cells.Length > 1)
        {
            // One of them is refused: alone it is seen which, and the others get through.
            foreach (EntryCell cell in cells)
            {
                await SaveAsync([cell]);
            }
        }
        catch (BrokenRuleException broken)
        {
            cells[0].Fail(ReturnTexts.Of(broken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _desk.LogNotSaved(Sheet.Key.Text, exception);
            foreach (EntryCell cell in cells)
            {
                cell.Fail(EntryTexts.Get("NotSaved"));
            }
        }
    }

    private void Meet(EditConflictException conflict)
    {
        foreach ((ReturnLine _, ReturnLine theirs) in conflict.Lines)
        {
            _cells[theirs.Indicator].Meet(theirs);
        }
    }
}
