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
        Assert.All(all.Zip(told), pair => Assert.True(pair.Second.Suppressed ? pair.Second is { Value: null, OutOf: null } && pair.First.Value > 0 : pair.Second == pair.First));
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
            Assert.Equal((row.Value, row.Suppressed), (alone!.Rows[0].Value, alone.Rows[0].Suppressed));
        }
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
