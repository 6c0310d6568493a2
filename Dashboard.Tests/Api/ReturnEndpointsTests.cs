using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dashboard.Access;
using Dashboard.Api;
using Dashboard.Data;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Api;

/// <summary>A return entered and handed in by a program, within the rights of its token.</summary>
public sealed class ReturnEndpointsTests(ReturnEndpointsTests.Site site) : IClassFixture<ReturnEndpointsTests.Site>
{
    private const string Quarter = "2026-Q3";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_owed_is_told_with_its_state()
    {
        using HttpClient officer = await site.OfficerAsync("HU-MAU-12");
        OwedAnswer? open = await officer.GetFromJsonAsync<OwedAnswer>("/api/v1/returns?committee=HU-MAU-12&state=open", Cancelled);
        Assert.Contains(new OwedRow("HU-MAU-12", "TD-QUY", Quarter, "draft", new DateOnly(2026, 10, 15)), open!.Rows);
        OwedAnswer? all = await officer.GetFromJsonAsync<OwedAnswer>("/api/v1/returns?committee=HU-MAU-12&below=true", Cancelled);
        Assert.True(all!.Rows.Count > open.Rows.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/api/v1/returns?committee=HU-MAU-01", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.GetAsync("/api/v1/returns?committee=HU-MAU-12&state=lost", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_return_is_entered_handed_in_three_times_and_counts_once()
    {
        using HttpClient officer = await site.OfficerAsync("HU-MAU-13");
        const string Address = $"/api/v1/returns/HU-MAU-13/TD-QUY/{Quarter}";
        HttpResponseMessage read = await officer.GetAsync(Address, Cancelled);
        ReturnAnswer blank = (await read.Content.ReadFromJsonAsync<ReturnAnswer>(Cancelled))!;
        Assert.Equal("not-started", blank.State);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync($"{Address}/submit", null, Cancelled)).StatusCode);

        ReturnContent content = new([.. blank.Figures.Select(f => f with { Value = 3, Reason = "nothing-arose" })]);
        Assert.Equal((HttpStatusCode)428, (await officer.PutAsJsonAsync(Address, content, Cancelled)).StatusCode);
        HttpResponseMessage saved = await PutAsync(officer, Address, content, read.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(officer, Address, content, read.Headers.ETag.Tag)).StatusCode);
        Assert.NotEqual(read.Headers.ETag, saved.Headers.ETag);

        long before = await site.TotalAsync();
        HttpResponseMessage[] sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => officer.PostAsync($"{Address}/submit", null, Cancelled)));
        Assert.All(sent, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal("submitted", (await sent[2].Content.ReadFromJsonAsync<ReturnAnswer>(Cancelled))!.State);
        Assert.Equal(before + 3, await site.TotalAsync());
        HttpResponseMessage late = await PutAsync(officer, Address, content with { Figures = [.. content.Figures.Skip(1)] }, sent[2].Headers.ETag!.Tag);
        Assert.Equal((HttpStatusCode.Conflict, "return.step"), (late.StatusCode, (await late.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!["code"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("viewer:TU-MAU", "HU-MAU-12")]
    [InlineData("administrator:*", "HU-MAU-12")]
    [InlineData("officer:HU-MAU-11", "HU-MAU-12")]
    public async Task Who_may_not_enter_is_told_that_there_is_no_such_return(string grant, string committee)
    {
        using HttpClient client = await site.ClientAsync(Grant.Parse(grant));
        HttpResponseMessage put = await PutAsync(client, $"/api/v1/returns/{committee}/TD-QUY/{Quarter}", new([]), "\"0.0\"");
        Assert.Equal(HttpStatusCode.NotFound, put.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"/api/v1/returns/{committee}/TD-QUY/{Quarter}/submit", null, Cancelled)).StatusCode);
    }

    [Theory]
    [InlineData("""{"figures":[{"indicator":"vetting.unheard","value":1}]}""", "return.line", 400)]
    [InlineData("""{"figures":[{"indicator":"vetting.admission","value":1},{"indicator":"vetting.admission","value":2}]}""", "return.lineTwice", 400)]
    [InlineData("""{"figures":[{"indicator":"vetting.admission","value":1,"precision":"roughly"}]}""", "word.unknown", 400)]
    [InlineData("""{"figures":[{"indicator":"vetting.admission","value":-1}]}""", "figure.negative", 422)]
    [InlineData("""{"figures":[{"indicator":"vetting.admission","value":1,"notApplicable":true}]}""", "return.line.notApplicable", 422)]
    [InlineData("""{"figures":[{"indicator":"vetting.admission","value":1,"note":"gọi 0912 345 678"}]}""", "text.personal", 422)]
    public async Task Bad_content_is_refused_with_a_stable_code_and_nothing_is_saved(string content, string code, int status)
    {
        using HttpClient officer = await site.OfficerAsync("HU-MAU-10");
        const string Address = $"/api/v1/returns/HU-MAU-10/TD-QUY/{Quarter}";
        string tag = (await officer.GetAsync(Address, Cancelled)).Headers.ETag!.Tag;
        using var request = new HttpRequestMessage(HttpMethod.Put, Address) { Content = new StringContent(content, null, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        HttpResponseMessage answer = await officer.SendAsync(request, Cancelled);
        Assert.Equal((status, code), ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!["code"]!.GetValue<string>()));
        Assert.Equal(tag, (await officer.GetAsync(Address, Cancelled)).Headers.ETag!.Tag);
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string address, ReturnContent content, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(content) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return client.SendAsync(request, Cancelled);
    }

    /// <summary>One application for these tests, with accounts made for them.</summary>
    public sealed class Site : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-returns-").FullName;
        private DashboardApp _app = null!;

        public Task<HttpClient> OfficerAsync(string committee) => ClientAsync(new Grant(AccountRole.Officer, committee));

        public async Task<HttpClient> ClientAsync(Grant grant)
        {
            string name = $"test-{Guid.NewGuid():N}";
            await _app.Services.GetRequiredService<AccountRegister>().PutAsync("admin", [new() { Name = name, DisplayName = "test", Grants = [grant] }]);
            string token = await _app.Services.GetRequiredService<TokenRegister>().IssueAsync("admin", name, "test", null);
            await _app.Services.GetRequiredService<AccessBook>().RefreshAsync(name);
            var client = new HttpClient { BaseAddress = _app.Address };
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            return client;
        }

        public async Task<long> TotalAsync()
        {
            await _app.Figures.CatchUpAsync(Cancelled);
            using HttpClient viewer = await ClientAsync(new Grant(AccountRole.Viewer, "TU-MAU"));
            return (await viewer.GetFromJsonAsync<RollupsAnswer>($"/api/v1/rollups?committee=TU-MAU&period={Quarter}&indicator=vetting.admission", Cancelled))!.Rows[0].Value!.Value;
        }

        public async ValueTask InitializeAsync()
        {
            _app = new DashboardApp(_folder);
            await _app.StartAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            await Folders.DeleteAsync(_folder);
        }
    }
}
