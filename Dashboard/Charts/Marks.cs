using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Charts;

/// <summary>Icons as pieces of fixed markup, shared by all viewers: a page has too many of them for a component each.</summary>
internal static class Marks
{
    private static readonly ConcurrentDictionary<(string Sprite, string Name, int Size), MarkupString> Drawn = new();

    /// <summary>The icon called <paramref name="name"/> in <c>wwwroot/icons/lucide.svg</c>; names come from the code alone.</summary>
    /// <param name="assets">Knows the sprite's address.</param>
    /// <param name="name">Name of the symbol.</param>
    /// <param name="size">Width and height in CSS pixels.</param>
    public static MarkupString Of(ResourceAssetCollection assets, string name, int size = 15) => Drawn.GetOrAdd((assets["icons/lucide.svg"], name, size), Draw);

    private static MarkupString Draw((string Sprite, string Name, int Size) mark) => new(
        $"""<svg class="i" width="{mark.Size}" height="{mark.Size}" viewBox="0 0 24 24" aria-hidden="true"><use href="/{mark.Sprite}#{mark.Name}"></use></svg>""");
}
