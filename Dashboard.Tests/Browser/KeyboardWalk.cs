using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Goes through a page by the keyboard and looks at where the focus comes.</summary>
internal static class KeyboardWalk
{
    private const string Here = """
        () => {
          const here = document.activeElement, box = here.getBoundingClientRect(), how = getComputedStyle(here);
          const shown = [how, here.parentElement && getComputedStyle(here.parentElement)].some(style => style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5);
          const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          const faults = [];
          if (!shown) faults.push('nothing shows the focus');
          if (!at || !(here === at || here.contains(at) || at.contains(here))) faults.push('it is covered');
          const said = (here.getAttribute('aria-label') || [...here.labels ?? []].map(label => label.textContent).join(' ') || here.textContent).trim().replace(/\s+/g, ' ');
          return [said, ...faults.map(fault => `${said}: ${fault}`)];
        }
        """;

    /// <summary>The names of where the key leads, one after the other, until it has been pressed so often; each must be seen, and be seen to have the focus.</summary>
    public static async Task<IReadOnlyList<string>> TabsAsync(this IPage page, int times, string key = "Tab")
    {
        var names = new List<string>();
        for (int i = 0; i < times; i++)
        {
            await page.Keyboard.PressAsync(key);
            names.Add(await page.FocusedAsync());
        }

        return names;
    }

    /// <summary>The name of what has the focus, which must be seen.</summary>
    public static async Task<string> FocusedAsync(this IPage page)
    {
        string[] found = await page.EvaluateAsync<string[]>(Here);
        Assert.True(found.Length == 1, string.Join('\n', found.Skip(1)));
        return found[0];
    }
}
