using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dashboard.Api;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Api;

/// <summary>What the API does not tell whom its answer is not for.</summary>
public sealed class AudienceTests(SampleSite site)
{
    private const string Question = "/api/v1/rollups?committee=TU-MAU&period=2026-11&topic=complaints";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Small_counts_are_kept_from_what_is_passed_on_and_never_one_alone()
    {
        using HttpClient api = await site.ApiAsync("leader");
        IReadOnlyList<RollupRow> all = (await api.GetFromJsonAsync<RollupsAnswer>($"{Question}&children=true", Cancelled))!.Rows;
        IReadOnlyList<RollupRow> told = (await api.GetFromJsonAsync<RollupsAnswer>($"{Question}&children=true&audience=circulation", Cancelled))!.Rows;
        Assert.Contains(all, r => r.Value is > 0 and < 5);
        Assert.All(all.Zip(told), pair => Assert.True(pair.Second is { OutOf: null, Reported: 0, Expected: 0 } && pair.Second.Value == (pair.Second.Suppressed ? null : pair.First.Value)));
        Assert.Contains(told, r => !r.Suppressed);
        Assert.All(all.Zip(told).Where(p => p.First.Value is > 0 and < 5), p => Assert.True(p.Second.Suppressed));
        Assert.All(told.GroupBy(r => r.Indicator), column => Assert.NotEqual(1, column.Count(r => r.Suppressed)));
    }

    [Fact]
    public async Task What_is_hidden_beside_others_is_hidden_alone_and_again()
    {
        using HttpClient api = await site.ApiAsync("leader");
        RollupRow[] hidden = [.. (await api.GetFromJsonAsync<RollupsAnswer>($"{Question}&children=true&audience=circulation", Cancelled))!.Rows.Where(r => r.Suppressed && r.Committee != "TU-MAU")];
        Assert.NotEmpty(hidden);
        foreach (RollupRow row in hidden.Take(6))
        {
            RollupsAnswer? alone = await api.GetFromJsonAsync<RollupsAnswer>($"/api/v1/rollups?committee={row.Committee}&period=2026-11&indicator={row.Indicator}&audience=circulation", Cancelled);
            Assert.True(Assert.Single(alone!.Rows).Suppressed);
        }

        RollupRow[] again = [.. (await api.GetFromJsonAsync<RollupsAnswer>($"{Question}&children=true&audience=circulation", Cancelled))!.Rows.Where(r => r.Suppressed && r.Committee != "TU-MAU")];
        Assert.Equal(hidden, again);
    }

    [Fact]
    public async Task A_series_hides_what_the_rollups_of_its_periods_hide()
    {
        using HttpClient api = await site.ApiAsync("leader");
        SeriesAnswer series = (await api.GetFromJsonAsync<SeriesAnswer>("/api/v1/series?committee=HU-MAU-03&indicator=complaints.overdue&from=2026-01&to=2026-11&audience=circulation", Cancelled))!;
        Assert.Contains(series.Rows, row => row.Suppressed);
        Assert.All(series.Rows, row => Assert.False(row.Suppressed ? row.Value is not null : row.Value is > 0 and < 5));
        foreach (SeriesRow row in series.Rows.TakeLast(3))
        {
            RollupsAnswer? alone = await api.GetFromJsonAsync<RollupsAnswer>($"/api/v1/rollups?committee=HU-MAU-03&period={row.Period}&indicator=complaints.overdue&audience=circulation", Cancelled);
            // What was told of later months may have hidden it by now; what was hidden once stays hidden.
            Assert.True(alone!.Rows[0].Suppressed || alone.Rows[0].Value == row.Value);
            Assert.True(alone.Rows[0].Suppressed || !row.Suppressed);
        }
    }

    [Fact]
    public async Task What_came_and_what_left_is_told_nobody_from_whom_anything_is_hidden_and_what_is_open_is()
    {
        using HttpClient api = await site.ApiAsync("leader");
        RollupRow[] rows = [.. (await api.GetFromJsonAsync<RollupsAnswer>("/api/v1/rollups?committee=TU-MAU&period=2026&children=true&audience=circulation", Cancelled))!.Rows];
        string[] flows = ["complaints.received", "complaints.resolved", "lapses.found", "lapses.remedied"];
        Assert.True(rows.Count(row => flows.Contains(row.Indicator)) > 4 * 5);
        Assert.All(rows.Where(row => flows.Contains(row.Indicator)), row => Assert.True(row is { Suppressed: true, Value: null }));
        Assert.Contains(rows, row => row is { Indicator: "complaints.open" or "lapses.open", Suppressed: false });
        Assert.All(rows, row => Assert.Null(row.OutOf));
    }

    [Fact]
    public async Task Rows_that_are_shown_say_nothing_of_it_and_an_unknown_audience_is_a_fault()
    {
        using HttpClient api = await site.ApiAsync("leader");
        string text = await api.GetStringAsync($"{Question}&children=true", Cancelled);
        Assert.DoesNotContain("suppressed", text, StringComparison.Ordinal);
        Assert.Contains("\"suppressed\":true", await api.GetStringAsync($"{Question}&children=true&audience=circulation", Cancelled), StringComparison.Ordinal);
        // Screens are off unless they are set.
        Assert.DoesNotContain("suppressed", await api.GetStringAsync($"{Question}&children=true&audience=screens", Cancelled), StringComparison.Ordinal);
        using HttpResponseMessage fault = await api.GetAsync($"{Question}&audience=everybody", Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, fault.StatusCode);
        Assert.Equal("audience.unknown", (await fault.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!["code"]!.GetValue<string>());
    }
}
