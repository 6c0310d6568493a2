using System.Collections.Immutable;
using Dashboard.Domain.Rollups;

namespace Dashboard.Tests.Rollups;

/// <summary>Committees that open, move and close, kept as plain dictionaries; what the cube is told and what it is judged by.</summary>
public sealed class NaiveStructure
{
    private readonly List<Dictionary<DateOnly, int>> _placements = [];
    private readonly List<int> _levels = [];
    private readonly List<DateOnly> _opened = [];
    private readonly List<DateOnly> _closed = [];
    private readonly Dictionary<int, int> _successors = [];
    private readonly Dictionary<(int Committee, DateOnly Day), int> _remembered = [];

    public int Count => _levels.Count;

    public bool IsOpen(int committee) => _closed[committee] == DateOnly.MaxValue;

    public bool IsOpenOn(int committee, DateOnly day) => _opened[committee] <= day && day <= _closed[committee];

    public int Level(int committee) => _levels[committee];

    public void Open(int parent, DateOnly? day)
    {
        _levels.Add(parent < 0 ? 0 : _levels[parent] + 1);
        _opened.Add(day ?? DateOnly.MinValue);
        _closed.Add(DateOnly.MaxValue);
        _placements.Add(new() { [DateOnly.MinValue] = parent });
    }

    /// <summary>Whether a committee may stand under another: levels only go up, so no cycle can come of it.</summary>
    public bool MayMove(int committee, int parent) => parent < 0 || _levels[parent] < _levels[committee];

    public void Move(int committee, int parent, DateOnly from)
    {
        _placements[committee][from] = parent;
        _remembered.Clear();
    }

    public bool MayClose(int committee, int successor) =>
        committee != successor && IsOpen(committee) && IsOpen(successor) && _levels[committee] == _levels[successor];

    public void Close(int committee, int? successor, DateOnly day)
    {
        _closed[committee] = day < _opened[committee] ? _opened[committee] : day;
        if (successor is { } principal)
        {
            _successors[committee] = principal;
        }

        _remembered.Clear();
    }

    public int ParentOn(int committee, DateOnly day)
    {
        if (!_remembered.TryGetValue((committee, day), out int parent))
        {
            _remembered[(committee, day)] = parent = FindParent(committee, day);
        }

        return parent;
    }

    private int FindParent(int committee, DateOnly day)
    {
        DateOnly lived = day < _opened[committee] ? _opened[committee] : day > _closed[committee] ? _closed[committee] : day;
        return _placements[committee].Where(placement => placement.Key <= lived).MaxBy(placement => placement.Key).Value;
    }

    public int ParentNow(int committee) => _successors.TryGetValue(committee, out int successor) ? successor : ParentOn(committee, DateOnly.MaxValue);

    public IEnumerable<int> PathUp(View view, int committee, DateOnly day)
    {
        for (int node = committee; node >= 0; node = view == View.Now ? ParentNow(node) : ParentOn(node, day))
        {
            yield return node;
        }
    }

    public IEnumerable<int> Roots(View view, DateOnly day) =>
        Enumerable.Range(0, Count).Where(committee => (view == View.Now ? ParentNow(committee) : ParentOn(committee, day)) < 0);

    public Trees ToTrees()
    {
        // The cube may ask for a day later, when this structure has moved on: it is told what holds at this moment.
        List<Dictionary<DateOnly, int>> placements = [.. _placements.Select(placement => new Dictionary<DateOnly, int>(placement))];
        var frozen = new NaiveStructure();
        frozen._placements.AddRange(placements);
        frozen._levels.AddRange(_levels);
        frozen._opened.AddRange(_opened);
        frozen._closed.AddRange(_closed);
        return new Trees(
            day => [.. Enumerable.Range(0, frozen.Count).Select(committee => frozen.ParentOn(committee, day))],
            [.. Enumerable.Range(0, Count).Select(ParentNow)],
            [.. _opened],
            [.. _closed]);
    }
}
