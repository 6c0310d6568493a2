using Dashboard.Layout;

namespace Dashboard.Committees;

/// <summary>Names of committees in the reader's language: the English one where there is one and it is asked for.</summary>
public static class CommitteeNames
{
    /// <summary>The name of a committee.</summary>
    public static string LocalName(this CommitteeEntry committee) => Of(committee.Name, committee.NameEn);

    /// <summary>The name of a committee.</summary>
    public static string LocalName(this CommitteeLink committee) => Of(committee.Name, committee.NameEn);

    private static string Of(string name, string? nameEn) => Languages.IsVietnamese ? name : nameEn ?? name;
}
