using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Dashboard.Tests.Architecture;

/// <summary>One type that names another, each with the folder it lies in.</summary>
/// <param name="Area">Folder of the type: the first part of its namespace below the root.</param>
/// <param name="Type">Its name.</param>
/// <param name="Knows">Folder of the other; <see cref="Knowledge.Database"/> for what only one folder may know of others' code.</param>
internal sealed record Link(string Area, string Type, string Knows);

/// <summary>Who knows whom in an assembly, as it was compiled: bodies of methods count as well.</summary>
internal static partial class Knowledge
{
    public const string Database = "EF Core";

    private const string DatabaseNamespace = "Microsoft.EntityFrameworkCore";

    /// <summary>What types below a namespace know of other folders below it, and of the database's library.</summary>
    public static IReadOnlyList<Link> Of(System.Reflection.Assembly assembly, string root)
    {
        ArchUnitNET.Domain.Architecture read = new ArchLoader().LoadAssemblies(assembly).Build();
        IEnumerable<Link> links =
            from type in read.Types
            let area = AreaOf(type.FullName, root)
            where area is not null
            from dependency in type.Dependencies
            let knows = dependency.Target.FullName.StartsWith(DatabaseNamespace, StringComparison.Ordinal) ? Database : AreaOf(dependency.Target.FullName, root)
            where knows is not null && knows != area
            select new Link(area, NameOf(type), knows);
        return [.. links.Distinct()];
    }

    /// <summary>Assemblies that one names and that are no part of the base library.</summary>
    public static IEnumerable<string> BeyondTheBaseLibrary(System.Reflection.Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => name is not ("System" or "mscorlib" or "netstandard") && !name.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>Whether a source names the chart library or one of its types.</summary>
    public static bool NamesChartLibrary(string source) => ChartLibrary().IsMatch(source);

    private static string? AreaOf(string type, string root) =>
        type.StartsWith(root + ".", StringComparison.Ordinal) && type[(root.Length + 1)..].Split('.') is [{ } area, _, ..] ? area : null;

    // What the compiler makes for a type's lambdas and iterators is the type's own.
    private static string NameOf(IType type) => Made().Replace(type.FullName.Split('.')[^1].Split('`')[0], "");

    [GeneratedRegex(@"[/+<].*")]
    private static partial Regex Made();

    [GeneratedRegex(@"chart\.js\b|chart\.umd|\bnew Chart\(|\bChart\.(?:register|defaults|getChart)\b")]
    private static partial Regex ChartLibrary();
}
