using Dashboard.Domain.Committees;
using Dashboard.Layout;

namespace Dashboard.Tree;

/// <summary>Names as a narrow tree has room for: without the words that all of them begin with.</summary>
public static class TreeNames
{
    private const string Organisation = "Đảng bộ ";

    /// <summary>“Huyện An Bình” for “Đảng bộ huyện An Bình”; the English name where it is asked for and there is one.</summary>
    public static string Of(Committee committee)
    {
        if (!Languages.IsVietnamese && committee.NameEn is { Length: > 0 } english)
        {
            return english;
        }

        string name = committee.Name;
        return name.StartsWith(Organisation, StringComparison.Ordinal) && name.Length > Organisation.Length
            ? string.Concat(name[Organisation.Length..(Organisation.Length + 1)].ToUpperInvariant(), name.AsSpan(Organisation.Length + 1))
            : name;
    }
}
