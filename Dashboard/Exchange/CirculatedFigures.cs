using System.Globalization;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Exchange;

/// <summary>
/// Writes figures for those whose work they are not. A figure is what its committee has of its own, which is hidden as on the sheets that
/// tables are made of. What is hidden has a line though nobody may have stated it: to leave it out would say so.
/// </summary>
/// <param name="figures">The moment.</param>
/// <param name="keeper">Hides and remembers.</param>
/// <param name="language">In which the file says what it is.</param>
internal sealed class CirculatedFigures(IFigures figures, DisclosureKeeper keeper, CultureInfo language)
{
    // What is hidden of one figure is remembered on a few sheets: that of its committee and those of the ones above.
    private const int Most = HiddenCellBook.Most / 8;

    private static readonly string[] Header = ["committee", "indicator", "period", "value", "out_of", "precision"];

    private readonly DisclosedCounts _counts = new(keeper, Audience.Circulation, figures);

    private Hierarchy Structure => figures.Now.Hierarchy;

    /// <summary>Writes the figures by committee, indicator and period, and returns how many; null, and no file, where more is hidden than can be remembered.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="stated">All figures of the moment.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public int? Write(string path, IEnumerable<Figure> stated, FigureFilter filter, CancellationToken cancellationToken)
    {
        IReadOnlyList<int> committees = filter.CommitteesOf(Structure);
        HashSet<int> asked = [.. committees];
        Figure[] taken = [.. stated.Where(f => asked.Contains(f.Committee) && filter.Takes(CodeOf(f.Indicator), f.Period))];
        Dictionary<Key, Figure?> lines = taken.ToDictionary(f => new Key(f.Committee, f.Indicator, f.Period), f => (Figure?)f);
        int hidden = 0;
        foreach (IGrouping<Period, Figure> period in taken.GroupBy(f => f.Period).OrderBy(g => g.Key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Key[] gone = [.. HiddenOf(period.Key, [.. period]).Where(key => asked.Contains(key.Committee))];
            if ((hidden += gone.Length) > Most)
            {
                return null;
            }

            foreach (Key key in gone)
            {
                lines[key] = null;
            }
        }

        int[] places = new int[Structure.Count];
        committees.Index().ToList().ForEach(c => places[c.Item] = c.Index);
        var rows = lines.OrderBy(line => places[line.Key.Committee]).ThenBy(line => CodeOf(line.Key.Indicator), StringComparer.Ordinal)
            .ThenBy(line => line.Key.Period.Start).ThenByDescending(line => line.Key.Period.End).Select(line => Line(line.Key, line.Value));
        SheetWriter.Write(path, [CirculationWords.HeadIn(language, keeper)], rows.Prepend(Header));
        return lines.Count;
    }

    /// <summary>What is hidden of the own work of committees for a period: of those who stated anything, and of those beside them whose counts keep theirs from being worked out.</summary>
    private HashSet<Key> HiddenOf(Period period, Figure[] stated)
    {
        Dictionary<string, int> indicators = stated.Select(f => f.Indicator).Distinct().ToDictionary(CodeOf);
        HashSet<Key> hidden = [.. stated.Where(f => _counts.IsSmall(f.Value)).Select(f => new Key(f.Committee, f.Indicator, period))];
        var waiting = new Queue<int>(stated.Select(f => f.Committee).Distinct());
        var known = new HashSet<int>(waiting);
        while (waiting.TryDequeue(out int committee))
        {
            HiddenCounts counts = _counts.Of(committee, period, View.Then, indicators.Keys);
            hidden.UnionWith(indicators.Where(i => counts.Hides(HiddenCounts.Own, i.Key)).Select(i => new Key(committee, i.Value, period)));
            IEnumerable<int> beside = counts.Cells.Where(cell => cell.Committee >= 0 && indicators.ContainsKey(cell.Column)).Select(cell => cell.Committee);
            int above = Structure.ParentsOn(period.End)[committee];
            foreach (int other in beside.Concat(above >= 0 ? [above] : []).Where(known.Add))
            {
                waiting.Enqueue(other);
            }
        }

        return hidden;
    }

    private string[] Line(Key key, Figure? shown) =>
    [
        Structure[key.Committee].Code, CodeOf(key.Indicator), key.Period.ToString(),
        shown is null ? CirculationWords.HiddenIn(language) : shown.Value.ToString(CultureInfo.InvariantCulture), "", shown is null ? "" : Words.Of(shown.Precision),
    ];

    private string CodeOf(int indicator) => figures.Now.Indicators[indicator].Code;

    private readonly record struct Key(int Committee, int Indicator, Period Period);
}
