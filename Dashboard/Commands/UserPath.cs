namespace Dashboard.Commands;

/// <summary>
/// A path that a user typed. <c>dotnet run --project Dashboard</c> starts the program in the project's folder, not in the one the
/// user stands in; the shell's own variable still says which that is.
/// </summary>
internal static class UserPath
{
    public static string Full(string path)
    {
        string here = Directory.GetCurrentDirectory();
        string? shell = Environment.GetEnvironmentVariable("PWD");
        bool isProject = File.Exists(Path.Combine(here, "Dashboard.csproj"));
        return Path.GetFullPath(path, isProject && Directory.Exists(shell) ? shell : here);
    }
}
