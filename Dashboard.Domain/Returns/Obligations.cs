using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Returns;

/// <summary>Who owes a form for a period.</summary>
public static class Obligations
{
    /// <summary>
    /// The committees that owe <paramref name="form"/> for <paramref name="period"/>, by number: open on its last day, of one of the
    /// form's levels and under its root then. None for a period that is not this version’s.
    /// </summary>
    public static IReadOnlyList<int> OwedBy(this Form form, Period period, Hierarchy hierarchy)
    {
        if (!form.IsFor(period))
        {
            return [];
        }

        Structure structure = hierarchy.On(period.End);
        return [.. Below(form.Root, structure, hierarchy).Where(n => form.Levels.Contains(hierarchy[n].Level)).Order()];
    }

    /// <summary>Whether <paramref name="committee"/> is one of those.</summary>
    public static bool IsOwedBy(this Form form, int committee, Period period, Hierarchy hierarchy)
    {
        Structure structure = hierarchy.On(period.End);
        return form.IsFor(period) && structure.Contains(committee) && form.Levels.Contains(hierarchy[committee].Level)
            && (form.Root is null || (hierarchy.TryNumberOf(form.Root, out int root) && structure.IsWithin(committee, root)));
    }

    private static IEnumerable<int> Below(string? root, Structure structure, Hierarchy hierarchy)
    {
        if (root is null)
        {
            return structure.Preorder;
        }

        return hierarchy.TryNumberOf(root, out int number) && structure.Contains(number) ? structure.SubtreeOf(number) : [];
    }
}
