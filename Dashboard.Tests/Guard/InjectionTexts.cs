namespace Dashboard.Tests.Guard;

/// <summary>Texts that would be something else than text to a database if anybody put them into a statement.</summary>
internal static class InjectionTexts
{
    private static readonly string[] Ways = ["'", "\"", "`", "')", "'))", "\")", "''", "\\'", "%27", "\u2019", "\u02BC", "\uFF07", "'/**/", "1", "TU-MAU'", "x' AND '1'='1"];

    private static readonly string[] Ends = ["", "--", "-- -", "#", "/*", ";", "\0", ";--"];

    private static readonly string[] Statements =
    [
        " OR 1=1", " OR 'a'='a", " AND 1=0", "; DROP TABLE Committees", "; DELETE FROM Figures", "; UPDATE Accounts SET Role=0", "; INSERT INTO Settings VALUES('a','b')",
        " UNION SELECT 1,2,3", " UNION ALL SELECT sql FROM sqlite_master", " ORDER BY 999", " LIMIT 1 OFFSET 0", "; PRAGMA writable_schema=1", "; ATTACH DATABASE 'x' AS y",
        "; VACUUM INTO 'x.db'", " AND load_extension('x')", " AND randomblob(1000000000)", "||(SELECT name FROM sqlite_master)", " COLLATE NOCASE", " GLOB '*'", "; SELECT pg_sleep(9)",
        "; WAITFOR DELAY '0:0:9'", " AND 1=CAST((SELECT 1) AS INT)", " HAVING 1=1", " LIKE '%' ESCAPE '\\",
    ];

    private static readonly string[] Others =
    [
        "%", "_", "%%%%%%%%", "\\%", "[a-z]%", "*", "?", "NULL", "null", "0x27", "0", "-1", "1e308", "9223372036854775808", "NaN", "1/0", "true", "@p0", ":p0", "$1", "?1", "{0}", "${x}",
        "\u0000", "\u001a", "\b", "\n", "\r\n", "\t", "\ufeff", "\u202e", "\ud83d\ude00", "char(39)", "%2527", "%c0%a7", "%u0027", "&#39;", "<![CDATA[']]>", "' \u0130", "\u1e9e'", "''''''''",
        new string('\'', 500), new string('(', 500), new string('%', 500), new string('a', 4_000), "TU-MAU", "TU-MAU%", "TU_MAU", "tu-mau", "TU-MAU\0", "TU-MAU ", " TU-MAU",
    ];

    public static IReadOnlyList<string> All { get; } =
    [
        .. Others,
        .. from statement in Statements from way in Ways select way + statement,
        .. from way in Ways from end in Ends select way + end,
    ];
}
