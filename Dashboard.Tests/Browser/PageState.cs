using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Everything on an overview that ticks, as it stands in a browser, to be compared with the same page opened afresh.</summary>
internal static class PageState
{
    private const string Read = """
        () => JSON.stringify({
          blocks: Object.fromEntries([...document.querySelectorAll('.overview [data-p]')].map(block => [block.dataset.p, block.innerHTML.replace(/<!--.*?-->/g, '')]).sort()),
          charts: [...document.querySelectorAll('canvas[data-chart]')].map(canvas => [canvas.dataset.chart, canvas.getAttribute('aria-label'), globalThis.Chart?.getChart(canvas)?.data.datasets.map(set => set.data)]),
          tools: [...document.querySelectorAll('#tbl .fchip:not(.fresh), #att h2')].map(part => part.textContent.trim()),
        }, null, 1)
        """;

    /// <summary>Blocks by name, charts with their numbers, counts.</summary>
    public static Task<string> OfAsync(IPage page) => page.EvaluateAsync<string>(Read);
}
