using Dashboard.Committees;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Dashboard.Tree;

/// <content>How one moves in the tree by the keyboard, and finds something in it.</content>
public sealed partial class CommitteeTree
{
    private string? _typed;
    private string[] _words = [];
    private int _found;
    private int _active;
    private TypeAhead? _ahead;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private void LookFor(string? typed)
    {
        _typed = typed;
        bool wasLooking = _words.Length > 0;
        _words = Folding.Words(typed);
        List();
        if (_words.Length > 0)
        {
            Activate(FirstFound());
        }
        else if (wasLooking)
        {
            Activate(Math.Max(0, _tree!.IndexOf(_current)));
        }
    }

    private List<TreeRow> Look()
    {
        IReadOnlyList<CommitteeMatch> found = Search.Find(_typed, Scope, FoundLimit);
        _found = found.Count(match => _structure!.Contains(match.Committee.Number));
        return FoundRows.Of(_structure!, found);
    }

    private int FirstFound()
    {
        int number = Search.Find(_typed, Scope, FoundLimit).FirstOrDefault(match => _structure!.Contains(match.Committee.Number))?.Committee.Number ?? -1;
        for (int at = 0; at < _rows.Count; at++)
        {
            if (_rows[at].Number == number)
            {
                return at;
            }
        }

        return 0;
    }

    /// <summary>The keys of the tree pattern: arrows, Home and End, letters, Enter, and * for all of a group.</summary>
    private async Task PressAsync(KeyboardEventArgs key)
    {
        if (_rows.Count == 0 || key.CtrlKey || key.AltKey || key.MetaKey)
        {
            return;
        }

        _ahead ??= new TypeAhead(Time);
        TreeRow row = _rows[_active];
        switch (key.Key)
        {
            case "ArrowDown":
                Activate(Math.Min(_active + 1, _rows.Count - 1));
                break;
            case "ArrowUp":
                Activate(Math.Max(_active - 1, 0));
                break;
            case "Home":
                Activate(0);
                break;
            case "End":
                Activate(_rows.Count - 1);
                break;
            case "ArrowRight" when row.Kind == TreeRowKind.Closed:
                await TurnAsync(row);
                break;
            case "ArrowRight" when row.Kind == TreeRowKind.Opened:
                Activate(_active + 1);
                break;
            case "ArrowLeft" when row.Kind == TreeRowKind.Opened && _words.Length == 0:
                await TurnAsync(row);
                break;
            case "ArrowLeft":
                Activate(Above(_active));
                break;
            case "*" when _words.Length == 0:
                await OpenGroupAsync(row);
                break;
            case "Enter" or " " when key.Key == "Enter" || !_ahead.IsTyping:
                await FollowAsync(row);
                break;
            case { Length: 1 } letter:
                int index = _ahead.Type(letter, _active, _rows.Count, at => _rows[at].Kind == TreeRowKind.More ? "" : NameOf(_rows[at]));
                Activate(index < 0 ? _active : index);
                break;
        }
    }

    private async Task FollowAsync(TreeRow row)
    {
        if (row.Kind == TreeRowKind.More)
        {
            await TurnAsync(row);
        }
        else
        {
            Navigation.NavigateTo(HrefOf(row));
        }
    }

    private async Task TurnAsync(TreeRow row)
    {
        _tree!.Toggle(row);
        memory.Opened.Clear();
        memory.Opened.UnionWith(_tree.Opened);
        List();
        Activate(_active);
        await KeepAsync();
    }

    private async Task OpenGroupAsync(TreeRow row)
    {
        int above = Above(_active);
        int last = _active;
        while (last + 1 < _rows.Count && _rows[last + 1].Level >= row.Level)
        {
            last++;
        }

        int first = row.Level == 1 ? 0 : above + 1;
        _tree!.Open(_rows.Skip(first).Take(last - first + 1).Where(r => r.Level == row.Level && r.Kind == TreeRowKind.Closed).Take(OpenRows.GroupLength).Select(r => r.Number));
        memory.Opened.UnionWith(_tree.Opened);
        List();
        Activate(Math.Max(0, _tree.IndexOf(row.Number)));
        await KeepAsync();
    }

    /// <summary>Makes a row the one that keys are about, draws what stands around it and has the browser bring it into sight.</summary>
    private void Activate(int index)
    {
        _active = index;
        int length = Math.Max(_to - _from, FirstWindow);
        if (index < _from || index >= _to)
        {
            Frame(index - (length / 2), index + (length / 2));
        }

        _wantsSight = true;
    }

    private int Above(int index)
    {
        int level = _rows[index].Level;
        int at = index;
        while (at > 0 && _rows[at].Level >= level)
        {
            at--;
        }

        return _rows[at].Level < level ? at : index;
    }
}
