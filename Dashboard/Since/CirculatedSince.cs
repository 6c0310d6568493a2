using System.Collections.Immutable;
using Dashboard.Disclosure;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>
/// What changed, for circulation. Both moments hide the same counts, so that neither tells of the other; what moved a number is left out,
/// since it is made of counts of its own.
/// </summary>
internal sealed class CirculatedSince
{
    private readonly DisclosureKeeper _keeper;
    private readonly SinceMoment _from;
    private readonly SinceMoment _to;
    private readonly SinceModel _model;
    private readonly ImmutableArray<int> _was;
    private readonly ImmutableArray<int> _now;
    private readonly Dictionary<int, HiddenCounts> _known = [];
    private readonly List<DisclosedCounts> _looks = [];

    public CirculatedSince(DisclosureKeeper keeper, SinceMoment from, SinceMoment to, SinceModel model)
    {
        (_keeper, _from, _to, _model) = (keeper, from, to, model);
        _was = from.IsKnown ? from.Figures.Now.Hierarchy.ParentsNow(from.Figures.Today) : [];
        _now = to.Figures.Now.Hierarchy.ParentsNow(to.Figures.Today);
    }

    /// <summary>The model without what is hidden, its rows in the order of their codes.</summary>
    public SinceModel Read() => _model with { Changes = _model.Changes.Select(Of).ToValueList() };

    private int Top => NumberOf(_model.Committee.Code);

    private SinceChange Of(SinceChange change)
    {
        if (change.Code == SinceCodes.Returns)
        {
            return change;
        }

        bool isHidden = IsSmall(change.Start, change.End) || HiddenOf(Top).Hides(Top, change.Code);
        return change with
        {
            Start = Withheld.Unless(isHidden || !IsComparable(Top), change.Start),
            End = Withheld.Unless(isHidden, change.End),
            Branches = InOrder(change.Branches.Select(row => Of(row, change, HiddenOf(Top).Hides(row.IsOwn ? HiddenCounts.Own : NumberOf(row.Committee.Code), change.Code)))),
            Committees = InOrder(change.Committees.Select(row => Of(row, change, HiddenOf(NumberOf(row.Committee.Code)).Hides(HiddenCounts.Own, change.Code)))),
        };
    }

    private SinceRow Of(SinceRow row, SinceChange change, bool isHidden)
    {
        isHidden |= IsSmall(row.Start, row.End);
        bool isStartHidden = isHidden || !IsComparable(NumberOf(row.Committee.Code));
        return row with { Start = isStartHidden ? Withheld.Count : row.Start, End = isHidden ? Withheld.Count : row.End };
    }

    private bool IsSmall(long? start, long? end) => _keeper.IsSmall(Audience.Circulation, start) || _keeper.IsSmall(Audience.Circulation, end);

    // Who stood elsewhere, or is not known to have stood here, is on another sheet of the earlier moment.
    private bool IsComparable(int committee) => committee < _was.Length && _was[committee] == _now[committee];

    /// <summary>What is hidden of a committee and those below it at either moment, each with what is hidden at the other.</summary>
    private HiddenCounts HiddenOf(int committee)
    {
        if (!_known.TryGetValue(committee, out HiddenCounts? hidden))
        {
            int before, look = 0;
            hidden = Look(look, committee);
            do
            {
                before = hidden.Cells.Count;
                hidden = hidden.With(committee < _was.Length ? Look(look + 1, committee) : HiddenCounts.None).With(Look(look += 2, committee));
            }
            while (hidden.Cells.Count > before);

            _known.Add(committee, hidden);
        }

        return hidden;
    }

    // By turns at the later and the earlier moment, each look with what the ones before have hidden; all committees share them.
    private HiddenCounts Look(int number, int committee)
    {
        SinceMoment At(int look) => look % 2 == 0 ? _to : _from;
        while (_looks.Count <= number)
        {
            _looks.Add(new DisclosedCounts(_keeper, Audience.Circulation, At(_looks.Count).Figures));
        }

        (DisclosedCounts counts, SinceMoment moment) = (_looks[number], At(number));
        return counts.Figures(committee, _model.Period, View.Now).With(counts.Cases(committee, _model.Period, View.Now, moment.Figures.Today));
    }

    private int NumberOf(string code) => _to.Figures.Now.Hierarchy.NumberOf(code);

    private static ValueList<SinceRow> InOrder(IEnumerable<SinceRow> rows) => rows.OrderBy(row => row.Committee.Code, StringComparer.Ordinal).ToValueList();
}
