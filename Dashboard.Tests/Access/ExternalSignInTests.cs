using System.Net;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

/// <summary>Signing in through another service, which is a process of the tests' own on the loopback.</summary>
public sealed class ExternalSignInTests(ExternalSite site) : IClassFixture<ExternalSite>
{
    private const string Unlink = "value=\"unlink\"", Token = "name=\"__RequestVerificationToken\" value=\"";

    private const string Refused = "/sign-in?external=refused&back=%2Fc%2FTU-MAU";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invited_account_is_linked_once_and_from_then_on_its_subject_alone_decides()
    {
        await site.InviteAsync("first");
        Assert.Equal("/c/TU-MAU", await EnterAsync("subject-first", "first"));
        Assert.Equal("/c/TU-MAU", await EnterAsync("subject-first", "another-name"));
        Assert.Equal(Refused, await EnterAsync("subject-other", "first"));
        await site.InviteAsync("first");
        Assert.Equal(Refused, await EnterAsync("subject-other", "first"));
        Assert.Equal(2, site.Book.SessionsOf("first").Count);
        Assert.All(site.Book.SessionsOf("first"), s => Assert.Equal(SessionKind.External, s.Kind));
    }

    [Fact]
    public async Task An_owner_with_a_password_removes_the_link_and_what_began_by_it_is_over()
    {
        await site.InviteAsync("leaver");
        using HttpClient browser = site.Browser();
        Assert.Equal("/c/TU-MAU", await EnterAsync("subject-leaver", "leaver", browser));
        // Who could sign in no other way is not offered it.
        Assert.DoesNotContain(Unlink, await browser.GetStringAsync("/account", Cancelled), StringComparison.Ordinal);
        await site.ChangeAsync("leaver", c => c.PasswordHash = "x");
        await site.Book.RefreshAsync("leaver", Cancelled);
        string page = await browser.GetStringAsync("/account", Cancelled);
        string form = page[..page.IndexOf(Unlink, StringComparison.Ordinal)];
        string token = form[(form.LastIndexOf(Token, StringComparison.Ordinal) + Token.Length)..].Split('"')[0];
        using var sent = new FormUrlEncodedContent([new("_handler", "external"), new("__RequestVerificationToken", token), new("do", "unlink")]);
        Assert.Equal("/sign-in", (await browser.PostAsync("/account", sent, Cancelled)).Headers.Location?.OriginalString);
        Assert.Empty(site.Book.SessionsOf("leaver"));
        Assert.Equal(Refused, await EnterAsync("subject-leaver", "leaver"));
    }

    [Fact]
    public async Task Nobody_enters_by_a_name_that_was_not_invited()
    {
        await site.PutAsync("uninvited");
        await site.PutAsync("with-password");
        await site.ChangeAsync("with-password", c => (c.PasswordHash, c.InvitationHash, c.InvitedUntil) = ("hash", "hash", DateTime.MaxValue));
        await site.PutAsync("late");
        await site.ChangeAsync("late", c => (c.InvitationHash, c.InvitedUntil) = ("hash", new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc)));
        await site.PutAsync("closed");
        await site.InviteAsync("closed", DateTime.UnixEpoch);
        foreach (string name in new[] { "uninvited", "with-password", "late", "closed", "leader", "nobody", "", "leader@example.org" })
        {
            Assert.Equal((name, Refused), (name, await EnterAsync($"subject of {name}", name)));
        }

        Assert.Contains(await site.FailuresAsync(), f => f.Contains("external-unknown", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closed_account_does_not_enter_and_its_session_is_over()
    {
        await site.InviteAsync("leaving");
        using HttpClient browser = site.Browser();
        Assert.Equal("/c/TU-MAU", await EnterAsync("subject-leaving", "leaving", browser));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/c/TU-MAU", Cancelled)).StatusCode);
        await site.InviteAsync("leaving", DateTime.UnixEpoch);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/c/TU-MAU", Cancelled)).StatusCode);
        Assert.Equal(Refused, await EnterAsync("subject-leaving", "leaving"));
        Assert.Contains(await site.FailuresAsync(), f => f.Contains("external-closed", StringComparison.Ordinal));
    }

    public static TheoryData<string> Faults => ["nonce", "no nonce", "audience", "issuer", "expired", "not yet", "other key", "none", "nothing", "noise", "secret", "other information"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_token_that_is_not_right_in_all_is_refused(string fault)
    {
        string name = "victim-" + fault.Replace(' ', '-');
        await site.InviteAsync(name);
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        site.Service.SignedBy = fault switch { "other key" => "other", "none" or "nothing" or "noise" or "secret" => fault, _ => "own" };
        site.Service.InformedSubject = fault == "other information" ? "somebody else" : null;
        site.Service.Tamper = fault switch
        {
            "nonce" => claims => claims["nonce"] = "another",
            "no nonce" => claims => claims.Remove("nonce"),
            "audience" => claims => claims["aud"] = "another-server",
            "issuer" => claims => claims["iss"] = "https://elsewhere.example",
            "expired" => claims => (claims["iat"], claims["exp"]) = (now - 900, now - 300),
            "not yet" => claims => claims["nbf"] = now + 300,
            _ => null,
        };
        try
        {
            Assert.Equal(Refused, await EnterAsync("subject of " + name, name));
            Assert.Empty(site.Book.SessionsOf(name));
        }
        finally
        {
            (site.Service.SignedBy, site.Service.Tamper, site.Service.InformedSubject) = ("own", null, null);
        }

        // The same without the fault, so that it is the fault that was refused.
        Assert.Equal("/c/TU-MAU", await EnterAsync("subject of " + name, name));
    }

    [Fact]
    public async Task An_answer_nobody_asked_for_is_refused()
    {
        await site.InviteAsync("forged");
        using HttpClient browser = site.Browser(), other = site.Browser();
        (site.Service.Subject, site.Service.AccountName) = ("subject-forged", "forged");
        string answer = await AnswerAsync(browser);
        Assert.StartsWith("/sign-in?external=refused", await LeadsAsync(other, answer), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in?external=refused", await LeadsAsync(browser, answer.Split("&state=")[0] + "&state=garbage"), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in?external=refused", await LeadsAsync(browser, "/sign-in/external/done?error=access_denied"), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in?external=refused", await LeadsAsync(browser, "/sign-in/external/done"), StringComparison.Ordinal);
        Assert.Empty(site.Book.SessionsOf("forged"));
    }

    [Fact]
    public async Task A_code_is_good_once_and_an_answer_too()
    {
        await site.InviteAsync("once");
        using HttpClient browser = site.Browser();
        (site.Service.Subject, site.Service.AccountName) = ("subject-once", "once");
        string answer = await AnswerAsync(browser);
        Assert.Equal("/c/TU-MAU", await LeadsAsync(browser, answer));
        int given = site.Service.TokensGiven;
        Assert.StartsWith("/sign-in?external=refused", await LeadsAsync(browser, answer), StringComparison.Ordinal);
        string second = await AnswerAsync(browser);
        string code = answer.Split("code=")[1].Split('&')[0], fresh = second.Split("code=")[1].Split('&')[0];
        Assert.StartsWith("/sign-in?external=refused", await LeadsAsync(browser, second.Replace(fresh, code, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(given, site.Service.TokensGiven);
        Assert.Single(site.Book.SessionsOf("once"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    public async Task After_signing_in_one_is_sent_only_to_a_page_of_this_site(string back)
    {
        string name = $"back-{back.Length}";
        await site.InviteAsync(name);
        Assert.Equal("/", await EnterAsync("subject-" + name, name, back: back));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here()
    {
        await site.InviteAsync("goer");
        using HttpClient browser = site.Browser();
        await EnterAsync("subject-goer", "goer", browser);
        string page = await browser.GetStringAsync("/c/TU-MAU", Cancelled);
        string token = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        Assert.Equal("/sign-in", (await browser.PostAsync("/sign-out", form, Cancelled)).Headers.Location?.OriginalString);
        Assert.Empty(site.Book.SessionsOf("goer"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/c/TU-MAU", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task The_cookies_of_asking_are_sent_to_nobody_else()
    {
        using HttpClient browser = site.Browser();
        using HttpResponseMessage answer = await browser.GetAsync("/sign-in/external?back=/", Cancelled);
        string[] cookies = [.. answer.Headers.GetValues("Set-Cookie")];
        Assert.Equal(2, cookies.Length);
        Assert.All(cookies, c => Assert.True(c.Contains("httponly", StringComparison.OrdinalIgnoreCase) && c.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase), c));
        Assert.Contains("code_challenge_method=S256", answer.Headers.Location!.Query, StringComparison.Ordinal);
        Assert.DoesNotContain(TrialSignInService.ClientSecret, answer.Headers.Location.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("email", answer.Headers.Location.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_settings_there_is_no_such_address()
    {
        using HttpClient visitor = await site.Sample.VisitorAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/sign-in/external", Cancelled)).StatusCode);
        Assert.Null((await site.Sample.AppAsync()).Services.GetService<ExternalSignInSettings>());
    }

    private async Task<string> EnterAsync(string subject, string name, HttpClient? browser = null, string back = "/c/TU-MAU")
    {
        (site.Service.Subject, site.Service.AccountName) = (subject, name);
        using HttpClient own = site.Browser();
        return await LeadsAsync(browser ?? own, await AnswerAsync(browser ?? own, back));
    }

    /// <summary>Asks and has the service answer: the address that the answer is, not yet followed.</summary>
    private static async Task<string> AnswerAsync(HttpClient browser, string back = "/c/TU-MAU")
    {
        using HttpResponseMessage asked = await browser.GetAsync($"/sign-in/external?back={Uri.EscapeDataString(back)}", Cancelled);
        using var service = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using HttpResponseMessage answered = await service.GetAsync(asked.Headers.Location, Cancelled);
        return answered.Headers.Location!.PathAndQuery;
    }

    private static async Task<string> LeadsAsync(HttpClient browser, string address)
    {
        using HttpResponseMessage answer = await browser.GetAsync(address, Cancelled);
        return answer.Headers.Location?.OriginalString ?? $"{(int)answer.StatusCode}";
    }
}

/// <summary>An application that lets a sign-in service of the tests' own say who somebody is.</summary>
public sealed class ExternalSite(SampleSite sample) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-site-").FullName;
    private DashboardApp _app = null!;

    internal TrialSignInService Service { get; private set; } = null!;

    /// <summary>An application without such a service.</summary>
    public SampleSite Sample => sample;

    /// <summary>The accounts.</summary>
    public AccessBook Book => _app.Services.GetRequiredService<AccessBook>();

    /// <summary>A browser without cookies that follows no redirect.</summary>
    public HttpClient Browser() => new(new CookieKeeper()) { BaseAddress = _app.Address };

    /// <summary>Adds an account that reads the province.</summary>
    public async Task PutAsync(string name, DateTime? closed = null)
    {
        await _app.Services.GetRequiredService<AccountRegister>().PutAsync("admin", [new Account { Name = name, DisplayName = name, Grants = [new Grant(AccountRole.Viewer, "TU-MAU")], ClosedAt = closed }]);
        await Book.RefreshAsync(name);
    }

    /// <summary>Changes the secrets of an account.</summary>
    public Task ChangeAsync(string name, Action<Credential> change) => _app.Services.GetRequiredService<CredentialRegister>().ChangeAsync("admin", name, change, null);

    /// <summary>Adds an account that waits for its first sign-in.</summary>
    public async Task InviteAsync(string name, DateTime? closed = null)
    {
        await PutAsync(name, closed);
        await ChangeAsync(name, c => (c.InvitationHash, c.InvitedUntil) = ("hash", DateTime.MaxValue));
    }

    /// <summary>What the log says of failed sign-ins.</summary>
    public async Task<IReadOnlyList<string>> FailuresAsync()
    {
        var told = new List<string>();
        await foreach (IReadOnlyList<LogEntry> page in _app.Services.GetRequiredService<LogReader>().ReadAllAfterAsync(0))
        {
            told.AddRange(page.Where(e => e.Subject == Subject.SignIn).Select(e => e.After).OfType<string>().Where(t => t.Contains("failed", StringComparison.Ordinal)));
        }

        return told;
    }

    public async ValueTask InitializeAsync()
    {
        Service = await TrialSignInService.StartAsync();
        _app = new DashboardApp(_folder)
        {
            Settings =
            {
                ["Dashboard:OpenIdConnect:Authority"] = Service.Address,
                ["Dashboard:OpenIdConnect:ClientId"] = TrialSignInService.ClientId,
                ["Dashboard:OpenIdConnect:ClientSecret"] = TrialSignInService.ClientSecret,
                ["Dashboard:OpenIdConnect:AllowHttp"] = "true",
            },
        };
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Service.DisposeAsync();
        await Folders.DeleteAsync(_folder);
    }
}
