using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Nothing is complained about in the browser's console, and nothing is asked of anybody else.</summary>
public sealed class PolicyTests(BrowserStage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("light", "vi")]
    [InlineData("dark", "en")]
    public async Task No_page_breaks_the_policy_complains_or_asks_another_origin(string theme, string language)
    {
        var complaints = new ConcurrentQueue<string>();
        var elsewhere = new ConcurrentQueue<string>();
        IPage page = await WindowAsync();
        await page.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))");
        page.Console += (_, message) => Note(message.Type is "error" or "warning" && !IsAnsweredNotFound(message.Text), $"{page.Url}: {message.Text}");
        page.PageError += (_, error) => Note(true, $"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(App.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                elsewhere.Enqueue(request.Url);
            }
        };
        await page.GotoAsync($"/preferences/theme?t={theme}&back=/sign-in");
        await page.GotoAsync($"/preferences/culture?c={language}&back=/sign-in");
        foreach (string path in (string[])["/c/TU-MAU", "/c/HU-MAU-01", "/c/HU-THANHBINH", "/c/DUK-DNTW?period=2007-01-01..2023-12-14"])
        {
            await page.GotoAsync(path);
            await DrawnAsync(page);
        }

        await page.GotoAsync("/why?committee=HU-MAU-01");
        await page.GotoAsync("/account/tokens");
        await page.GotoAsync("/nowhere");
        await page.GotoAsync("/error");
        Assert.Empty(complaints);
        Assert.Empty(elsewhere);

        void Note(bool counts, string complaint)
        {
            if (counts)
            {
                complaints.Enqueue(complaint);
            }
        }
    }

    // The browser itself says so of a page that is asked for and is not there.
    private static bool IsAnsweredNotFound(string text) => text.Contains("status of 404", StringComparison.Ordinal) || text.Contains("status of 500", StringComparison.Ordinal);
}
