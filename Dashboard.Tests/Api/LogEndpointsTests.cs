using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Dashboard.Access;
using Dashboard.Api;
using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Meetings;
using Dashboard.Tests.Access;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Api;

[Collection(ScopedSite.Collection)]
public sealed class LogEndpointsTests(ScopedSite site)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_is_told_in_scope_page_by_page_and_nothing_about_accounts()
    {
        using HttpClient officer = await site.ApiAsync("officer");
        long start = await site.Service<LogReader>().LastSequenceAsync(Cancelled);
        await StateAsync("HU-MAU-02", 111);
        await StateAsync("HU-MAU-01", 222);
        await site.AccountAsync("viewer:HU-MAU-01");
        await StateAsync("HU-MAU-01", 333);
        await site.App.Figures.CatchUpAsync(Cancelled);

        ChangesAnswer? first = await officer.GetFromJsonAsync<ChangesAnswer>($"/api/v1/changes?after={start}&limit=1", Cancelled);
        ChangeRow row = Assert.Single(first!.Rows);
        Assert.Equal(("figure", "HU-MAU-01", 222), (row.Subject, row.Committee, (int)row.After!["value"]!));
        ChangesAnswer? second = await officer.GetFromJsonAsync<ChangesAnswer>($"/api/v1/changes?after={first.Next}", Cancelled);
        Assert.Equal(333, (int)Assert.Single(second!.Rows).After!["value"]!);
        ChangesAnswer? none = await officer.GetFromJsonAsync<ChangesAnswer>($"/api/v1/changes?after={second.Next + 1_000_000}", Cancelled);
        Assert.Empty(none!.Rows);

        using HttpClient admin = await site.ApiAsync("admin"), district = await site.ApiAsync(ScopedSite.DistrictAdministrator);
        Assert.Contains((await RowsAsync(admin, start)), r => r.Subject == "account");
        Assert.DoesNotContain((await RowsAsync(district, start)), r => r.Subject is "account" or "sign-in" or "denial" or "export" || r.Committee != "HU-MAU-01");
    }

    [Fact]
    public async Task A_change_of_structure_does_not_name_what_stands_above_or_took_over_outside()
    {
        long start = await site.Service<LogReader>().LastSequenceAsync(Cancelled);
        var register = site.Service<CommitteeRegister>();
        await register.OpenAsync("admin", new Committee { Code = "XA-MOI", Name = "Xã mới", Level = CommitteeLevel.Grassroots }, "HU-MAU-02", cancellationToken: Cancelled);
        await register.MoveUnderAsync("admin", "XA-MOI", "HU-MAU-01", new DateOnly(2026, 11, 1), cancellationToken: Cancelled);
        await site.App.Figures.CatchUpAsync(Cancelled);
        using HttpClient officer = await site.ApiAsync("officer");
        string told = await officer.GetStringAsync($"/api/v1/changes?after={start}", Cancelled);
        Assert.Contains("XA-MOI", told, StringComparison.Ordinal);
        Assert.Contains("HU-MAU-01", told, StringComparison.Ordinal);
        Assert.DoesNotContain("HU-MAU-02", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_at_a_figure_is_told_to_whoever_may_see_the_figure_and_a_form_does_not_name_where_else_it_is_owed()
    {
        long start = await site.Service<LogReader>().LastSequenceAsync(Cancelled);
        var now = site.App.Figures.Now;
        Assert.True(now.Indicators.TryNumberOf("vetting.admission", out int indicator));
        foreach (string code in (string[])["HU-MAU-01", "HU-MAU-02"])
        {
            var note = new FigureNote { Committee = now.Hierarchy.NumberOf(code), Indicator = indicator, Period = Period.Parse("2019-Q1"), Text = $"Đợt {code}", WrittenOn = SampleDatabase.Today, ExpiresOn = SampleDatabase.Today };
            await site.Service<FigureNoteRegister>().WriteAsync("admin", note, null, Cancelled);
        }

        await site.Service<Catalogue>().PutAsync("admin", [now.Forms.Single(f => f.Code == "TD-QUY-CB") with { Code = "TD-THU", Root = "HU-MAU-02" }], cancellationToken: Cancelled);
        await site.App.Figures.CatchUpAsync(Cancelled);
        using HttpClient officer = await site.ApiAsync("officer");
        IReadOnlyList<ChangeRow> rows = await RowsAsync(officer, start);
        Assert.Equal(("HU-MAU-01", "Đợt HU-MAU-01"), (Assert.Single(rows, r => r.Subject == "note").Committee, (string?)rows.Single(r => r.Subject == "note").After!["text"]));
        Assert.Equal("TD-THU", Assert.Single(rows, r => r.Subject == "form").Key);
        Assert.DoesNotContain("HU-MAU-02", await officer.GetStringAsync($"/api/v1/changes?after={start}", Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_tells_who_owes_it_by_the_code_and_of_who_met_above_only_that_there_is_somebody()
    {
        long start = await site.Service<LogReader>().LastSequenceAsync(Cancelled);
        Hierarchy hierarchy = site.App.Figures.Now.Hierarchy;
        ClaimsPrincipal leader = SampleRights.Of("leader").ToPrincipal("test");
        long meeting = await site.Service<MeetingDesk>().OpenAsync(leader, hierarchy.NumberOf("TU-MAU"), MeetingRules.UsualAgenda(false, false), null, Cancelled);
        var decision = new Decision
        {
            Meeting = meeting,
            Committee = -1,
            DecidedOn = default,
            Kind = DecisionKind.Explain,
            About = hierarchy.NumberOf("HU-MAU-02"),
            Owing = hierarchy.NumberOf("HU-MAU-01"),
            DueOn = SampleDatabase.Today.AddDays(9),
        };
        await site.Service<DecisionDesk>().DecideAsync(leader, decision, Cancelled);
        await site.Service<MeetingDesk>().CloseAsync(leader, meeting, Cancelled);

        using HttpClient officer = await site.ApiAsync("officer"), reader = await site.ApiAsync("leader");
        JsonNode below = Assert.Single(await RowsAsync(officer, start), row => row.Subject == "decision").After!;
        Assert.Equal(("HU-MAU-01", "…", "…"), ((string?)below["owing"], (string?)below["about"], (string?)below["committee"]));
        JsonNode all = Assert.Single(await RowsAsync(reader, start), row => row.Subject == "decision").After!;
        Assert.Equal(("HU-MAU-01", "HU-MAU-02", "TU-MAU"), ((string?)all["owing"], (string?)all["about"], (string?)all["committee"]));
    }

    [Theory]
    [InlineData("after=-1")]
    [InlineData("limit=0")]
    [InlineData("limit=5001")]
    public async Task What_cannot_be_meant_is_refused(string query)
    {
        using HttpClient officer = await site.ApiAsync("officer");
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.GetAsync($"/api/v1/changes?{query}", Cancelled)).StatusCode);
    }

    private static async Task<IReadOnlyList<ChangeRow>> RowsAsync(HttpClient client, long after) =>
        (await client.GetFromJsonAsync<ChangesAnswer>($"/api/v1/changes?after={after}", Cancelled))!.Rows;

    private Task<WriteReceipt> StateAsync(string committee, long value)
    {
        var now = site.App.Figures.Now;
        Assert.True(now.Indicators.TryNumberOf("vetting.admission", out int indicator));
        return site.App.Ledger.StateAsync("officer", new Figure { Committee = now.Hierarchy.NumberOf(committee), Indicator = indicator, Period = Period.Parse("2019-Q1"), Value = value, Precision = Precision.Exact }, cancellationToken: Cancelled);
    }
}
