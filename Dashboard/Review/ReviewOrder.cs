using Dashboard.Committees;
using Dashboard.Live;
using Dashboard.Returns;

namespace Dashboard.Review;

/// <summary>What the queue is sorted by.</summary>
public enum ReviewOrder
{
    /// <summary>What is to be looked at first.</summary>
    Risk,

    /// <summary>Who has waited longest.</summary>
    Submitted,

    /// <summary>The committee's name.</summary>
    Name,
}

/// <summary>Filters and sorts the queue.</summary>
public static class ReviewOrdering
{
    /// <summary>The items that an address asks for, in its order.</summary>
    public static IEnumerable<ReviewItem> By(this IEnumerable<ReviewItem> items, ReviewAddress address, LiveState state) => items.Holding(address, state).In(address.Order);

    private static IEnumerable<ReviewItem> Holding(this IEnumerable<ReviewItem> items, ReviewAddress address, LiveState state)
    {
        string[] words = Folding.Words(address.Words);
        return items.Where(item =>
            (address.Under is null || item.Above?.Code == address.Under)
            && (address.Form is null || item.Key.Form == address.Form)
            && (address.Period is null || item.Key.Period == address.Period)
            && (address.Risk is null || item.Risk == address.Risk)
            && (words.Length == 0 || words.All(TextOf(item, state).Contains)));
    }

    private static IEnumerable<ReviewItem> In(this IEnumerable<ReviewItem> items, ReviewOrder order) => order switch
    {
        ReviewOrder.Name => items.OrderBy(NameOf, StringComparer.Ordinal).ThenBy(i => i.Key.Period.End),
        ReviewOrder.Submitted => items.OrderBy(i => i.Return.SubmittedOn).ThenBy(NameOf, StringComparer.Ordinal),
        _ => items.OrderBy(i => i.Risk).ThenByDescending(i => i.Facts.Unsettled + i.Facts.Explained).ThenByDescending(i => i.Facts.Signals)
            .ThenByDescending(i => i.DaysLate).ThenBy(i => i.Return.SubmittedOn).ThenBy(NameOf, StringComparer.Ordinal),
    };

    private static string NameOf(ReviewItem item) => Folding.Fold(item.Committee.LocalName());

    private static string TextOf(ReviewItem item, LiveState state) =>
        string.Join(' ', Folding.Words($"{item.Committee.Code} {item.Committee.Name} {item.Committee.NameEn} {item.Above?.Name} {item.Above?.NameEn} {ReturnNames.Form(state, item.Key.Form)} {Layout.PeriodNames.Of(item.Key.Period)}"));
}
