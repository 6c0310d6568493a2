using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dashboard.Api;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Api;

public sealed class ReadEndpointsTests(SampleSite site)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HU-THANHBINH", "2020-01-01..2021-12-31", "vetting.congress.subordinate", 244, null, "exact")]
    [InlineData("DUK-DNTW", "2007-01-01..2023-12-14", "vetting.cadre", 6_081, null, "exact")]
    [InlineData("DUK-DNTW", "2023", "vetting.cadre", 544, null, "exact")]
    [InlineData("DUK-DNTW", "2023", "paperwork.incoming", 4_290, 9_317, "exact")]
    [InlineData("DUK-DNTW", "2023", "transfer.organisations", 1_034, 1_036, "exact")]
    [InlineData("TU-BINHTHUAN", "2016-9M", "verification.requests.sent", 1_700, null, "more_than")]
    [InlineData("TU-LAMDONG", "2016-9M", "verification.requests.sent", 1_700, null, "more_than")]
    [InlineData("TU-2019", "2014-08-18..2019-11-08", "travel.refused", 20, null, "about")]
    public async Task A_published_figure_comes_out_exactly(string committee, string period, string indicator, long value, int? outOf, string precision)
    {
        RollupsAnswer? answer = await (await site.ApiAsync("leader")).GetFromJsonAsync<RollupsAnswer>($"/api/v1/rollups?committee={committee}&period={period}&indicator={indicator}", Cancelled);
        RollupRow row = Assert.Single(answer!.Rows);
        Assert.Equal((value, outOf, precision, 1, 1), (row.Value!.Value, (int?)row.OutOf, row.Precision, row.Reported, row.Expected));
    }

    [Fact]
    public async Task What_nobody_reported_is_null_and_not_zero()
    {
        RollupsAnswer? answer = await (await site.ApiAsync("leader")).GetFromJsonAsync<RollupsAnswer>("/api/v1/rollups?committee=HU-THANHBINH&period=1999&indicator=vetting.cadre", Cancelled);
        Assert.Null(Assert.Single(answer!.Rows).Value);
    }

    [Fact]
    public async Task Children_come_after_the_committee_and_add_up_to_it()
    {
        RollupsAnswer? answer = await (await site.ApiAsync("leader")).GetFromJsonAsync<RollupsAnswer>("/api/v1/rollups?committee=TU-MAU&period=2026-Q3&indicator=vetting.admission&children=true", Cancelled);
        Assert.Equal(15, answer!.Rows.Count);
        Assert.Equal("TU-MAU", answer.Rows[0].Committee);
        Assert.Equal(answer.Rows[0].Value, answer.Rows.Skip(1).Sum(r => r.Value));
        Assert.True(answer.Sequence > 0);
    }

    [Fact]
    public async Task A_series_has_one_row_a_period_oldest_first()
    {
        SeriesAnswer? answer = await (await site.ApiAsync("leader")).GetFromJsonAsync<SeriesAnswer>("/api/v1/series?committee=TU-MAU&indicator=vetting.admission&from=2023-Q4&to=2026-Q3", Cancelled);
        Assert.Equal(12, answer!.Rows.Count);
        Assert.Equal(("2023-Q4", "2026-Q3"), (answer.Rows[0].Period, answer.Rows[^1].Period));
        Assert.All(answer.Rows, row => Assert.True(row.Value > 0));
    }

    [Fact]
    public async Task A_committee_tells_its_place_in_todays_tree()
    {
        CommitteeAnswer? answer = await (await site.ApiAsync("leader")).GetFromJsonAsync<CommitteeAnswer>("/api/v1/committees/HU-MAU-01", Cancelled);
        Assert.Equal(("district", "TU-MAU"), (answer!.Level, answer.Parent));
        Assert.NotEmpty(answer.Children);
    }

    [Theory]
    [InlineData("/api/v1/rollups?committee=TU-MAU&period=2026-Q9", HttpStatusCode.BadRequest, "period.notation", "period")]
    [InlineData("/api/v1/rollups?period=2026-Q3", HttpStatusCode.BadRequest, "committee.required", "committee")]
    [InlineData("/api/v1/rollups?committee=NOWHERE&period=2026-Q3", HttpStatusCode.NotFound, "committee.unknown", "committee")]
    [InlineData("/api/v1/rollups?committee=TU-MAU&period=2026-Q3&indicator=nothing", HttpStatusCode.NotFound, "indicator.unknown", "indicator")]
    [InlineData("/api/v1/rollups?committee=TU-MAU&period=2026-Q3&topic=nothing", HttpStatusCode.NotFound, "topic.unknown", "topic")]
    [InlineData("/api/v1/rollups?committee=TU-MAU&period=2026-Q3&view=later", HttpStatusCode.BadRequest, "view.unknown", "view")]
    [InlineData("/api/v1/rollups?committee=TU-MAU&period=2026-Q3&asof=yesterday", HttpStatusCode.BadRequest, "asof.notation", "asof")]
    [InlineData("/api/v1/rollups?committee=TU-MAU&period=2026-Q3&asof=2999-11-22T01:00:00Z", HttpStatusCode.BadRequest, "asof.future", "asof")]
    [InlineData("/api/v1/rollups?committee=TU-MAU&period=2026-Q3&asof=2001-11-22T01:00:00Z", HttpStatusCode.NotFound, "committee.unknown", "committee")]
    [InlineData("/api/v1/committees/TU-MAU?asof=2001-11-22T01:00:00Z", HttpStatusCode.NotFound, "committee.unknown", "code")]
    [InlineData("/api/v1/returns?committee=TU-MAU&asof=soon", HttpStatusCode.BadRequest, "asof.notation", "asof")]
    [InlineData("/api/v1/returns/HU-MAU-01/district-quarter/2026-Q3?asof=2026-11-22T01:00:00Z", HttpStatusCode.BadRequest, "asof.return", "asof")]
    [InlineData("/api/v1/series?committee=TU-MAU&indicator=vetting.cadre&from=2026-Q3&to=2023-Q4", HttpStatusCode.BadRequest, "series.periods", "to")]
    [InlineData("/api/v1/series?committee=TU-MAU&indicator=vetting.cadre&from=1900-01&to=2026-01", HttpStatusCode.BadRequest, "series.tooLong", "to")]
    [InlineData("/api/v1/committees/NOWHERE", HttpStatusCode.NotFound, "committee.unknown", "code")]
    public async Task A_faulty_request_is_answered_with_its_field_and_a_stable_code(string path, HttpStatusCode status, string code, string field)
    {
        HttpResponseMessage answer = await (await site.ApiAsync("leader")).GetAsync(path, Cancelled);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        JsonNode? problem = await answer.Content.ReadFromJsonAsync<JsonNode>(Cancelled);
        Assert.Equal((code, field), ((string?)problem!["code"], (string?)problem["field"]));
    }

    [Theory]
    [InlineData("/api/v1/committees/TU-MAU")]
    [InlineData("/api/v1/committees/HU-MAU-02")]
    [InlineData("/api/v1/rollups?committee=TW&period=2023")]
    [InlineData("/api/v1/series?committee=TU-MAU&indicator=vetting.cadre&from=2026-Q1&to=2026-Q3")]
    public async Task Outside_its_scope_nothing_exists_for_an_account(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.ApiAsync("officer")).GetAsync(path, Cancelled)).StatusCode);

    [Fact]
    public async Task What_was_owed_at_a_moment_and_where_a_committee_stood_are_told_as_of_it()
    {
        HttpClient api = await site.ApiAsync("leader");
        OwedAnswer? then = await api.GetFromJsonAsync<OwedAnswer>("/api/v1/returns?committee=HU-MAU-01&asof=2026-09-20T08:00", Cancelled);
        OwedAnswer? now = await api.GetFromJsonAsync<OwedAnswer>("/api/v1/returns?committee=HU-MAU-01", Cancelled);
        // The third quarter was not over then.
        Assert.DoesNotContain(then!.Rows, row => row.Period == "2026-Q3");
        Assert.Contains(then.Rows, row => row.Period == "2026-Q2");
        Assert.Contains(now!.Rows, row => row.Period == "2026-Q3");
        CommitteeAnswer? place = await api.GetFromJsonAsync<CommitteeAnswer>("/api/v1/committees/HU-MAU-01?asof=2026-09-20T08:00", Cancelled);
        Assert.Equal("TU-MAU", place!.Parent);
    }

    [Fact]
    public async Task An_officer_reads_its_own_committee_and_does_not_learn_what_stands_above()
    {
        CommitteeAnswer? answer = await (await site.ApiAsync("officer")).GetFromJsonAsync<CommitteeAnswer>("/api/v1/committees/HU-MAU-01", Cancelled);
        Assert.Null(answer!.Parent);
    }

    [Fact]
    public async Task Without_a_token_with_a_made_up_one_or_an_expired_one_nothing_is_told()
    {
        HttpClient nobody = await site.VisitorAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/v1/committees/TU-MAU", Cancelled)).StatusCode);
        nobody.DefaultRequestHeaders.Authorization = new("Bearer", "made-up");
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/v1/committees/TU-MAU", Cancelled)).StatusCode);
        HttpClient expired = await site.ApiAsync("leader", new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(HttpStatusCode.Unauthorized, (await expired.GetAsync("/api/v1/committees/TU-MAU", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task The_openapi_document_describes_the_api_and_nothing_else()
    {
        JsonNode? document = await (await site.VisitorAsync()).GetFromJsonAsync<JsonNode>("/openapi/v1.json", Cancelled);
        Assert.Equal(
            ["/api/v1/changes", "/api/v1/committees/{code}", "/api/v1/me", "/api/v1/returns", "/api/v1/returns/{code}/{form}/{period}",
                "/api/v1/returns/{code}/{form}/{period}/submit", "/api/v1/rollups", "/api/v1/series"],
            document!["paths"]!.AsObject().Select(path => path.Key).Order());
    }
}
