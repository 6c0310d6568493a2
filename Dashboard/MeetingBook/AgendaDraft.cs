using Dashboard.Domain.Meetings;

namespace Dashboard.MeetingBook;

/// <summary>An agenda while it is being put together.</summary>
public sealed class AgendaDraft
{
    private readonly List<Line> _lines;
    private int _last;

    /// <summary>Begins with what is shown now.</summary>
    public AgendaDraft(IEnumerable<AgendaItem> agenda) => _lines = [.. agenda.Select(item => new Line(++_last, item.Scene) { Seconds = item.Seconds })];

    /// <summary>The scenes in their order.</summary>
    public IReadOnlyList<Line> Lines => _lines;

    /// <summary>Scenes that are not on it.</summary>
    public IEnumerable<SceneKind> Missing => Enum.GetValues<SceneKind>().Where(scene => _lines.TrueForAll(line => line.Scene != scene));

    /// <summary>Adds a scene at the end.</summary>
    public void Add(SceneKind scene) => _lines.Add(new Line(++_last, scene) { Seconds = MeetingRules.UsualSeconds });

    /// <summary>Takes one away; the last one stays.</summary>
    public void Remove(Line line)
    {
        if (_lines.Count > 1)
        {
            _lines.Remove(line);
        }
    }

    /// <summary>Moves one up (−1) or down (1); at the end it stays where it is.</summary>
    public void Move(Line line, int by)
    {
        int at = _lines.IndexOf(line), to = at + by;
        if (at >= 0 && to >= 0 && to < _lines.Count)
        {
            (_lines[at], _lines[to]) = (_lines[to], _lines[at]);
        }
    }

    /// <summary>Whether it is another than <paramref name="agenda"/>.</summary>
    public bool Differs(IReadOnlyList<AgendaItem> agenda) => !ToAgenda().SequenceEqual(agenda);

    /// <summary>What is chosen.</summary>
    public IReadOnlyList<AgendaItem> ToAgenda() => [.. _lines.Select(line => new AgendaItem(line.Scene, line.Seconds))];

    /// <summary>One scene.</summary>
    /// <param name="Id">Its identity while the agenda is put together.</param>
    /// <param name="Scene">What is shown.</param>
    public sealed record Line(int Id, SceneKind Scene)
    {
        /// <summary>How long it stays.</summary>
        public int Seconds { get; set; }
    }
}
