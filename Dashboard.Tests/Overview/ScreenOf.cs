using Bunit;
using Dashboard.Overview;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Tests.Overview;

/// <summary>What a viewer has before their eyes, for tests of its parts.</summary>
internal static class ScreenOf
{
    private static readonly OverviewDrawings Drawings = new();

    /// <summary>A screen of its own that shows this.</summary>
    public static OverviewScreen A(OverviewModel model) => new(Drawing(model));

    /// <summary>The drawing of a model in the language of the test, as a board with no memory would have it.</summary>
    public static OverviewDrawing Drawing(OverviewModel model) => Drawings.Of(model, ResourceAssetCollection.Empty);

    /// <summary>Lets the screen go on to another model, as the page does while it renders.</summary>
    /// <returns>What the page's script is told.</returns>
    public static async Task<string> ShowAsync(this IRenderedComponent<IComponent> page, OverviewScreen screen, OverviewModel model) =>
        await page.InvokeAsync(() => screen.Show(Drawing(model)));
}
