using System.Reflection;
using Dashboard.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Layout;

/// <summary>What an address of the site knows of its page: that it shows what was known at a moment.</summary>
/// <param name="LooksBack">Whether it does so also where the address names no moment.</param>
/// <param name="Address">The address without what it names, as a denial tells it: <c>/c</c>.</param>
internal sealed record MomentPage(bool LooksBack, string Address)
{
    /// <summary>The part of an address that names the moment.</summary>
    public const string Name = "asof";

    /// <summary>What there is to know of a page; null for one that shows no moments.</summary>
    public static MomentPage? Of(Type page, RoutePattern? address = null) => Takes(page) ? new MomentPage(page.IsDefined(typeof(LooksBackAttribute)), Fixed(address)) : null;

    /// <summary>The moment that a query asks for; null for none.</summary>
    /// <param name="query">The query of an address.</param>
    /// <param name="now">This moment.</param>
    public string? MomentOf(string query, string now) => QueryHelpers.ParseQuery(query).TryGetValue(Name, out var asked) && asked is [{ Length: > 0 } moment, ..] ? moment : LooksBack ? now : null;

    private static string Fixed(RoutePattern? address) =>
        string.Concat((address?.PathSegments ?? []).TakeWhile(segment => segment.IsSimple && segment.Parts[0].IsLiteral).Select(segment => $"/{((RoutePatternLiteralPart)segment.Parts[0]).Content}"));

    // Each class by itself: what a page inherits may be private there, and is no property of the page then.
    private static bool Takes(Type? page) => page is not null && (Takes(page.BaseType) || page
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Any(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()?.Name == Name));
}
