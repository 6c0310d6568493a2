namespace Dashboard.Data;

/// <summary>
/// Where the database lies: <c>Dashboard__Data</c> names the folder of everything the product keeps,
/// <c>Dashboard__Database</c> the database itself when it is not <c>dashboard.db</c> in that folder.
/// </summary>
/// <param name="Folder">Full path of the folder; it need not exist yet.</param>
/// <param name="ConnectionString">How to reach the database.</param>
public sealed record DatabaseSettings(string Folder, string ConnectionString)
{
    /// <summary>
    /// Reads the settings. Without any, the folder is <c>data</c> at the root of the repository that holds
    /// <paramref name="contentRoot"/>, or in the content root of a published build.
    /// </summary>
    public static DatabaseSettings From(IConfiguration configuration, string contentRoot)
    {
        string home = Home(contentRoot);
        string folder = Path.GetFullPath(Given(configuration["Dashboard:Data"]) ?? "data", home);
        string connection = Given(configuration["Dashboard:Database"]) ?? $"Data Source={Path.Combine(folder, "dashboard.db")}";
        return new DatabaseSettings(folder, connection);
    }

    private static string? Given(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting;

    private static string Home(string contentRoot)
    {
        for (DirectoryInfo? folder = new(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
            {
                return folder.FullName;
            }
        }

        return contentRoot;
    }
}
