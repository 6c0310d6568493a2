using System.Net;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Screens;

/// <summary>A screen on a wall from its code to its end, as browsers ask for it.</summary>
public sealed class DeviceLinkTests(WritableSite site) : IClassFixture<WritableSite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_screen_that_was_let_in_shows_its_meeting_and_nothing_else()
    {
        using var screen = new ScreenTrial(site);
        Assert.Equal("/sign-in", (await screen.LeadsToAsync("/meeting/TU-MAU"))![..8]);
        await screen.LinkAsync("leader", "TU-MAU");
        Assert.Equal("/meeting/TU-MAU", await screen.LeadsToAsync("/"));
        Assert.Equal("/", await screen.LeadsToAsync("/screen"));
        // What the meeting before left open comes first.
        Assert.Contains("Khối doanh nghiệp", WebUtility.HtmlDecode(await screen.Http.GetStringAsync("/meeting/TU-MAU", Cancelled)), StringComparison.Ordinal);
        foreach (string path in new[] { "/meeting/HU-MAU-01", "/meeting/TW", "/meeting/NOTHING", "/c/TU-MAU", "/c/HU-MAU-01", "/screens", "/admin/import" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, await screen.StatusAsync(path)));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await screen.StatusAsync("/api/v1/committees/TU-MAU"));
    }

    [Fact]
    public async Task A_screen_can_send_nothing()
    {
        using var screen = new ScreenTrial(site);
        await screen.LinkAsync("leader", "TU-MAU", "Mute");
        foreach (string path in new[] { "/screens/approve", "/screens/prolong", "/screens/end" })
        {
            using var form = new FormUrlEncodedContent([new("id", screen.Linked("leader")[0].Id), new("term", "year")]);
            using HttpResponseMessage answer = await screen.Http.PostAsync(path, form, Cancelled);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        }
    }

    [Fact]
    public async Task Only_the_browser_that_showed_the_code_gets_the_session()
    {
        using var screen = new ScreenTrial(site);
        using var other = new ScreenTrial(site);
        string code = await screen.CodeAsync();
        await other.CodeAsync();
        using SignedInClient leader = await SignedInClient.CreateAsync(site.App.Address, "leader");
        Assert.Equal("/screens?done=linked", await ScreenTrial.ApproveAsync(leader, code, "TU-MAU", "Only"));
        Assert.Equal("waiting", await other.StateAsync());
        Assert.Equal("/screen", await other.LeadsToAsync("/screen/link"));
        Assert.Equal("/screen", await new ScreenTrial(site).LeadsToAsync("/screen/link"));
        Assert.StartsWith("/sign-in", await other.LeadsToAsync("/meeting/TU-MAU"), StringComparison.Ordinal);
        Assert.StartsWith("/preferences/", await screen.LeadsToAsync("/screen/link"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_browser_waited_with_is_worth_nothing_afterwards()
    {
        using var screen = new ScreenTrial(site);
        string code = await screen.CodeAsync();
        using HttpResponseMessage page = await site.Visitor().GetAsync("/screen", Cancelled);
        string cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"), c => c.StartsWith("screen", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(code, cookie, StringComparison.Ordinal);
        using SignedInClient leader = await SignedInClient.CreateAsync(site.App.Address, "leader");
        await ScreenTrial.ApproveAsync(leader, code, "TU-MAU", "Once");
        await screen.LeadsToAsync("/screen/link");
        Assert.Equal("over", await screen.StateAsync());
        Assert.Equal("/screen", await screen.LeadsToAsync("/screen/link"));
        Assert.Equal("/screens?code=" + code + "&fault=screen.unknown", await ScreenTrial.ApproveAsync(leader, code, "TU-MAU"));
    }

    [Theory]
    [InlineData("officer", "TU-MAU", "Wall", "screen.committee")]
    [InlineData("officer", "HU-MAU-02", "Wall", "screen.committee")]
    [InlineData("leader", "NOTHING", "Wall", "screen.committee")]
    [InlineData("leader", "TU-MAU", " ", "screen.name")]
    [InlineData("leader", "TU-MAU", "0912 345 678", "text.personal")]
    public async Task Nobody_lets_a_screen_in_beyond_the_own_scope_or_under_a_persons_name(string account, string committee, string name, string fault)
    {
        using var screen = new ScreenTrial(site);
        string code = await screen.CodeAsync();
        using SignedInClient client = await SignedInClient.CreateAsync(site.App.Address, account);
        Assert.Equal($"/screens?code={code}&fault={fault}", await ScreenTrial.ApproveAsync(client, code, committee, name));
        Assert.Equal("waiting", await screen.StateAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_lets_nobody_in()
    {
        using var screen = new ScreenTrial(site);
        using SignedInClient leader = await SignedInClient.CreateAsync(site.App.Address, "leader");
        using var form = new FormUrlEncodedContent([new("code", await screen.CodeAsync()), new("committee", "TU-MAU"), new("name", "Forged"), new("term", "year")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await leader.Http.PostAsync("/screens/approve", form, Cancelled)).StatusCode);
        Assert.Equal("waiting", await screen.StateAsync());
    }

    [Fact]
    public async Task Guessing_codes_is_stopped_even_when_a_guess_is_right()
    {
        await site.PutAsync("guesser", new Grant(AccountRole.Viewer, "TU-MAU"));
        using var screen = new ScreenTrial(site);
        string code = await screen.CodeAsync();
        using SignedInClient guesser = await SignedInClient.CreateAsync(site.App.Address, "guesser");
        for (int i = 0; i < 10; i++)
        {
            Assert.Contains("Không có màn hình nào", await guesser.Http.GetStringAsync($"/screens?code=CCCCC{"CDFGHJKMNP"[i]}", Cancelled), StringComparison.Ordinal);
        }

        Assert.Contains("Đã nhập sai quá nhiều lần", await guesser.Http.GetStringAsync($"/screens?code={code}", Cancelled), StringComparison.Ordinal);
        Assert.EndsWith("fault=screen.wait", await ScreenTrial.ApproveAsync(guesser, code, "TU-MAU"), StringComparison.Ordinal);
        Assert.Equal("waiting", await screen.StateAsync());
    }

    [Fact]
    public async Task A_screen_ends_when_its_account_ends_it_and_asks_for_a_code_again()
    {
        using var screen = new ScreenTrial(site);
        await screen.LinkAsync("reviewer", "HU-MAU-01", "Ended");
        Assert.Equal(HttpStatusCode.OK, await screen.StatusAsync("/meeting/HU-MAU-01"));
        using SignedInClient reviewer = await SignedInClient.CreateAsync(site.App.Address, "reviewer");
        string id = screen.Linked("reviewer").Single(s => s.Name == "Ended").Id;
        Assert.Equal("/screens?done=ended", (await reviewer.PostAsync("/screens", "/screens/end", [new("id", id)])).Headers.Location?.OriginalString);
        Assert.Equal("/screen", await screen.LeadsToAsync("/meeting/HU-MAU-01"));
        Assert.NotEmpty(await screen.CodeAsync());
    }

    [Fact]
    public async Task Others_neither_see_nor_end_a_screen_but_who_administers_its_committee_may()
    {
        await site.PutAsync("district-admin", new Grant(AccountRole.Administrator, "HU-MAU-02"));
        using var screen = new ScreenTrial(site);
        await screen.LinkAsync("reviewer", "HU-MAU-01", "Seen");
        string id = screen.Linked("reviewer").Single(s => s.Name == "Seen").Id;
        foreach (string stranger in new[] { "leader", "officer", "district-admin" })
        {
            using SignedInClient client = await SignedInClient.CreateAsync(site.App.Address, stranger);
            Assert.DoesNotContain(id, await client.Http.GetStringAsync("/screens", Cancelled), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/screens", "/screens/end", [new("id", id)])).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, await screen.StatusAsync("/meeting/HU-MAU-01"));
        using SignedInClient admin = await SignedInClient.CreateAsync(site.App.Address, "admin");
        Assert.Contains(id, await admin.Http.GetStringAsync("/screens", Cancelled), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync("/screens", "/screens/prolong", [new("id", id), new("term", "year")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/screens", "/screens/end", [new("id", id)])).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, await screen.StatusAsync("/meeting/HU-MAU-01"));
    }

    [Fact]
    public async Task A_screen_is_prolonged_by_its_account_and_never_shortened_by_that()
    {
        using var screen = new ScreenTrial(site);
        await screen.LinkAsync("leader", "TU-MAU", "Longer");
        using SignedInClient leader = await SignedInClient.CreateAsync(site.App.Address, "leader");
        DateTime Ends() => screen.Linked("leader").Single(s => s.Name == "Longer").EndsAt;
        string id = screen.Linked("leader").Single(s => s.Name == "Longer").Id;
        DateTime midnight = Ends();
        Assert.Equal(new DateTime(2026, 11, 23, 17, 0, 0, DateTimeKind.Utc), midnight, TimeSpan.FromSeconds(5));
        await leader.PostAsync("/screens", "/screens/prolong", [new("id", id), new("term", "month")]);
        DateTime month = Ends();
        Assert.InRange(month - midnight, TimeSpan.FromDays(29), TimeSpan.FromDays(30));
        await leader.PostAsync("/screens", "/screens/prolong", [new("id", id), new("term", "today")]);
        Assert.Equal(month, Ends());
        Assert.Equal(HttpStatusCode.NotFound, (await leader.PostAsync("/screens", "/screens/prolong", [new("id", id), new("term", "century")])).StatusCode);
    }

    [Fact]
    public async Task A_screen_shows_nothing_any_more_when_its_account_lost_the_committee()
    {
        await site.PutAsync("shrinking", new Grant(AccountRole.Viewer, "TU-MAU"));
        using var screen = new ScreenTrial(site);
        await screen.LinkAsync("shrinking", "HU-MAU-02", "Shrunk");
        Assert.Equal(HttpStatusCode.OK, await screen.StatusAsync("/meeting/HU-MAU-02"));
        await site.PutAsync("shrinking", new Grant(AccountRole.Viewer, "HU-MAU-01"));
        Assert.False(screen.Linked("shrinking").Single().IsShowing);
        Assert.Equal("/screen", await screen.LeadsToAsync("/meeting/HU-MAU-02"));
        Assert.Equal(HttpStatusCode.NotFound, await screen.StatusAsync("/meeting/HU-MAU-01"));
        Assert.NotEmpty(await screen.CodeAsync());
        Assert.Empty(screen.Linked("shrinking"));
    }

    [Fact]
    public async Task A_screen_ends_when_its_account_is_closed_or_changes_a_secret()
    {
        await site.PutAsync("closing", new Grant(AccountRole.Viewer, "TU-MAU"));
        using var screen = new ScreenTrial(site);
        await screen.LinkAsync("closing", "TU-MAU", "Closed");
        await site.Get<CredentialRegister>().ChangeAsync("closing", "closing", c => c.Stamp = "another", "password-set", Cancelled);
        await site.Get<AccessBook>().RefreshAsync("closing", Cancelled);
        Assert.NotEqual(HttpStatusCode.OK, await screen.StatusAsync("/meeting/TU-MAU"));
        await screen.LinkAsync("closing", "TU-MAU", "Closed");
        Assert.Equal(HttpStatusCode.OK, await screen.StatusAsync("/meeting/TU-MAU"));
        await site.PutAsync(site.Get<AccessBook>().Find("closing")! with { ClosedAt = new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc) });
        Assert.NotEqual(HttpStatusCode.OK, await screen.StatusAsync("/meeting/TU-MAU"));
    }

    [Fact]
    public async Task What_was_allowed_is_worth_nothing_when_the_account_is_closed_before_it_is_taken_up()
    {
        await site.PutAsync("hasty", new Grant(AccountRole.Viewer, "TU-MAU"));
        using var screen = new ScreenTrial(site);
        string code = await screen.CodeAsync();
        using SignedInClient hasty = await SignedInClient.CreateAsync(site.App.Address, "hasty");
        await ScreenTrial.ApproveAsync(hasty, code, "TU-MAU");
        await site.PutAsync(site.Get<AccessBook>().Find("hasty")! with { ClosedAt = new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc) });
        Assert.Equal("/screen", await screen.LeadsToAsync("/screen/link"));
        Assert.Equal("over", await screen.StateAsync());
    }

    [Fact]
    public async Task The_account_of_a_screen_lands_in_the_meeting_and_lets_no_other_in()
    {
        using SignedInClient client = await SignedInClient.CreateAsync(site.App.Address, "screen");
        using HttpResponseMessage start = await client.Http.GetAsync("/", Cancelled);
        Assert.Equal("/meeting/TU-MAU", start.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Http.GetAsync("/screens", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Http.GetAsync("/c/TU-MAU", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Http.GetAsync("/meeting/TW", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Beginning_prolonging_and_end_of_a_screen_are_in_the_log()
    {
        using var screen = new ScreenTrial(site);
        await screen.LinkAsync("leader", "TU-MAU", "Logged");
        using SignedInClient leader = await SignedInClient.CreateAsync(site.App.Address, "leader");
        string id = screen.Linked("leader").Single(s => s.Name == "Logged").Id;
        await leader.PostAsync("/screens", "/screens/prolong", [new("id", id), new("term", "year")]);
        await leader.PostAsync("/screens", "/screens/end", [new("id", id)]);
        var told = new List<string>();
        await foreach (IReadOnlyList<LogEntry> page in site.Get<LogReader>().ReadAllAfterAsync(0, Cancelled))
        {
            told.AddRange(page.Select(e => e.After).OfType<string>().Where(t => t.Contains(id, StringComparison.Ordinal)));
        }

        Assert.Collection(
            told,
            first => Assert.True(first.Contains("started", StringComparison.Ordinal) && first.Contains("screen:TU-MAU", StringComparison.Ordinal), first),
            second => Assert.Contains("prolonged", second, StringComparison.Ordinal),
            third => Assert.Contains("ended", third, StringComparison.Ordinal));
    }
}
