using System.Diagnostics;
using System.Globalization;

namespace Dashboard.Tests.Guard;

/// <summary>What <c>.ci/advisories</c> makes of the package managers' words, in every form in which they come.</summary>
public sealed class AdvisoriesTests
{
    private const string NuGetSound = """
        The following sources were used:
           https://packages.example/v3/index.json

        The given project `Dashboard.Domain` has no vulnerable packages given the current sources.
        The given project `Dashboard` has no vulnerable packages given the current sources.
        """;

    private const string NuGetHoles = """
        The following sources were used:
           https://packages.example/v3/index.json

        The given project `Dashboard.Domain` has no vulnerable packages given the current sources.
        Project `Dashboard` has the following vulnerable packages
           [net10.0]:
           Transitive Package      Resolved   Severity   Advisory URL
           > Some.Package          6.0.0      Critical   https://advisories.example/GHSA-0000-0000-0000
        """;

    private const string NuGetWithoutData = """
        warning NU1905: The audit source 'packages' does not provide a vulnerability database.
        The given project `Dashboard` has no vulnerable packages given the current sources.
        """;

    private const string NuGetSilent = "error: Unable to load the service index for source https://packages.example/v3/index.json.";

    private const string NpmSound = """
        { "auditReportVersion": 2, "vulnerabilities": {}, "metadata": { "vulnerabilities": { "info": 0, "low": 0, "moderate": 0, "high": 0, "critical": 0, "total": 0 } } }
        """;

    private const string NpmHoles = """
        { "auditReportVersion": 2, "vulnerabilities": { "some-package": { "name": "some-package", "severity": "high", "isDirect": true, "via": [ { "title": "Prototype Pollution" } ], "range": "<4.0.0" } },
          "metadata": { "vulnerabilities": { "high": 1, "total": 1 } } }
        """;

    private const string NpmWithoutData = """
        { "message": "404 Not Found - POST https://packages.example/-/npm/v1/security/audits/quick", "statusCode": 404, "error": { "summary": "", "detail": "" } }
        """;

    [Theory]
    [InlineData("nuget", 0, NuGetSound, 0, "none known")]
    [InlineData("nuget", 0, NuGetHoles, 1, "Some.Package")]
    [InlineData("nuget", 1, NuGetHoles, 1, "Some.Package")]
    [InlineData("nuget", 0, NuGetWithoutData, 0, "not checked")]
    [InlineData("nuget", 1, NuGetSilent, 0, "not checked")]
    [InlineData("nuget", 0, "something else", 1, "not understood")]
    [InlineData("npm", 0, NpmSound, 0, "none known")]
    [InlineData("npm", 1, NpmHoles, 1, "some-package")]
    [InlineData("npm", 1, NpmWithoutData, 0, "not checked")]
    [InlineData("npm", 1, "", 0, "not checked")]
    [InlineData("pip", 0, "", 2, "nuget or npm")]
    public async Task Holes_fail_and_what_cannot_be_known_is_said(string kind, int code, string said, int verdict, string told)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The checks are scripts of bash.");
        var start = new ProcessStartInfo("bash", [Script(), kind, code.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(said.AsMemory(), TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((verdict, true), (process.ExitCode, output.Contains(told, StringComparison.Ordinal)));
    }

    private static string Script()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ".ci", "advisories")))
            {
                return Path.Combine(folder.FullName, ".ci", "advisories");
            }
        }

        throw new DirectoryNotFoundException("The checks are not above the tests.");
    }
}
