namespace Dashboard.Overview;

/// <summary>
/// Shortens committees' names for axes and column heads by the abbreviations that Vietnamese administration uses; a name
/// of another form stays as it is.
/// </summary>
internal static class ShortNames
{
    private static readonly string[] Prefixes = ["Đảng bộ ", "Đảng ủy "];

    private static readonly (string Long, string Short)[] Levels =
    [
        ("thành phố ", "TP. "), ("thị xã ", "TX. "), ("thị trấn ", "TT. "), ("huyện ", "H. "), ("phường ", "P. "), ("xã ", "X. "),
        ("tỉnh ", "T. "), ("Đại học ", "ĐH "), ("Thành ủy ", "TP. "), ("Thị ủy ", "TX. "), ("Huyện ủy ", "H. "), ("Tỉnh ủy ", "T. "), ("Chi bộ ", "CB "),
    ];

    private static readonly (string Long, string Short)[] EnglishParts =
    [
        ("Party Committee of the ", ""), ("Party Committee of ", ""), ("Party Organisation of the ", ""), ("Party Organisation of ", ""),
        (" Provincial Committee", " Prov."), (" District Committee", " Dist."), (" City Committee", " City"), (" Town Committee", " Town"),
        (" Party Committee", ""), (" Committee", ""),
    ];

    /// <summary>"Đảng bộ huyện An Bình" as "H. An Bình".</summary>
    public static string Vietnamese(string name)
    {
        string rest = Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? name[prefix.Length..] : name;
        foreach ((string full, string brief) in Levels)
        {
            if (rest.StartsWith(full, StringComparison.Ordinal) && rest.Length > full.Length)
            {
                return brief + rest[full.Length..];
            }
        }

        return rest.Replace("các cơ quan", "cơ quan", StringComparison.Ordinal).Replace(" tỉnh", "", StringComparison.Ordinal);
    }

    /// <summary>"An Binh District Committee" as "An Binh Dist.".</summary>
    public static string English(string name) =>
        EnglishParts.Aggregate(name, (text, part) => text.Replace(part.Long, part.Short, StringComparison.Ordinal));
}
