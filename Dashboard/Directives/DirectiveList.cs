using System.Globalization;
using Dashboard.Committees;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Directives;
using Dashboard.Live;

namespace Dashboard.Directives;

/// <summary>The directives that concern one committee, its own and those from above, and how they were carried out below it, as of one moment.</summary>
public sealed class DirectiveList
{
    private readonly DirectiveRow[] _all;

    /// <summary>Reads the list.</summary>
    /// <param name="state">The moment.</param>
    /// <param name="visit">Who looks, and where.</param>
    /// <param name="parent">Number of the committee above a committee today.</param>
    /// <param name="today">Today where the committees are.</param>
    public DirectiveList(LiveState state, CommitteeVisit visit, Func<int, int> parent, DateOnly today)
    {
        var implementations = new Implementations(state.Directives.Values, state.Hierarchy, today);
        ILookup<int, Directive> byIssuer = implementations.All.ToLookup(d => d.Issuer);
        var rows = new List<DirectiveRow>();
        int steps = 0;
        for (int issuer = visit.Number; issuer >= 0; issuer = parent(issuer))
        {
            // What comes from above concerns the committee even where its reader may not see who issued it.
            CommitteeLink? link = visit.Scope.Sees(issuer, parent) ? CommitteeDoor.LinkTo(state.Hierarchy, issuer) : null;
            int above = steps++;
            rows.AddRange(byIssuer[issuer].Select(d => new DirectiveRow(
                string.Create(CultureInfo.InvariantCulture, $"{above}:{d.Number}"), Cascade.Of(d, visit.Number, implementations, state.Hierarchy, today, c => visit.Scope.Sees(c, parent)), link)));
        }

        _all = [.. rows];
        Documents = implementations.All.Count;
    }

    /// <summary>How many documents are recorded in all, seen or not: changes when one is added.</summary>
    public int Documents { get; }

    /// <summary>All directives that concern the committee.</summary>
    public IReadOnlyList<DirectiveRow> All => _all;

    /// <summary>The one with a key; null when there is none.</summary>
    public DirectiveRow? Find(string? key) => Array.Find(_all, row => row.Key == key);

    /// <summary>Those that are chosen, sorted.</summary>
    public IReadOnlyList<DirectiveRow> Chosen(DirectiveAddress address)
    {
        string[] words = Folding.Words(address.Search);
        IEnumerable<DirectiveRow> rows = _all.Where(row => IsShown(row, address.Show) && (words.Length == 0 || Array.TrueForAll(words, TextOf(row).Contains)));
        IOrderedEnumerable<DirectiveRow> sorted = address.Order switch
        {
            DirectiveOrder.Number => rows.OrderBy(row => row.Directive.Number, StringComparer.CurrentCulture),
            DirectiveOrder.Direct => rows.OrderBy(row => Share(row.Cascade.DirectDone, row.Cascade.Direct)),
            DirectiveOrder.All => rows.OrderBy(row => Share(row.Cascade.Done, row.Cascade.All)),
            DirectiveOrder.Days => rows.OrderByDescending(row => row.Cascade.MedianDays ?? -1),
            _ => rows.OrderByDescending(row => row.Directive.IssuedOn ?? DateOnly.MinValue),
        };
        IEnumerable<DirectiveRow> settled = sorted.ThenByDescending(row => row.Directive.IssuedOn ?? DateOnly.MinValue).ThenBy(row => row.Key, StringComparer.Ordinal);
        return [.. address.IsReversed ? settled.Reverse() : settled];
    }

    // Nobody below is nobody missing.
    private static double Share(int done, int all) => all == 0 ? 2 : done / (double)all;

    private static bool IsShown(DirectiveRow row, DirectiveShow show) => show switch
    {
        DirectiveShow.Missing => row.Cascade.DirectDone < row.Cascade.Direct || row.Cascade.Own is { Document: null },
        DirectiveShow.Own => row.IsOwn,
        DirectiveShow.Above => !row.IsOwn,
        _ => true,
    };

    private static string TextOf(DirectiveRow row) => string.Join(
        ' ', Folding.Words($"{row.Directive.Number} {row.Directive.Kind} {row.Directive.Subject} {row.Directive.SubjectEn} {row.Issuer?.Name} {row.Issuer?.NameEn}"));
}
