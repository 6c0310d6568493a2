using System.Text.RegularExpressions;

namespace Dashboard.Tests.Architecture;

/// <summary>Tests ask the sample's clock what time it is, never the machine: on a later day they would mean something else.</summary>
public sealed partial class TestClockTests
{
    /// <summary>Who may ask the machine, and why.</summary>
    private static readonly string[] Exceptions =
    [
        // Looks for it.
        "Architecture/LocalTimeTests.cs", "Architecture/TestClockTests.cs",
        // The library that checks signed tokens asks the machine and nobody else.
        "Access/ExternalSignInTests.cs", "Testing/TrialSignInService.cs",
    ];

    [Fact]
    public void No_test_asks_the_machine_which_day_it_is()
    {
        string root = Path.Combine(LocalTimeTests.Root(), "Dashboard.Tests");
        string[] files = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Where(file => !Aside().IsMatch(file))];
        Assert.True(files.Length > 200);
        Assert.Equal(Exceptions.Order(StringComparer.Ordinal), files.Where(file => Machine().IsMatch(File.ReadAllText(Path.Combine(root, file)))).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("new Ledger(database, TimeProvider.System, log)")]
    [InlineData("DateTime.UtcNow.AddDays(1)")]
    [InlineData("DateTimeOffset.Now")]
    public void What_is_looked_for_is_found(string source) => Assert.Matches(Machine(), source);

    [GeneratedRegex(@"\bTimeProvider\.System\b|\bDateTime(?:Offset)?\s*\.\s*(?:Now|Today|UtcNow)\b")]
    private static partial Regex Machine();

    // Measurements are of the machine, and are no tests.
    [GeneratedRegex("^(?:obj|bin|Benchmarks)/")]
    private static partial Regex Aside();
}
