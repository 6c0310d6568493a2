using System.Collections.Concurrent;
using Dashboard.Tests.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Whatever somebody writes into a name or a note, a browser shows it and does not do it.</summary>
public sealed class ScriptInTextTests(BrowserStage stage) : BrowserTest(stage)
{
    private const string Mark = "window.__x=1";

    private static readonly string[] Texts = [.. Payloads()];

    private readonly ConcurrentQueue<string> _happened = new();

    private static readonly (string Language, string Path)[] Pages =
    [
        ("vi", "/c/TU-MAU"), ("vi", "/c/HU-MAU-01"), ("vi", "/c/HU-THANHBINH"),
        ("en", "/c/TU-MAU?view=then&compare=previous"), ("en", "/c/HU-MAU-02"), ("en", "/c/DUK-DNTW?period=2023"),
    ];

    [Fact]
    public async Task No_stored_text_is_run_by_any_page_that_shows_it()
    {
        Assert.True(Texts.Length >= 100);
        string folder = Stage.CopyOfData();
        Poison(folder);
        await using (var app = new DashboardApp(folder))
        {
            await app.StartAsync();
            IPage page = await ListenAsync("leader", app.Address);
            foreach ((string language, string path) in Pages)
            {
                await page.GotoAsync($"/preferences/culture?c={language}&back={Uri.EscapeDataString(path)}");
                await DrawnAsync(page);
                Assert.Contains("<", await page.Locator("#main, main").First.InnerTextAsync(), StringComparison.Ordinal);
                await page.Locator("[title]").EvaluateAllAsync<object?>("all => all.forEach(e => e.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })))");
                await page.EmulateMediaAsync(new() { Media = Media.Print });
                await page.EmulateMediaAsync(new() { Media = Media.Screen });
            }

            await SearchAsync(page);
            IPage import = await ListenAsync("admin", app.Address);
            await import.GotoAsync("/admin/import");
            foreach (string name in Texts.Take(5).Select(text => text.Replace('/', '_') + ".csv"))
            {
                await Soon.AsAsync<bool, PlaywrightException>(() => ChooseAsync(import, name));
            }

            Assert.Empty(_happened);
            Assert.Null(await page.EvaluateAsync<int?>("() => window.__x ?? null"));
            Assert.Null(await import.EvaluateAsync<int?>("() => window.__x ?? null"));
            Assert.Empty(app.Faults.Take());
        }

        await Folders.DeleteAsync(folder);
    }

    // Chosen before the page is live, a file is not seen.
    private static async Task<bool> ChooseAsync(IPage page, string name)
    {
        await page.Locator("input[type=file]").Last.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = "a,b\n1,2\n"u8.ToArray() });
        await Expect(page.Locator(".pick .name")).ToContainTextAsync(name, new() { Timeout = 2_000 });
        return true;
    }

    private static async Task SearchAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("img");
        await page.WaitForTimeoutAsync(500);
    }

    private async Task<IPage> ListenAsync(string account, Uri address)
    {
        IPage page = await WindowAsync(account, address: address);
        await page.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))");
        page.Dialog += (_, dialog) =>
        {
            _happened.Enqueue("dialog " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) => Note(message.Text.Contains("policy", StringComparison.OrdinalIgnoreCase), message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Request += (_, request) => Note(request.Url.Contains("evil", StringComparison.Ordinal), request.Url);
        return page;
    }

    private void Note(bool counts, string what)
    {
        if (counts)
        {
            _happened.Enqueue(what);
        }
    }

    /// <summary>Every text that a page may show and that came from somebody, a different one in each row.</summary>
    private static void Poison(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "dashboard.db")};Pooling=False");
        connection.Open();
        (string Table, string Column)[] places =
        [
            ("Committees", "Name"), ("Committees", "NameEn"), ("Indicators", "Name"), ("Indicators", "NameEn"), ("Indicators", "Unit"), ("Directives", "Kind"),
            ("Directives", "Subject"), ("Directives", "SubjectEn"), ("Directives", "Source"), ("Lapses", "Note"), ("Returns", "Note"),
        ];
        using SqliteTransaction transaction = connection.BeginTransaction();
        foreach ((string table, string column) in places.Where(place => Has(connection, place.Table, place.Column)))
        {
            for (int i = 0; i < Texts.Length; i++)
            {
                using SqliteCommand command = connection.CreateCommand();
                command.CommandText = $"UPDATE \"{table}\" SET \"{column}\" = $text WHERE rowid % {Texts.Length} = {i}";
                command.Parameters.AddWithValue("$text", Texts[(i + column.Length) % Texts.Length]);
                command.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    private static bool Has(SqliteConnection connection, string table, string column)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pragma_table_info($table) WHERE name = $column";
        command.Parameters.AddWithValue("$table", table);
        command.Parameters.AddWithValue("$column", column);
        return (long)command.ExecuteScalar()! == 1;
    }

    private static IEnumerable<string> Payloads()
    {
        string[] tags =
        [
            "<script>{0}</script>", "<img src=x onerror={0}>", "<svg onload={0}>", "<svg><script>{0}</script></svg>", "<body onload={0}>", "<input autofocus onfocus={0}>", "<details open ontoggle={0}>",
            "<iframe src=\"javascript:{0}\">", "<iframe srcdoc=\"<script>parent.{0}</script>\">", "<a href=\"javascript:{0}\">x</a>", "<math><mtext><script>{0}</script>", "<video><source onerror={0}>",
            "<object data=\"javascript:{0}\">", "<embed src=//evil.example>", "<link rel=stylesheet href=//evil.example>", "<base href=//evil.example>", "<meta http-equiv=refresh content=\"0;url=javascript:{0}\">",
            "<style>@import '//evil.example';</style>", "<div style=\"background:url(//evil.example)\">", "<template><script>{0}</script></template>", "<marquee onstart={0}>", "<form action=//evil.example><button autofocus onfocus={0}>",
        ];
        string[] ways = ["{0}", "\">{0}", "'>{0}", "</title>{0}", "</script>{0}", "--><!-- -->{0}"];
        foreach (string way in ways)
        {
            foreach (string tag in tags)
            {
                yield return way.Replace("{0}", tag.Replace("{0}", Mark, StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }

        yield return "\" onmouseover=\"" + Mark;
        yield return "' onfocus='" + Mark + "' autofocus='";
        yield return "{{constructor.constructor('" + Mark + "')()}}";
        yield return "${" + Mark + "}";
        yield return "\u202e<img src=x onerror=" + Mark + ">";
        yield return "<!--Blazor:{\"type\":\"server\"}-->";
        yield return "\\u003cimg src=x onerror=" + Mark + "\\u003e";
        yield return "%3Cscript%3E" + Mark + "%3C/script%3E";
        yield return "javascript:" + Mark;
    }
}
