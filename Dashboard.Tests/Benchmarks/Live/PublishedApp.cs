using System.Diagnostics;

namespace Dashboard.Benchmarks.Live;

/// <summary>The application as it is shipped, with the sample province: published into a folder that goes again afterwards.</summary>
internal sealed class PublishedApp : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-published-").FullName;
    private Process? _process;

    private PublishedApp()
    {
    }

    public Uri Root { get; private set; } = new("http://127.0.0.1");

    public static async Task<PublishedApp> StartAsync()
    {
        var app = new PublishedApp();
        string bin = Path.Combine(app._folder, "app");
        using (Process publish = Process.Start("dotnet", ["publish", Path.Combine(Repository(), "Dashboard"), "-c", "Release", "-o", bin, "-v", "quiet"]))
        {
            await publish.WaitForExitAsync();
        }

        var start = new ProcessStartInfo("dotnet", [Path.Combine(bin, "Dashboard.dll"), "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, WorkingDirectory = bin };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Dashboard__Sample"] = "true";
        start.Environment["Dashboard__Data"] = Path.Combine(app._folder, "data");
        start.Environment["Logging__LogLevel__Default"] = "Information";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        app._process = Process.Start(start)!;
        while (await app._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(Listening, StringComparison.Ordinal))
            {
                app.Root = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim());
                _ = app._process.StandardOutput.ReadToEndAsync();
                return app;
            }
        }

        throw new InvalidOperationException("The published application did not start.");
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Repository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmark runs from within the repository.");
    }
}
