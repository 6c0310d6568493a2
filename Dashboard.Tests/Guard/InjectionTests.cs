using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Exchange;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Guard;

/// <summary>Whatever is written into a field that ends in a question to the database: nothing breaks, nothing is changed.</summary>
public sealed class InjectionTests(SampleSite site)
{
    private static readonly string[] Fields = ["committee", "period", "view", "compare", "c", "t", "back", "q", "search", "sort", "page"];

    private static readonly Dictionary<string, string> Good =
        new() { ["committee"] = "TU-MAU", ["period"] = "2026-Q3", ["indicator"] = "vetting.cadre", ["from"] = "2026-Q1", ["to"] = "2026-Q3" };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_text_in_an_address_is_a_statement()
    {
        await using Copy copy = await Copy.OfAsync(site);
        HttpClient program = await ProgramAsync(copy);
        string before = copy.Content;
        HttpClient leader = await copy.SignedInAsync("leader");
        RouteEndpoint[] endpoints = [.. Routes.Of(copy.App, "GET").DistinctBy(Routes.PathOf)];
        Assert.True(InjectionTexts.All.Count >= 500);
        int asked = 0;
        await Parallel.ForEachAsync(InjectionTexts.All, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancelled }, async (text, cancel) =>
        {
            string value = Uri.EscapeDataString(text);
            foreach (string address in endpoints.SelectMany(endpoint => Addresses(endpoint, value)))
            {
                HttpResponseMessage answer = await (address.StartsWith("/api", StringComparison.Ordinal) ? program : leader).GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel);
                Assert.True((int)answer.StatusCode < 500 || address.StartsWith("/error", StringComparison.Ordinal), $"{address}: {answer.StatusCode}");
                answer.Dispose();
                Interlocked.Increment(ref asked);
            }
        });
        Assert.True(asked > 15 * InjectionTexts.All.Count, $"{asked}");
        Assert.Empty(copy.App.Faults.Take());
        Assert.Equal(before, copy.Content);
    }

    [Fact]
    public async Task No_text_in_a_form_or_a_token_is_a_statement()
    {
        await using Copy copy = await Copy.OfAsync(site);
        string before = copy.Content;
        HttpClient visitor = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = copy.App.Address };
        string page = await visitor.GetStringAsync("/sign-in", Cancelled);
        string token = Regex.Match(page, "name=\"__RequestVerificationToken\" (?:type=\"hidden\" )?value=\"([^\"]+)\"").Groups[1].Value;
        foreach (string text in InjectionTexts.All)
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("account", text), new("back", text)]);
            Assert.True((await visitor.PostAsync("/sign-in/sample", form, Cancelled)).StatusCode is HttpStatusCode.Redirect or HttpStatusCode.BadRequest);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/committees/TU-MAU");
            if (request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + text.ReplaceLineEndings(" ")) && text.All(char.IsAscii))
            {
                Assert.True((int)(await visitor.SendAsync(request, Cancelled)).StatusCode is 400 or 401);
            }
        }

        Assert.Empty(copy.App.Faults.Take());
        Assert.Equal(before, copy.Content);
    }

    [Fact]
    public async Task No_text_that_is_searched_for_finds_what_it_does_not_name()
    {
        CommitteeSearch search = (await site.AppAsync()).Services.GetRequiredService<CommitteeDirectory>().Search;
        foreach (string text in InjectionTexts.All.Where(t => t.Contains('\'', StringComparison.Ordinal) && t.Contains(' ', StringComparison.Ordinal)))
        {
            Assert.Empty(search.Find(text, Scope.Everything));
        }
    }

    [Fact]
    public async Task No_text_in_a_cell_is_a_statement()
    {
        await using var database = new TemporaryDatabase();
        await database.InitializeAsync();
        await database.SeedAsync(["A"], ["one"]);
        string before = database.Dump();
        var import = new FileImport(database.Database, database.Ledger);
        (Func<string, ImportOptions, CancellationToken, Task<ImportReport>> Take, string[] Columns)[] kinds =
        [
            (import.FiguresAsync, [.. FileImport.FigureColumns, .. FileImport.MoreFigureColumns]),
            (import.CommitteesAsync, [.. FileImport.CommitteeColumns, .. FileImport.MoreCommitteeColumns]),
            (import.IndicatorsAsync, [.. FileImport.IndicatorColumns, .. FileImport.MoreIndicatorColumns]),
            (import.DirectivesAsync, [.. FileImport.DirectiveColumns, .. FileImport.MoreDirectiveColumns]),
        ];
        string path = Path.Combine(database.Folder, "hostile.csv");
        string[] texts = [.. InjectionTexts.All.Where(t => !t.Contains('\0', StringComparison.Ordinal))];
        foreach ((Func<string, ImportOptions, CancellationToken, Task<ImportReport>> take, string[] columns) in kinds)
        {
            // The first column is left empty, which refuses every row: what stands in the others is read all the same.
            SheetWriter.Write(path, columns, texts.Select(text => (string[])["", .. Enumerable.Repeat(text, columns.Length - 1)]));
            ImportReport report = await take(path, new ImportOptions("tester"), Cancelled);
            Assert.False(report.IsGood);
            foreach (int column in Enumerable.Range(0, columns.Length))
            {
                SheetWriter.Write(path, columns, texts.Select(text => (string[])[.. columns.Select((_, i) => i == column ? text : "")]));
                await take(path, new ImportOptions("tester") { IsDryRun = true }, Cancelled);
            }
        }

        Assert.Equal(before, database.Dump());
    }

    /// <summary>The text in each place of the path and in each field of the query by itself; pages read all their fields at once.</summary>
    private static IEnumerable<string> Addresses(RouteEndpoint endpoint, string value)
    {
        string path = Routes.PathOf(endpoint);
        if (path != Routes.PathOf(endpoint, value))
        {
            yield return Routes.PathOf(endpoint, value);
        }

        if (!path.StartsWith("/api", StringComparison.Ordinal))
        {
            yield return $"{path}?{string.Join('&', Fields.Select(field => $"{field}={value}"))}";
            yield break;
        }

        string[] fields = [.. endpoint.Metadata.GetMetadata<MethodInfo>()!.GetParameters().Where(p => p.ParameterType.Namespace == "System").Select(p => p.Name!)];
        foreach (string field in fields)
        {
            yield return $"{path}?{string.Join('&', Good.Where(g => g.Key != field).Select(g => $"{g.Key}={g.Value}"))}&{field}={value}";
        }
    }

    private static async Task<HttpClient> ProgramAsync(Copy copy)
    {
        HttpClient client = copy.Visitor();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await SampleSite.TokenOf(copy.App, "leader", null));
        return client;
    }
}
