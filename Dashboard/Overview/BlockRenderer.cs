using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Overview;

/// <summary>
/// Draws components to markup, in the reader's language, for as many readers as want it: the one place where markup that
/// Blazor takes as it is comes from, written by Blazor's own renderer, which encodes every text and every value.
/// </summary>
/// <param name="assets">The addresses of assets, as the pages have them.</param>
internal sealed partial class BlockRenderer(ResourceAssetCollection assets) : StaticHtmlRenderer(new NoServices(), NullLoggerFactory.Instance)
{
    /// <inheritdoc />
    public override Dispatcher Dispatcher { get; } = new Inline();

    /// <inheritdoc />
    protected override ResourceAssetCollection Assets => assets;

    /// <summary>Draws a component with these parameters.</summary>
    public Block Draw(Type component, Dictionary<string, object?> parameters) => new(Write(component, parameters));

    /// <summary>Writes the markup of a component with these parameters.</summary>
    public string Write(Type component, Dictionary<string, object?> parameters) =>
        Escape().Replace(BeginRenderingComponent(component, ParameterView.FromDictionary(parameters)).ToHtmlString(), Letter);

    // The encoder knows no letters but English ones; the page is UTF-8, where each is a third as long by itself.
    private static string Letter(Match escape)
    {
        int code = int.Parse(escape.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return code > 0x9f ? char.ConvertFromUtf32(code) : escape.Value;
    }

    [GeneratedRegex("&#x([0-9A-F]+);")]
    private static partial Regex Escape();

    /// <summary>Whoever draws holds a lock; there is no thread to go to.</summary>
    private sealed class Inline : Dispatcher
    {
        public override bool CheckAccess() => true;

        public override Task InvokeAsync(Action workItem)
        {
            workItem();
            return Task.CompletedTask;
        }

        public override Task InvokeAsync(Func<Task> workItem) => workItem();

        public override Task<TResult> InvokeAsync<TResult>(Func<TResult> workItem) => Task.FromResult(workItem());

        public override Task<TResult> InvokeAsync<TResult>(Func<Task<TResult>> workItem) => workItem();
    }

    /// <summary>What many readers share can have nothing of one reader's.</summary>
    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
