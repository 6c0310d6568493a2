using System.Diagnostics;

namespace Dashboard.Tests.Browser;

/// <summary>Finds the browser to test with, or fetches one: by the system's package manager where that may be used, else Playwright's own.</summary>
internal static class InstalledBrowser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Path of a browser on the PATH; null for Playwright's own, which is there then.</summary>
    /// <exception cref="InvalidOperationException">None could be fetched.</exception>
    public static async Task<string?> FindOrFetchAsync()
    {
        if (Find() is { } found)
        {
            return found;
        }

        if (Environment.UserName == "root" && OnPath("apt-get") is { } apt && await RunAsync(apt, "update", "-qq") && await RunAsync(apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"))
        {
            return Find();
        }

        return Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0
            ? null
            : throw new InvalidOperationException("The browser tests need Chromium, and none could be fetched: install the package chromium, chromium-browser or google-chrome.");
    }

    private static string? Find() => Names.Select(OnPath).OfType<string>().FirstOrDefault();

    private static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using Process? process = Process.Start(start);
        if (process is null)
        {
            return false;
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
