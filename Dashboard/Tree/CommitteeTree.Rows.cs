using System.Globalization;
using Dashboard.Committees;
using Dashboard.Domain.Committees;
using Dashboard.Live;

namespace Dashboard.Tree;

// Which rows there are and which of them are drawn, and how they follow what changes while the tree is open.
public sealed partial class CommitteeTree
{
    /// <summary>Lists the rows anew where the structure or the reader's place in it changed.</summary>
    private void Fill(bool leadsToCurrent)
    {
        LiveState state = figures.Now;
        _overdueWord = Texts["Overdue"];
        _overdue = overdue.Now();
        Structure structure = state.Hierarchy.On(calendar.Today);
        if (!ReferenceEquals(structure, _structure) || !ReferenceEquals(state.Hierarchy, _hierarchy))
        {
            int[] tops = TreeRoots.Of(Scope, structure);
            _tree = _tree?.In(structure, tops) ?? new OpenRows(structure, tops);
            _tree.Open(memory.Opened);
            (_hierarchy, _structure) = (state.Hierarchy, structure);
        }

        _current = state.Hierarchy.TryNumberOf(Address.Code, out int number) ? number : -1;
        if (leadsToCurrent)
        {
            _tree!.Reveal(_current);
            _tree.Open(_current >= 0 ? [_current] : TreeRoots.Of(Scope, structure).Take(1));
        }

        List();
        if (leadsToCurrent && _words.Length == 0)
        {
            Activate(Math.Max(0, _tree!.IndexOf(_current)));
        }
    }

    private void List()
    {
        _rows = _words.Length > 0 ? Look() : _tree!.Rows;
        _active = Math.Clamp(_active, 0, Math.Max(0, _rows.Count - 1));
        int length = _to - _from;
        Frame(_from, _from + Math.Max(length, FirstWindow));
    }

    /// <summary>Draws these rows from now on, as far as they are there; tells whether they are others than before.</summary>
    private bool Frame(int from, int to)
    {
        to = Math.Min(to, _rows.Count);
        from = Math.Clamp(from, 0, to);
        bool differs = (from, to) != (_from, _to);
        (_from, _to) = (from, to);
        return differs;
    }

    private void Listen()
    {
        if (_subscriptions.Count == 0 && _structure is { } structure)
        {
            _subscriptions.AddRange(TreeRoots.Of(Scope, structure).Select(top => feed.Subscribe(top, () => InvokeAsync(Renew))));
        }

        _wantsWatch = true;
    }

    private void Deafen()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        _subscriptions.Clear();
    }

    // Most changes are of figures, and no row shows one.
    private void Renew()
    {
        if (!_isOpen)
        {
            return;
        }

        OverdueCounts before = _overdue;
        if (!ReferenceEquals(figures.Now.Hierarchy, _hierarchy) || !ReferenceEquals(_hierarchy.On(calendar.Today), _structure))
        {
            Fill(leadsToCurrent: false);
            StateHasChanged();
            return;
        }

        _overdue = overdue.Now();
        for (int at = _from; at < _to; at++)
        {
            if (before[_rows[at].Number] != _overdue[_rows[at].Number])
            {
                StateHasChanged();
                return;
            }
        }
    }

    private string NameOf(TreeRow row) => _hierarchy[row.Number].BriefName();

    private string HrefOf(TreeRow row) => (Address with { Code = _hierarchy[row.Number].Code }).Href;

    private static string? Expanded(TreeRow row) => row.Kind switch
    {
        TreeRowKind.Opened => "true",
        TreeRowKind.Closed => "false",
        _ => null,
    };

    private static string Gap(int rows) => string.Create(CultureInfo.InvariantCulture, $"height:calc(var(--tree-row)*{rows})");
}
