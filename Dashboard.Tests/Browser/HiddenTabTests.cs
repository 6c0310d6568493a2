using Dashboard.Domain.Periods;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>A tab nobody looks at costs nothing and is right again as soon as somebody does.</summary>
public sealed class HiddenTabTests(BrowserStage stage) : BrowserTest(stage)
{
    /// <summary>Browsers without a screen never hide a tab: the page is told so by the same two properties and the same event.</summary>
    private const string Hide = "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden }); Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => hidden ? 'hidden' : 'visible' }); document.dispatchEvent(new Event('visibilitychange')); }";

    [Fact]
    public async Task A_hidden_tab_is_sent_nothing_and_catches_up_when_it_is_seen()
    {
        IPage hidden = await WindowAsync();
        int frames = 0;
        bool counts = false;
        hidden.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            // Keep-alives of the connection are three bytes; anything drawn is longer.
            if (counts && (frame.Binary?.Length ?? frame.Text?.Length ?? 0) > 10)
            {
                Interlocked.Increment(ref frames);
            }
        };
        await hidden.GotoAsync("/c/TU-MAU");
        await DrawnAsync(hidden);
        IPage seen = await OpenAsync("/c/TU-MAU", "reviewer");
        string before = await Card(hidden, 0).InnerTextAsync();
        await hidden.EvaluateAsync(Hide, true);
        // What the page tells the server goes before what it asks it next, and that is answered.
        await hidden.Locator("#tbl .fchip").Nth(1).ClickAsync();
        await Expect(hidden.Locator("#tbl .fchip").Nth(1)).ToHaveAttributeAsync("aria-pressed", "true");
        // An answer to the click may still be on its way: one more question, asked and answered, is behind it.
        await hidden.Locator("#tbl .fchip").First.ClickAsync();
        await Expect(hidden.Locator("#tbl .fchip").First).ToHaveAttributeAsync("aria-pressed", "true");
        await hidden.EvaluateAsync("() => new Promise(done => requestIdleCallback(done, { timeout: 2000 }))");
        counts = true;
        string after;
        await using (Restating restated = await Restating.ByAsync(App, "HU-MAU-01", "vetting.congress.own", Period.Quarter(2026, 3), +9))
        {
            await Expect(Card(seen, 0)).Not.ToHaveTextAsync(before);
            after = await Card(seen, 0).InnerTextAsync();
            Assert.Equal(before, await Card(hidden, 0).InnerTextAsync());
            Assert.Equal(0, frames);
            await hidden.EvaluateAsync(Hide, false);
            await Expect(Card(hidden, 0)).ToHaveTextAsync(after);
        }

        await Expect(Card(hidden, 0)).ToHaveTextAsync(before);
    }
}
