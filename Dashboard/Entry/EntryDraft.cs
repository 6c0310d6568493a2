using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Returns;
using Dashboard.Returns;

namespace Dashboard.Entry;

/// <summary>
/// A return while somebody works on it: what they type is saved line by line, what waits together is saved together and one
/// attempt after the other. Nothing typed is lost: what cannot be read, met somebody else's or could not be saved stays.
/// Used by one page, on its own thread.
/// </summary>
public sealed partial class EntryDraft
{
    private readonly EntryDesk _desk;
    private readonly string _account;
    private readonly CancellationToken _left;
    private readonly Dictionary<string, EntryCell> _cells = [];
    private Task _saving = Task.CompletedTask;

    /// <summary>The work of an account on a return.</summary>
    public EntryDraft(EntryDesk desk, string account, ReturnSheet sheet, CancellationToken left)
    {
        (_desk, _account, _left, Sheet) = (desk, account, left, sheet);
        Take(sheet);
    }

    /// <summary>Something of it is to be shown anew.</summary>
    public event Action? Changed;

    /// <summary>The return as it was read last.</summary>
    public ReturnSheet Sheet { get; private set; }

    /// <summary>Whether an approved return is being corrected.</summary>
    public bool IsCorrecting { get; private set; }

    /// <summary>When something was saved here last, UTC.</summary>
    public DateTime? SavedAt { get; private set; }

    /// <summary>What stops submission and what asks for a reason, with what is not saved yet.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What the last paste changed, as it was before; null when there is nothing to undo.</summary>
    public IReadOnlyList<ReturnLine>? Undoable { get; private set; }

    /// <summary>How the line of an indicator stands.</summary>
    public EntryCell this[string indicator] => _cells[indicator];

    /// <summary>All lines, in the order of the form.</summary>
    public IEnumerable<EntryCell> Cells => Sheet.Form.Indicators.Select(i => _cells[i]);

    /// <summary>Whether something is on its way.</summary>
    public bool IsSaving => !_saving.IsCompleted;

    /// <summary>Whether something typed here is not saved.</summary>
    public bool HasOpen => Cells.Any(c => c.IsOpen);

    /// <summary>Whether figures are entered and kept at once.</summary>
    public bool IsOpen => Sheet.Return.State is ReturnState.NotStarted or ReturnState.Draft or ReturnState.SentBack;

    /// <summary>Whether cells can be changed now.</summary>
    public bool TakesFigures => IsOpen || IsCorrecting;

    /// <summary>Whether the line of an indicator is there and entered by hand.</summary>
    public bool Takes(string indicator) => _cells.ContainsKey(indicator) && !ReturnReading.IsCounted(indicator);

    /// <summary>Takes what was typed into a cell; returns how the cell stands once it is saved, or is not.</summary>
    /// <param name="indicator">Code of the line.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="seen">Revision of the line that was shown when typing began.</param>
    public Task<CellState> CommitAsync(string indicator, string? typed, int seen)
    {
        EntryCell cell = _cells[indicator];
        if (!FigureText.TryRead(typed, out TypedFigure figure, out FigureFault fault))
        {
            cell.Refuse(typed!, fault);
            Tell();
            return Task.FromResult(cell.State);
        }

        return WantAsync(cell, figure.In(cell.Shown) with { Revision = cell.Base(seen) });
    }

    /// <summary>Changes something of a line besides its figure: precision, note, reason.</summary>
    public Task<CellState> ChangeAsync(string indicator, Func<ReturnLine, ReturnLine> change)
    {
        EntryCell cell = _cells[indicator];
        return WantAsync(cell, change(cell.Shown) with { SentBack = null, Revision = cell.Wanted?.Revision ?? cell.Saved.Revision });
    }

    /// <summary>The next of “=”, “hơn”, “khoảng”.</summary>
    public Task<CellState> CycleAsync(string indicator) => _cells[indicator].Shown.Value is null
        ? Task.FromResult(_cells[indicator].State)
        : ChangeAsync(indicator, line => line with { Precision = (Precision)(((int)line.Precision + 1) % 3) });

    /// <summary>Sets several lines at once, as a paste does; <see cref="UndoAsync"/> puts back what was there.</summary>
    public async Task PasteAsync(IReadOnlyList<(string Indicator, TypedFigure Figure)> figures)
    {
        ReturnLine[] before = [.. figures.Select(f => _cells[f.Indicator].Shown)];
        foreach ((string indicator, TypedFigure figure) in figures)
        {
            EntryCell cell = _cells[indicator];
            cell.Want(figure.In(cell.Shown) with { Revision = cell.Wanted?.Revision ?? cell.Saved.Revision }, IsCorrecting);
        }

        Undoable = before;
        await FlushAsync();
    }

    /// <summary>Puts back what the last paste changed.</summary>
    public async Task UndoAsync()
    {
        foreach (ReturnLine before in Undoable ?? [])
        {
            EntryCell cell = _cells[before.Indicator];
            cell.Want(before with { SentBack = null, Revision = cell.Wanted?.Revision ?? cell.Saved.Revision }, IsCorrecting);
        }

        Undoable = null;
        await FlushAsync();
    }

    /// <summary>Chooses between two contents of a line.</summary>
    public async Task SettleAsync(string indicator, bool mine)
    {
        _cells[indicator].Settle(mine);
        await FlushAsync();
        await RefreshAsync();
    }

    /// <summary>Tries again what could not be saved.</summary>
    public Task RetryAsync()
    {
        foreach (EntryCell cell in Cells.Where(c => c.State == CellState.Failed))
        {
            cell.Wait();
        }

        return FlushAsync();
    }

    /// <summary>Saves what waits, and returns when it is saved or cannot be.</summary>
    public Task FlushAsync()
    {
        Tell();
        return IsCorrecting || !Cells.Any(c => c.State == CellState.Waiting) || IsSaving ? _saving : _saving = SaveWaitingAsync();
    }

    /// <summary>Reads anew what others may have changed.</summary>
    public async Task RefreshAsync()
    {
        Take(await _desk.ReadAsync(Sheet.Key, _left));
        Tell();
    }

    /// <summary>Begins to correct an approved return, or gives it up.</summary>
    public void Correct(bool begins)
    {
        foreach (EntryCell cell in Cells)
        {
            cell.Forget();
        }

        (IsCorrecting, Undoable) = (begins && Sheet.Return.State == ReturnState.Approved, null);
        Tell();
    }

    private async Task<CellState> WantAsync(EntryCell cell, ReturnLine line)
    {
        cell.Want(line, IsCorrecting);
        await FlushAsync();
        return cell.State;
    }

    private void Take(ReturnSheet sheet)
    {
        Sheet = sheet;
        foreach (ReturnLine line in sheet.Lines)
        {
            if (_cells.TryGetValue(line.Indicator, out EntryCell? cell))
            {
                cell.Take(line);
            }
            else
            {
                _cells.Add(line.Indicator, new EntryCell(line));
            }
        }

        if (sheet.Return.State != ReturnState.Approved)
        {
            IsCorrecting = false;
        }
    }

    private void Tell()
    {
        Findings = _desk.FindingsOf(Sheet, [.. Cells.Select(c => c.Shown)]);
        Changed?.Invoke();
    }
}
