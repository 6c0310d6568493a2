using System.Text.RegularExpressions;

namespace Dashboard.Tests.Architecture;

/// <summary>Nothing asks the machine which day or time it is where the machine stands: days are those of the committees' calendar.</summary>
public sealed partial class LocalTimeTests
{
    [Fact]
    public void No_source_knows_the_zone_of_the_machine()
    {
        string root = Root();
        string[] files = [.. new[] { "Dashboard", "Dashboard.Domain" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !Built().IsMatch(Path.GetRelativePath(root, file)))];
        Assert.True(files.Length > 200);
        Assert.Empty(files.Where(file => Local().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(root, file)));
    }

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("var day = DateTime.Today;")]
    [InlineData("DateTimeOffset.Now.Year")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("TimeZoneInfo.Local.Id")]
    [InlineData("time.LocalTimeZone")]
    [InlineData("time.GetLocalNow()")]
    [InlineData("instant.ToLocalTime()")]
    [InlineData("typed.ToUniversalTime()")]
    [InlineData("offset.LocalDateTime")]
    [InlineData("DateTimeKind.Local")]
    [InlineData("DateTimeStyles.AssumeLocal")]
    [InlineData("DateTime.Parse(text)")]
    [InlineData("File.GetLastWriteTime(path)")]
    public void What_is_looked_for_is_found(string source) => Assert.Matches(Local(), source);

    [Theory]
    [InlineData("time.GetUtcNow().UtcDateTime")]
    [InlineData("File.GetLastWriteTimeUtc(path)")]
    [InlineData("calendar.Today")]
    [InlineData("new LocalCalendar(time, zone)")]
    public void What_is_the_same_everywhere_is_not(string source) => Assert.DoesNotMatch(Local(), source);

    // Not by the compiler's word: a reproducible build writes other paths into what it builds.
    internal static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No Dashboard.sln above {AppContext.BaseDirectory}.");
    }

    // The clock of the machine itself too: TimeProvider has the time, and only it can be set by a test. A time that is parsed without a
    // format, or turned to UTC from an unknown zone, is taken for one of the machine's zone.
    [GeneratedRegex(@"\bDateTime(?:Offset)?\s*\.\s*(?:Now|Today|UtcNow)\b|\bTimeZoneInfo\s*\.\s*Local\b|\bLocalTimeZone\b|\bGetLocalNow\b|\bToLocalTime\b|\bToUniversalTime\b|\.LocalDateTime\b|\bDateTimeKind\.Local\b|\bAssumeLocal\b|\bDateTime(?:Offset)?\.(?:Try)?Parse\(|\bGet(?:LastWrite|LastAccess|Creation)Time\(")]
    private static partial Regex Local();

    [GeneratedRegex(@"(?:^|[\\/])(?:obj|bin|Migrations)[\\/]")]
    private static partial Regex Built();
}
