using Dashboard.Domain;
using Dashboard.Domain.Returns;
using Dashboard.Returns;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Entry;

// What the reader does, by keys and buttons.
public sealed partial class EntryPage
{
    private ElementReference _root;
    private bool _isAttached;
    private DotNetObjectReference<EntryPage>? _self;
    private IJSObjectReference? _script;
    private IJSObjectReference? _keys;

    /// <summary>Takes what was typed into a cell; says how it stands once it is saved, or is not.</summary>
    [JSInvokable]
    public async Task<string> Commit(string code, string text, int seen) =>
        MayEdit && _draft is { TakesFigures: true } draft && draft.Takes(code) && text.Length <= 100
            ? (await draft.CommitAsync(code, text, seen)).ToString()
            : CellState.Failed.ToString();

    /// <summary>The next of “=”, “hơn”, “khoảng”.</summary>
    [JSInvokable]
    public Task Cycle(string code) => MayEdit && _draft is { TakesFigures: true } draft && draft.Takes(code) ? draft.CycleAsync(code) : Task.CompletedTask;

    /// <summary>Saves at once, and tries again what could not be saved.</summary>
    [JSInvokable]
    public async Task SaveDraft()
    {
        if (MayEdit && _draft is { IsOpen: true } draft)
        {
            await draft.RetryAsync();
            Say(draft.HasOpen ? null : EntryTexts.Get("DraftSaved"));
        }
    }

    /// <summary>A block was pasted into a cell.</summary>
    [JSInvokable]
    public void PasteBlock(string code, string text)
    {
        if (MayEdit && _draft is { TakesFigures: true })
        {
            OpenPaste(code, text);
            StateHasChanged();
        }
    }

    /// <summary>What the browser kept of an earlier visit.</summary>
    [JSInvokable]
    public void Offer(IReadOnlyList<KeptCell> cells)
    {
        if (MayEdit && _draft is { IsOpen: true } draft)
        {
            _kept = [.. cells.Where(c => draft.Takes(c.Code) && c.Text.Length <= 100).Take(200)];
            StateHasChanged();
        }
    }

    private async Task TakeKeptAsync(bool save)
    {
        IReadOnlyList<KeptCell> kept = _kept;
        _kept = [];
        var settled = kept.Select(k => k.Code).ToList();
        if (save)
        {
            CellState[] states = await Task.WhenAll(kept.Select(k => _draft!.CommitAsync(k.Code, k.Text, k.Seen)));
            settled = [.. kept.Zip(states).Where(p => p.Second is CellState.Saved or CellState.Quiet).Select(p => p.First.Code)];
            Say(EntryTexts.Get("Kept.Saved", settled.Count));
        }

        if (_keys is not null)
        {
            await _keys.InvokeVoidAsync("forget", settled);
        }
    }

    private void OpenPaste(string? from, string? text) => (_panel, _pasteFrom, _pasted) = (Panel.Paste, from, text);

    private async Task ApplyAsync(IReadOnlyList<(string Indicator, TypedFigure Figure)> figures)
    {
        Close();
        await _draft!.PasteAsync(figures);
        Say(EntryTexts.Get("Pasted", figures.Count));
    }

    private async Task UndoAsync()
    {
        await _draft!.UndoAsync();
        Say(EntryTexts.Get("Undone"));
    }

    private async Task SubmitAsync()
    {
        Close();
        try
        {
            await _draft!.SubmitAsync();
            Say(null);
        }
        catch (BrokenRuleException broken)
        {
            _problem = ReturnTexts.Of(broken);
        }

        await ReadAroundAsync();
        Show();
    }

    private void Correct(bool begins)
    {
        Say(null);
        _draft!.Correct(begins);
    }

    private void Corrected()
    {
        Close();
        Say(EntryTexts.Get("Corrected"));
    }

    private void Close() => _panel = Panel.None;

    private void Say(string? done)
    {
        (_done, _problem) = (done, null);
        StateHasChanged();
    }

    private async Task AttachAsync()
    {
        _isAttached = true;
        _self = DotNetObjectReference.Create(this);
        _script = await Js.InvokeAsync<IJSObjectReference>("import", "./Entry/EntryPage.razor.js");
        _keys = await _script.InvokeAsync<IJSObjectReference>("attach", _root, _self, $"{_account}|{Code}|{_draft!.Sheet.Key.Text}");
        StateHasChanged();
    }

    private async Task DetachAsync()
    {
        (IJSObjectReference? keys, IJSObjectReference? script, _keys, _script, _isAttached) = (_keys, _script, null, null, false);
        try
        {
            if (keys is not null)
            {
                await keys.InvokeVoidAsync("detach");
                await keys.DisposeAsync();
            }

            if (script is not null)
            {
                await script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and what listened on it too.
        }

        _self?.Dispose();
        _self = null;
    }
}
