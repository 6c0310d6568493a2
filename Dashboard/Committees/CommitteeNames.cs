using Dashboard.Layout;

namespace Dashboard.Committees;

/// <summary>Names of committees in the reader's language: the English one where there is one and it is asked for.</summary>
public static class CommitteeNames
{
    private const string Organisation = "Đảng bộ ";

    /// <summary>The name of a committee.</summary>
    public static string LocalName(this CommitteeEntry committee) => Of(committee.Name, committee.NameEn);

    /// <summary>The name of a committee.</summary>
    public static string LocalName(this CommitteeLink committee) => Of(committee.Name, committee.NameEn);

    /// <summary>The name where there is little room, without the words that most begin with: “Huyện An Bình” for “Đảng bộ huyện An Bình”.</summary>
    public static string BriefName(this Domain.Committees.Committee committee) => Brief(Of(committee.Name, committee.NameEn));

    /// <summary>The name where there is little room.</summary>
    public static string BriefName(this CommitteeLink committee) => Brief(committee.LocalName());

    private static string Brief(string name) => name.StartsWith(Organisation, StringComparison.Ordinal) && name.Length > Organisation.Length
        ? string.Concat(name[Organisation.Length..(Organisation.Length + 1)].ToUpperInvariant(), name.AsSpan(Organisation.Length + 1))
        : name;

    private static string Of(string name, string? nameEn) => Languages.IsVietnamese ? name : nameEn ?? name;
}
