using Dashboard.Committees;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Live;

namespace Dashboard.Lapses;

/// <summary>The register of one committee and those below it in today's structure, as of one moment: its cards and the lines that are chosen.</summary>
public sealed class LapseList
{
    private readonly LiveState _state;
    private readonly int _top;
    private readonly DateOnly _today;
    private readonly LapseRow[] _all;

    /// <summary>Reads the register.</summary>
    /// <param name="state">The moment.</param>
    /// <param name="committee">Number of the committee.</param>
    /// <param name="address">What is chosen.</param>
    /// <param name="today">Today where the committees are.</param>
    public LapseList(LiveState state, int committee, LapseAddress address, DateOnly today)
    {
        (_state, _top, _today) = (state, committee, today);
        IReadOnlyList<int> parents = state.Hierarchy.ParentsNow(today);
        _all = [.. state.Lapses.Values.Where(lapse => IsWithin(lapse.Committee, committee, parents)).Select(RowOf)];
        Period period = address.Page.Period;
        Tiles = [.. Enum.GetValues<LapseBand>().Select(band => Tile(band, period))];
        OpenAtStart = _all.Count(row => row.Lapse.IsOpenOn(period.Start.AddDays(-1)));
        Children = [.. state.Hierarchy.Committees.Where(c => parents[c.Number] == committee && c.IsOpenOn(today)).Select(c => CommitteeDoor.LinkTo(state.Hierarchy, c.Number)).OrderBy(c => c.LocalName(), StringComparer.CurrentCulture)];
        Rows = [.. Sorted(Chosen(address, parents, period), address)];
    }

    /// <summary>A card for each band.</summary>
    public IReadOnlyList<LapseTile> Tiles { get; }

    /// <summary>Open on the day before the period shown.</summary>
    public int OpenAtStart { get; }

    /// <summary>Committees directly below, by which the list may be narrowed.</summary>
    public IReadOnlyList<CommitteeLink> Children { get; }

    /// <summary>The lines that are chosen, sorted.</summary>
    public IReadOnlyList<LapseRow> Rows { get; }

    /// <summary>The line of one lapse, chosen or not; null when it is not of this committee or below.</summary>
    public LapseRow? Find(long id) => Array.Find(_all, row => row.Lapse.Id == id);

    private static bool IsWithin(int committee, int top, IReadOnlyList<int> parents)
    {
        while (committee >= 0 && committee != top)
        {
            committee = parents[committee];
        }

        return committee == top;
    }

    private LapseRow RowOf(Lapse lapse) =>
        new(lapse, CommitteeDoor.LinkTo(_state.Hierarchy, lapse.Committee), lapse.BandOn(_today), lapse.RemedyDueOn.DayNumber - _today.DayNumber);

    private LapseTile Tile(LapseBand band, Period period)
    {
        LapseRow[] rows = [.. _all.Where(row => IsIn(row, band, period))];
        return new LapseTile(
            band, rows.Length,
            rows.Length == 0 ? 0 : rows.Min(row => row.DaysLeft),
            rows.Length == 0 ? 0 : rows.Max(row => row.DaysLeft),
            rows.Count(row => row.Lapse.RemediedOn <= row.Lapse.RemedyDueOn));
    }

    private static bool IsIn(LapseRow row, LapseBand band, Period period) => band switch
    {
        LapseBand.Overdue => row.Band == DeadlineBand.Overdue,
        LapseBand.DueSoon => row.Band == DeadlineBand.DueSoon,
        LapseBand.Within => row.Band == DeadlineBand.Within,
        LapseBand.Remedied => row.Lapse.RemediedOn is { } day && period.Contains(day),
        _ => row.Band is not null,
    };

    private IEnumerable<LapseRow> Chosen(LapseAddress address, IReadOnlyList<int> parents, Period period)
    {
        IEnumerable<LapseRow> rows = _all.Where(row => IsIn(row, address.Band, period)
            && (address.Kind is null || row.Lapse.Kind == address.Kind)
            && (address.Severity is null || row.Lapse.Severity == address.Severity)
            && (address.FoundBy is null || row.Lapse.FoundBy == address.FoundBy));
        if (address.Committee is { } code)
        {
            rows = _state.Hierarchy.TryNumberOf(code, out int only) && IsWithin(only, _top, parents) ? rows.Where(row => IsWithin(row.Lapse.Committee, only, parents)) : [];
        }

        string[] words = Folding.Words(address.Search);
        return words.Length == 0 ? rows : rows.Where(row => Array.TrueForAll(words, TextOf(row).Contains));
    }

    private string TextOf(LapseRow row)
    {
        string said = LateReturnKey.Of(row.Lapse) is { } key ? LapseTexts.Of(key, _state) : row.Lapse.Note ?? "";
        return string.Join(' ', Folding.Words($"{LapseTexts.Of(row.Lapse.Kind)} {row.Committee.Code} {row.Committee.Name} {row.Committee.NameEn} {said}"));
    }

    private static IEnumerable<LapseRow> Sorted(IEnumerable<LapseRow> rows, LapseAddress address)
    {
        IOrderedEnumerable<LapseRow> sorted = address.Order switch
        {
            LapseOrder.Kind => rows.OrderBy(row => LapseTexts.Of(row.Lapse.Kind), StringComparer.CurrentCulture),
            LapseOrder.Severity => rows.OrderByDescending(row => row.Lapse.Severity),
            LapseOrder.Committee => rows.OrderBy(row => row.Committee.LocalName(), StringComparer.CurrentCulture),
            LapseOrder.Found => rows.OrderByDescending(row => row.Lapse.FoundOn),
            _ => address.Band == LapseBand.Remedied ? rows.OrderByDescending(row => row.Lapse.RemediedOn) : rows.OrderBy(row => row.Lapse.RemedyDueOn),
        };
        IEnumerable<LapseRow> settled = sorted.ThenBy(row => row.Lapse.RemedyDueOn).ThenBy(row => row.Lapse.Id);
        return address.IsReversed ? settled.Reverse() : settled;
    }
}
