using System.Text.RegularExpressions;

namespace Dashboard.Tests.Guard;

/// <summary>Our sources write text as text: what would write it as markup or run it is in none of them.</summary>
public sealed partial class SourceTests
{
    /// <summary>File and the reason why it may.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Dashboard/Charts/Marks.cs"] = "draws icons, whose names and sizes stand in our own sources; as parts of a tree they would be most of what a circuit keeps",
        ["Dashboard/Charts/ChartCard.razor.cs"] = "shows such icons",
        ["Dashboard/Overview/Block.cs"] = "holds what the framework's own renderer drew, which writes every text as text",
        ["Dashboard/Overview/DrawnPart.cs"] = "shows such icons",
        ["Dashboard/Overview/ScreenPart.cs"] = "shows such blocks and icons",
    };

    [Fact]
    public void No_source_writes_markup_or_runs_text()
    {
        string root = Root();
        string[] files = [.. new[] { "Dashboard", "Dashboard.Domain", "wwwroot" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".js" && !Built().IsMatch(Path.GetRelativePath(root, file)))];
        Assert.True(files.Length > 200);
        IEnumerable<string> found = files.Where(file => Marks().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'));
        Assert.Equal(Allowed.Keys.Order(), found.Order());
    }

    [Fact]
    public void No_statement_is_put_together_from_texts()
    {
        string folder = Path.Combine(Root(), "Dashboard");
        IEnumerable<string> found = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Built().IsMatch(Path.GetRelativePath(Root(), file)) && Composed().IsMatch(File.ReadAllText(file)));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("node.innerHTML = x")]
    [InlineData("new MarkupString(name)")]
    [InlineData("eval(text)")]
    public void What_is_looked_for_is_found(string source) => Assert.Matches(Marks(), source);

    // Not by the compiler's word: a reproducible build writes other paths into what it builds.
    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No Dashboard.sln above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(@"\b(?:MarkupString|AddMarkupContent|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc|DOMParser|createContextualFragment|setHTMLUnsafe|javascript:)")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?:FromSqlRaw|ExecuteSqlRaw|SqlQueryRaw)\w*\(\s*\$")]
    private static partial Regex Composed();

    [GeneratedRegex(@"(?:^|[\\/])(?:obj|bin|Migrations)[\\/]")]
    private static partial Regex Built();
}
