using Dashboard.Access;
using Dashboard.Domain.Periods;
using Assembly = System.Reflection.Assembly;

namespace Dashboard.Tests.Architecture;

/// <summary>
/// Who may know whom. An exception stands here with its reason; one that is not here fails, and so does one that is not needed
/// any more. Each rule is shown to fail on what lies in the folder Planted.
/// </summary>
public sealed class ArchitectureTests
{
    private const string Root = "Dashboard", PlantedRoot = "Dashboard.Tests.Architecture.Planted";

    /// <summary>What people do with the product. A folder that is not here is a mechanism.</summary>
    private static readonly string[] Activities =
    [
        "Accounts", "Administration", "Api", "Commands", "Complaints", "Directives", "Entry", "Explain", "Figures", "History", "Inbox", "Lapses", "Meeting", "MeetingBook",
        "Overview", "Reports", "Review", "Screens", "Since", "Tree",
    ];

    private static readonly string[] Mechanisms = ["Access", "Changes", "Charts", "Committees", "Data", "Disclosure", "Domain", "Exchange", "Guard", "Layout", "Live", "Meetings", "Returns", "SampleData", "Sheets"];

    /// <summary>What charts may know besides themselves: none of it says what is drawn.</summary>
    private static readonly string[] OfCharts = ["Exchange", "Layout", "Live"];

    private static readonly Dictionary<string, string> ActivityExceptions = new()
    {
        ["Figures -> Overview"] = "asks the overview which period is usual, so that both open on the same one",
        ["Meeting -> Since"] = "a meeting shows what changed since the one before, as its page tells it",
        ["MeetingBook -> Meeting"] = "an agenda calls a scene what the wall calls it",
        ["Meeting -> Overview"] = "a meeting shows the overview's own model, large, and hears the same changes",
    };

    private static readonly Dictionary<string, string> UpwardExceptions = new()
    {
        ["Layout.CommitteeFrame -> Tree"] = "the frame of a committee's pages has the tree at its side",
    };

    private static readonly Dictionary<string, string[]> DatabaseExceptions = new()
    {
        // Rights must not wait for a query nor for the cube: they read their own few rows, and decide inside the writing transaction.
        ["Access"] = ["AccessBook", "FirstStart", "Invitations", "PasswordSignIn", "SecondFactor", "SignInTries", "SecondFactorCard"],
        // Lists of accounts with what the log says of them; the desk looks up inside the transaction who asks.
        ["Accounts"] = ["AccountDesk", "AccountList", "GrantHistory"],
        // A return with its version, as it stands in the rows.
        ["Api"] = ["ReturnEndpoints"],
        // Checks compare the rows with what the product says of them, so they read the rows themselves.
        ["Commands"] = ["ExportVerb", "FigureCheck", "GenerateVerb"],
        // Desks and lists of returns and registers: they read the rows that they are about to change, or a list by state.
        ["Complaints"] = ["ComplaintDesk"],
        ["Directives"] = ["DirectiveDesk"],
        ["Entry"] = ["EntryDesk"],
        ["Inbox"] = ["InboxReader"],
        ["Lapses"] = ["LapseDesk"],
        ["Review"] = ["ReviewDetail", "ReviewQueue"],
        ["Sheets"] = ["SheetDesk"],
        // Files of any length are read and written row by row.
        ["Exchange"] = ["FileExport", "FileImport"],
        // Loads the read model.
        ["Live"] = ["StateLoader"],
        // Returns and their lines are rows that are read as they are edited.
        ["Returns"] = ["LateReturnWatch", "ReturnDesk", "ReturnHistory", "ReturnReading"],
        // Look whether the database is empty, and find again what the sample began with.
        ["SampleData"] = ["SampleDecisions", "SampleLoader"],
    };

    private static readonly Lazy<IReadOnlyList<Link>> Links = new(() => Knowledge.Of(typeof(AccessBook).Assembly, Root));

    private static readonly Lazy<IReadOnlyList<Link>> PlantedLinks = new(() => Knowledge.Of(typeof(ArchitectureTests).Assembly, PlantedRoot));

    private static Assembly Domain => typeof(Period).Assembly;

    [Fact]
    public void The_domain_names_nothing_but_the_base_library() => Assert.Empty(Knowledge.BeyondTheBaseLibrary(Domain));

    [Fact]
    public void Charts_know_no_domain_and_no_activity() => Assert.Empty(ChartsKnow(Links.Value));

    [Fact]
    public void Activities_do_not_know_each_other() => Assert.Equal(ActivityExceptions.Keys.Order(), Acquaintances(Links.Value).Order());

    [Fact]
    public void Mechanisms_know_no_activity() => Assert.Equal(UpwardExceptions.Keys.Order(), Upwards(Links.Value).Order());

    [Fact]
    public void Only_data_knows_the_database_library() => Assert.Equal(
        DatabaseExceptions.SelectMany(area => area.Value.Select(type => $"{area.Key}.{type}")).Order(),
        DatabaseUsers(Links.Value).Order());

    [Fact]
    public void Only_charts_know_the_chart_library()
    {
        string root = Folder();
        string[] sources = [.. new[] { "Dashboard", "Dashboard.Domain", "wwwroot" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".js" && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))];
        Assert.True(sources.Length > 200);
        string[] users = [.. sources.Where(file => Knowledge.NamesChartLibrary(File.ReadAllText(Path.Combine(root, file))))];
        Assert.NotEmpty(users);
        Assert.All(users, file => Assert.StartsWith("Dashboard/Charts/", file, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_folder_is_an_activity_or_a_mechanism()
    {
        IEnumerable<string> folders = Directory.EnumerateDirectories(Path.Combine(Folder(), "Dashboard")).Select(folder => Path.GetFileName(folder)!)
            .Where(name => name is not ("bin" or "obj" or "Properties" or "data" or "wwwroot"));
        Assert.Empty(folders.Except([.. Activities, .. Mechanisms]));
    }

    [Fact]
    public void Each_rule_finds_what_was_planted_against_it()
    {
        Assert.Contains("xunit.v3.core", Knowledge.BeyondTheBaseLibrary(typeof(ArchitectureTests).Assembly));
        Assert.Equal(["Charts.ChartOfDuties -> Domain", "Charts.ChartOfDuties -> Overview"], ChartsKnow(PlantedLinks.Value).Order());
        Assert.Equal(["Entry -> Overview"], Acquaintances(PlantedLinks.Value));
        Assert.Equal(["Live.Gossip -> Entry"], Upwards(PlantedLinks.Value));
        Assert.Equal(["Entry.EntryPage"], DatabaseUsers(PlantedLinks.Value));
        Assert.True(Knowledge.NamesChartLibrary("import Chart from '../lib/chart.js/chart.js';"));
        Assert.True(Knowledge.NamesChartLibrary("const chart = new Chart(canvas, {});"));
    }

    private static IEnumerable<string> ChartsKnow(IEnumerable<Link> links) =>
        links.Where(l => l.Area == "Charts" && !OfCharts.Contains(l.Knows)).Select(l => $"Charts.{l.Type} -> {l.Knows}").Distinct();

    private static IEnumerable<string> Acquaintances(IEnumerable<Link> links) =>
        links.Where(l => Activities.Contains(l.Area) && Activities.Contains(l.Knows)).Select(l => $"{l.Area} -> {l.Knows}").Distinct();

    private static IEnumerable<string> Upwards(IEnumerable<Link> links) =>
        links.Where(l => Mechanisms.Contains(l.Area) && l.Area != "Charts" && Activities.Contains(l.Knows)).Select(l => $"{l.Area}.{l.Type} -> {l.Knows}").Distinct();

    private static IEnumerable<string> DatabaseUsers(IEnumerable<Link> links) =>
        links.Where(l => l.Area != "Data" && l.Knows == Knowledge.Database).Select(l => $"{l.Area}.{l.Type}").Distinct();

    // Not by the compiler's word: a reproducible build writes other paths into what it builds.
    private static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No Dashboard.sln above {AppContext.BaseDirectory}.");
    }
}
