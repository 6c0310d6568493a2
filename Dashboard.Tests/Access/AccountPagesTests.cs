using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Access;
using Dashboard.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

/// <summary>Signing in, the account's own page, invitations and the first start, as a browser without script meets them.</summary>
public sealed class AccountPagesTests(AccountSite site) : IClassFixture<AccountSite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Once_there_is_an_account_the_setup_page_is_gone()
    {
        using var visitor = new Visitor(site.App.Address);
        string code = Regex.Match(site.Console.ToString(), "/setup\\?code=(\\S+)").Groups[1].Value;
        Assert.NotEmpty(code);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/setup?code={code}")).StatusCode);
        Assert.Null(await site.App.Services.GetRequiredService<FirstStart>().IssueAsync(Cancelled));
    }

    [Fact]
    public async Task The_right_password_leads_where_one_wanted_to_go()
    {
        string name = await site.AddAsync(AccountRole.Viewer);
        using var visitor = new Visitor(site.App.Address);
        HttpResponseMessage answer = await visitor.SubmitAsync("/sign-in?back=%2Fc%2FTU%3Fperiod%3D2026-Q2", "password", ("name", name), ("password", AccountSite.Password));
        Assert.Equal("/c/TU?period=2026-Q2", answer.Headers.Location!.OriginalString);
        using var other = new Visitor(site.App.Address);
        answer = await other.SubmitAsync("/sign-in?back=%2F%2Felsewhere.example", "password", ("name", name), ("password", AccountSite.Password));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task What_is_wrong_is_said_without_saying_which_and_the_name_stays()
    {
        string name = await site.AddAsync(AccountRole.Viewer);
        using var visitor = new Visitor(site.App.Address);
        string wrong = await TextAsync(await visitor.SubmitAsync("/sign-in", "password", ("name", name), ("password", "wrong")));
        string unknown = await TextAsync(await visitor.SubmitAsync("/sign-in", "password", ("name", "nobody-at-all"), ("password", "wrong")));
        Assert.Contains("Tài khoản hoặc mật khẩu không đúng.", wrong, StringComparison.Ordinal);
        Assert.Contains($"value=\"{name}\"", wrong, StringComparison.Ordinal);
        Assert.Equal(Alert(wrong), Alert(unknown));
        Assert.Null(visitor.Session);
        for (int i = 0; i < 4; i++)
        {
            wrong = await TextAsync(await visitor.SubmitAsync("/sign-in", "password", ("name", name), ("password", "wrong")));
        }

        wrong = await TextAsync(await visitor.SubmitAsync("/sign-in", "password", ("name", name), ("password", AccountSite.Password)));
        Assert.Matches("tạm khóa. Thử lại sau \\d\\d:\\d\\d", Alert(wrong));
        await visitor.GetAsync("/preferences/culture?c=en");
        wrong = await TextAsync(await visitor.SubmitAsync("/sign-in", "password", ("name", name), ("password", "wrong")));
        Assert.Matches("locked for now. Try again after \\d\\d:\\d\\d", Alert(wrong));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/code")]
    [InlineData("/welcome")]
    public async Task A_form_without_its_token_is_refused(string path)
    {
        using var visitor = new Visitor(site.App.Address);
        using var form = new FormUrlEncodedContent([new("_handler", "password"), new("name", "chief"), new("password", AccountSite.Password)]);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Http.PostAsync(path, form, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task With_a_second_factor_signing_in_takes_two_steps_and_the_first_alone_opens_nothing()
    {
        string name = await site.AddAsync(AccountRole.Reviewer);
        using var visitor = new Visitor(site.App.Address);
        await visitor.SignInAsync(name, AccountSite.Password);
        Assert.Contains("nên bật xác thực hai bước", await visitor.ReadAsync("/account"), StringComparison.Ordinal);
        (string key, string[] codes) = await EnrolAsync(visitor);
        Assert.Equal(SecondFactor.Codes, codes.Length);
        Assert.DoesNotContain("nên bật xác thực hai bước", await visitor.ReadAsync("/account"), StringComparison.Ordinal);

        using var other = new Visitor(site.App.Address);
        Assert.Equal("/sign-in?why=late&back=%2F", (await other.GetAsync("/sign-in/code")).Headers.Location!.OriginalString);
        HttpResponseMessage first = await other.SubmitAsync("/sign-in?back=%2Faccount", "password", ("name", name), ("password", AccountSite.Password));
        Assert.Equal("/sign-in/code?back=%2Faccount", first.Headers.Location!.OriginalString);
        Assert.Null(other.Session);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account")).StatusCode);
        string refused = await TextAsync(await other.SubmitAsync("/sign-in/code?back=%2Faccount", "code", ("code", "000000")));
        Assert.Contains("Mã không đúng", Alert(refused), StringComparison.Ordinal);
        HttpResponseMessage second = await other.SubmitAsync("/sign-in/code?back=%2Faccount", "code", ("code", codes[0]));
        Assert.Equal("/account", second.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/account")).StatusCode);
        Assert.NotEmpty(key);
    }

    [Fact]
    public async Task Changing_the_password_asks_for_the_one_before_and_ends_the_other_sessions()
    {
        string name = await site.AddAsync(AccountRole.Viewer);
        using var here = new Visitor(site.App.Address);
        using var there = new Visitor(site.App.Address);
        await here.SignInAsync(name, AccountSite.Password);
        await there.SignInAsync(name, AccountSite.Password);
        const string next = "con duong dat do qua doi";
        Assert.Contains("hiện tại không đúng", Alert(await TextAsync(await ChangeAsync(here, "wrong", next, next))), StringComparison.Ordinal);
        Assert.Contains("không giống nhau", Alert(await TextAsync(await ChangeAsync(here, AccountSite.Password, next, next + "x"))), StringComparison.Ordinal);
        Assert.Contains("ít nhất 12", Alert(await TextAsync(await ChangeAsync(here, AccountSite.Password, "short", "short"))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/account")).StatusCode);
        Assert.Equal("/account?done=password", (await ChangeAsync(here, AccountSite.Password, next, next)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).StatusCode);
        using var later = new Visitor(site.App.Address);
        await later.SignInAsync(name, next);
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_by_one()
    {
        string name = await site.AddAsync(AccountRole.Viewer);
        using var here = new Visitor(site.App.Address);
        using var there = new Visitor(site.App.Address);
        there.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0) Firefox/140.0");
        await here.SignInAsync(name, AccountSite.Password);
        await there.SignInAsync(name, AccountSite.Password);
        Assert.Contains("Firefox · Windows", await here.ReadAsync("/account"), StringComparison.Ordinal);
        string hash = site.Book.SessionsOf(name).Single(s => s.Device.StartsWith("Firefox", StringComparison.Ordinal)).Hash;
        Assert.Equal("/account?done=ended", (await here.SubmitAsync("/account", "sessions", ("end", hash[..12]))).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).StatusCode);
        Assert.Equal("/sign-in", (await here.SubmitAsync("/account", "sessions", ("end", "everywhere"))).Headers.Location!.OriginalString);
        Assert.Empty(site.Book.SessionsOf(name));
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        string mine = await site.AddAsync(AccountRole.Viewer), theirs = await site.AddAsync(AccountRole.Viewer);
        using var here = new Visitor(site.App.Address);
        using var there = new Visitor(site.App.Address);
        await here.SignInAsync(mine, AccountSite.Password);
        await there.SignInAsync(theirs, AccountSite.Password);
        await here.SubmitAsync("/account", "sessions", ("end", site.Book.SessionsOf(theirs).Single().Hash[..12]));
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task An_invitation_sets_a_password_once_and_signs_in()
    {
        string name = await site.AddAsync(AccountRole.Viewer);
        var invitations = site.App.Services.GetRequiredService<Invitations>();
        string old = await invitations.IssueAsync("chief", name, Cancelled), code = await invitations.IssueAsync("chief", name, Cancelled);
        using var visitor = new Visitor(site.App.Address);
        Assert.DoesNotContain("name=\"password\"", await visitor.ReadAsync(Invitations.PathOf(old)), StringComparison.Ordinal);
        const string next = "con duong dat do qua doi";
        string refused = await TextAsync(await visitor.SubmitAsync(Invitations.PathOf(code), "welcome", ("password", name + "1"), ("repeated", name + "1")));
        Assert.Contains("tên tài khoản", Alert(refused), StringComparison.Ordinal);
        HttpResponseMessage answer = await visitor.SubmitAsync(Invitations.PathOf(code), "welcome", ("password", next), ("repeated", next));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Contains(name, await visitor.ReadAsync("/account"), StringComparison.Ordinal);
        Assert.Contains("đã quá hạn", await visitor.ReadAsync(Invitations.PathOf(code)), StringComparison.Ordinal);
        using var later = new Visitor(site.App.Address);
        await later.SignInAsync(name, next);
    }

    private static Task<HttpResponseMessage> ChangeAsync(Visitor visitor, string current, string next, string repeated) =>
        visitor.SubmitAsync("/account", "change-password", ("current", current), ("password", next), ("repeated", repeated));

    private async Task<(string Key, string[] Codes)> EnrolAsync(Visitor visitor)
    {
        string page = await visitor.ReadAsync(SecondFactorDuty.Page);
        string key = Regex.Match(page, "id=\"key\">([A-Z2-7 ]+)<").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        string offer = WebUtility.HtmlDecode(Regex.Match(page, "name=\"offer\" value=\"([^\"]+)\"").Groups[1].Value);
        string code = Totp.CodeOf(Base32.Read(key), Totp.StepAt(site.App.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
        string shown = await TextAsync(await visitor.SubmitAsync(SecondFactorDuty.Page, "enrol", ("offer", offer), ("code", code), ("current", AccountSite.Password)));
        return (key, [.. Regex.Matches(shown, "<code>([a-z2-7-]+)</code>").Select(m => m.Groups[1].Value)]);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    private static string Alert(string page) => WebUtility.HtmlDecode(Regex.Match(page, "role=\"alert\">.*?<span>(.*?)</span>", RegexOptions.Singleline).Groups[1].Value);
}
